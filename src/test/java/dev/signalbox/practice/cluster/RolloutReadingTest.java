package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rule of `kubectl rollout status`, on objects as a server would show them.
class RolloutReadingTest {

    private final ClusterInTime cluster = new ClusterInTime();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            Deployment  | 3 | {'observedGeneration':1,'replicas':3,'updatedReplicas':3,'availableReplicas':3,'readyReplicas':3} | true
            Deployment  | 3 | {'observedGeneration':0,'replicas':3,'updatedReplicas':3,'availableReplicas':3}                   | false
            Deployment  | 3 | {'observedGeneration':1,'replicas':4,'updatedReplicas':3,'availableReplicas':3}                   | false
            Deployment  | 3 | {'observedGeneration':1,'replicas':3,'updatedReplicas':2,'availableReplicas':3}                   | false
            Deployment  | 3 | {'observedGeneration':1,'replicas':3,'updatedReplicas':3,'availableReplicas':2}                   | false
            Deployment  | 0 | {'observedGeneration':1}                                                                         | true
            StatefulSet | 2 | {'observedGeneration':1,'replicas':2,'updatedReplicas':2,'availableReplicas':2,'currentRevision':'a','updateRevision':'a'} | true
            StatefulSet | 2 | {'observedGeneration':1,'replicas':2,'updatedReplicas':2,'availableReplicas':2,'currentRevision':'a','updateRevision':'b'} | false
            StatefulSet | 2 | {'observedGeneration':1,'replicas':2,'availableReplicas':2,'currentRevision':'a','updateRevision':'a'}                     | false
            DaemonSet   | 9 | {'observedGeneration':1,'desiredNumberScheduled':2,'updatedNumberScheduled':2,'numberAvailable':2}                        | true
            DaemonSet   | 9 | {'observedGeneration':1,'desiredNumberScheduled':2,'updatedNumberScheduled':1,'numberAvailable':2}                        | false
            DaemonSet   | 9 | {'observedGeneration':1,'desiredNumberScheduled':2,'updatedNumberScheduled':2,'numberAvailable':1}                        | false
            """)
    void isDoneWhenEverythingNewIsThereAndNothingOld(String kind, int replicas, String status, boolean done) {
        assertThat(read(kind, replicas, status, "").done()).isEqualTo(done);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'containerStatuses':[{'state':{'waiting':{'reason':'ContainerCreating'}}}]}                  | ^^
            {'containerStatuses':[{'state':{'waiting':{'reason':'PodInitializing'}}}]}                    | ^^
            {'containerStatuses':[{'state':{'waiting':{'reason':'ImagePullBackOff'}}}]}                   | ImagePullBackOff
            {'containerStatuses':[{'state':{'waiting':{'reason':'CreateContainerConfigError'}}}]}         | CreateContainerConfigError
            {'containerStatuses':[{'restartCount':2,'ready':false,'state':{'running':{}}}]}               | CrashLoopBackOff
            {'containerStatuses':[{'restartCount':2,'ready':true,'state':{'running':{}}}]}                | ^^
            {'conditions':[{'type':'PodScheduled','status':'False','reason':'Unschedulable'}]}            | Unschedulable
            {}                                                                                            | ^^
            """)
    void isInTroubleWhenOneOfItsPodsIs(String podStatus, String problem) {
        assertThat(read("Deployment", 3, "{'observedGeneration':1}", podStatus).problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'conditions':[{'type':'ReplicaFailure','status':'True','reason':'FailedCreate'}]}            | FailedCreate
            {'conditions':[{'type':'Progressing','status':'False','reason':'ProgressDeadlineExceeded'}]}  | ProgressDeadlineExceeded
            {'conditions':[{'type':'Progressing','status':'True','reason':'ReplicaSetUpdated'}]}          | ^^
            """)
    void isInTroubleWhenItSaysSoItself(String status, String problem) {
        assertThat(read("Deployment", 3, status, "").problem()).isEqualTo(problem);
    }

    private Rollout read(String kind, int replicas, String status, String podStatus) {
        ResourceKind resource = ResourceKinds.workload(kind);
        cluster.store.create(resource,
                ClusterInTime.json("{'metadata':{'name':'web','namespace':'shop','generation':1},"
                        + "'spec':{'replicas':" + replicas + ",'selector':{'matchLabels':{'app':'web'}}},'status':"
                        + status
                        + "}"),
                Commit.STORE);
        if (!podStatus.isEmpty()) {
            pod("web-0", "web", podStatus);
            pod("other-0", "other", "{'containerStatuses':[{'state':{'waiting':{'reason':'ErrImagePull'}}}]}");
        }
        return cluster.rollouts.read(new ObjectKey(resource, "shop", "web"));
    }

    private void pod(String name, String app, String status) {
        cluster.store.create(ResourceKinds.PODS, ClusterInTime.json("{'metadata':{'name':'" + name
                + "','namespace':'shop','labels':{'app':'" + app + "'}},'status':" + status + "}"), Commit.STORE);
    }
}
