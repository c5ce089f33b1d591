package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.cluster.Trouble;
import dev.signalbox.provider.kubernetes.PodMapping.OwnedPod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodTroubleTest {

    @Test
    void aRunningReadyPodHasNone() {
        assertThat(PodTrouble.of(pod("{'name':'app','ready':true,'state':{'running':{}}}"))).isNull();
    }

    @Test
    void aStartingPodHasNone() {
        assertThat(PodTrouble.of(pod("{'name':'app','state':{'waiting':{'reason':'ContainerCreating'}}}"))).isNull();
    }

    @Test
    void tellsHowACrashingContainerEnded() {
        assertThat(trouble("{'name':'app','restartCount':4,'state':{'waiting':{'reason':'CrashLoopBackOff'}},"
                + "'lastState':{'terminated':{'exitCode':137,'reason':'OOMKilled'}}}"))
                .isEqualTo(new Trouble("CrashLoopBackOff", "exited with code 137 (OOMKilled), 4 restarts", true));
    }

    @Test
    void theFirstCrashMayPass() {
        assertThat(trouble("{'name':'app','restartCount':1,'state':{'waiting':{'reason':'CrashLoopBackOff'}},"
                + "'lastState':{'terminated':{'exitCode':1,'reason':'Error'}}}"))
                .isEqualTo(new Trouble("CrashLoopBackOff", "exited with code 1, 1 restart", false));
    }

    @Test
    void isNotFooledByThePauseBetweenTwoCrashes() {
        assertThat(trouble("{'name':'app','ready':false,'restartCount':5,'state':{'running':{}},"
                + "'lastState':{'terminated':{'exitCode':1,'reason':'Error'}}}"))
                .isEqualTo(new Trouble("CrashLoopBackOff", "exited with code 1, 5 restarts", true));
    }

    @Test
    void aPodThatCrashedOnceAndServesIsFine() {
        assertThat(PodTrouble.of(pod("{'name':'app','ready':true,'restartCount':5,'state':{'running':{}},"
                + "'lastState':{'terminated':{'exitCode':1}}}")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CreateContainerConfigError", "CreateContainerError", "InvalidImageName", "ErrImageNeverPull",
        "RunContainerError", "PostStartHookError", "ImagePullBackOff"
    })
    void someReasonsAreFatal(String reason) {
        assertThat(trouble("{'name':'app','state':{'waiting':{'reason':'" + reason + "','message':'why'}}}"))
                .isEqualTo(new Trouble(reason, "why", true));
    }

    @Test
    void aPullMayStillSucceed() {
        assertThat(trouble("{'name':'app','image':'r/x:1','state':{'waiting':{'reason':'ErrImagePull'}}}"))
                .isEqualTo(new Trouble("ErrImagePull", "r/x:1", false));
    }

    @Test
    void namesTheContainerWhenThereAreSeveralAndTakesTheFatalOne() {
        assertThat(trouble("{'name':'a','state':{'waiting':{'reason':'ErrImagePull','message':'x'}}},"
                + "{'name':'b','state':{'waiting':{'reason':'InvalidImageName','message':'y'}}}"))
                .isEqualTo(new Trouble("InvalidImageName", "b: y", true));
    }

    @Test
    void looksAtInitContainersToo() {
        JsonNode pod = json("{'status':{'initContainerStatuses':[{'name':'migrate','restartCount':1,"
                + "'state':{'terminated':{'exitCode':2,'reason':'Error'}}}]}}");
        assertThat(PodTrouble.of(pod)).isEqualTo(new Trouble("Error", "migrate: exited with code 2", false));
    }

    @Test
    void saysWhyNoNodeTakesIt() {
        JsonNode pod = json("{'status':{'phase':'Pending','conditions':[{'type':'PodScheduled','status':'False',"
                + "'reason':'Unschedulable','message':'0/3 nodes are available'}]}}");
        assertThat(PodTrouble.of(pod)).isEqualTo(new Trouble("Unschedulable", "0/3 nodes are available", false));
    }

    @Test
    void anEvictedPodSaysSo() {
        JsonNode pod = json("{'status':{'phase':'Failed','reason':'Evicted','message':'low on memory'}}");
        assertThat(PodTrouble.of(pod)).isEqualTo(new Trouble("Evicted", "low on memory", false));
    }

    @Test
    void aPodThatGoesAwayIsNoTrouble() {
        JsonNode pod = json("{'metadata':{'deletionTimestamp':'2026-01-01T00:00:00Z'},'status':{'phase':'Failed'}}");
        assertThat(PodTrouble.of(pod)).isNull();
    }

    @Test
    void messagesOfTheClusterAreMadeHarmless() {
        assertThat(trouble("{'name':'app','state':{'waiting':{'reason':'ErrImagePull','message':'a\\u202eb\\nc'}}}")
                .detail())
                .isEqualTo("a‹U+202E›b‹LF›c");
    }

    @Test
    void trimsAPodToWhatIsShown() {
        OwnedPod owned = PodMapping.pod(json("{'metadata':{'name':'p','uid':'u','labels':{'pod-template-hash':'abc'},"
                + "'ownerReferences':[{'uid':'other'},{'uid':'rs','controller':true}]},"
                + "'spec':{'nodeName':'n1'},'status':{'phase':'Running','conditions':[{'type':'Ready','status':'True'}],"
                + "'containerStatuses':[{'restartCount':2},{'restartCount':3}]}}"));
        assertThat(owned.owner()).isEqualTo("rs");
        assertThat(owned.pod().hash()).isEqualTo("abc");
        assertThat(owned.pod().ready()).isTrue();
        assertThat(owned.pod().restarts()).isEqualTo(5);
        assertThat(owned.pod().node()).isEqualTo("n1");
    }

    @ParameterizedTest
    @CsvSource({"True,07:00:05,true", "False,07:00:00,false", "False,07:00:01,false", "False,07:05:00,true"})
    void knowsOneThatWasReadyByWhenItWasLost(String ready, String turned, boolean served) {
        assertThat(PodMapping.pod(json("{'status':{'startTime':'2026-11-02T07:00:00Z','conditions':["
                + "{'type':'Initialized','status':'True','lastTransitionTime':'2026-11-02T07:02:00Z'},"
                + "{'type':'Ready','status':'" + ready + "','lastTransitionTime':'2026-11-02T" + turned
                + "Z'}]}}"))
                .pod()
                .served())
                .isEqualTo(served);
    }

    @Test
    void anythingAtAllIsAPod() {
        assertThat(PodMapping.pod(json("{'metadata':[],'spec':7,'status':{'containerStatuses':'x','conditions':{}}}"))
                .pod()
                .phase())
                .isEmpty();
    }

    private static Trouble trouble(String containers) {
        return Objects.requireNonNull(PodTrouble.of(pod(containers)));
    }

    private static JsonNode pod(String containers) {
        return json("{'status':{'phase':'Running','containerStatuses':[" + containers + "]}}");
    }

    static JsonNode json(String quoted) {
        try {
            return Tree.object(quoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
