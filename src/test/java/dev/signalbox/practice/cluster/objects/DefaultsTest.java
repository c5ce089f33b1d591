package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deployment  | /spec/replicas                                | 1
            Deployment  | /spec/revisionHistoryLimit                    | 10
            Deployment  | /spec/progressDeadlineSeconds                 | 600
            Deployment  | /spec/strategy/type                           | RollingUpdate
            Deployment  | /spec/strategy/rollingUpdate/maxUnavailable   | 25%
            StatefulSet | /spec/replicas                                | 1
            StatefulSet | /spec/podManagementPolicy                     | OrderedReady
            StatefulSet | /spec/updateStrategy/rollingUpdate/partition  | 0
            DaemonSet   | /spec/updateStrategy/rollingUpdate/maxSurge   | 0
            DaemonSet   | /spec/updateStrategy/rollingUpdate/maxUnavailable | 1
            ReplicaSet  | /spec/replicas                                | 1
            ReplicaSet  | /spec/template/spec/restartPolicy             | Always
            Deployment  | /spec/template/spec/terminationGracePeriodSeconds | 30
            Deployment  | /spec/template/spec/dnsPolicy                 | ClusterFirst
            Deployment  | /spec/template/spec/containers/0/terminationMessagePath | /dev/termination-log
            """)
    void areThoseOfARealServer(String kind, String field, String expected) {
        assertThat(filled(kind, "{}").at(field).asText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            Deployment  | {'replicas':0}                          | /spec/replicas                   | 0
            Deployment  | {'replicas':null}                       | /spec/replicas                   | 1
            Deployment  | {'strategy':{'rollingUpdate':{'maxSurge':2}}} | /spec/strategy/rollingUpdate/maxSurge | 2
            StatefulSet | {'podManagementPolicy':'Parallel'}      | /spec/podManagementPolicy        | Parallel
            DaemonSet   | {'revisionHistoryLimit':0}              | /spec/revisionHistoryLimit       | 0
            """)
    void leaveAloneWhatWasSaid(String kind, String spec, String field, String expected) {
        assertThat(filled(kind, spec).at(field).asText()).isEqualTo(expected);
    }

    @Test
    void giveNoRollingNumbersToOtherStrategies() {
        assertThat(filled("Deployment", "{'strategy':{'type':'Recreate'}}").at("/spec/strategy").size()).isEqualTo(1);
        assertThat(filled("StatefulSet", "{'updateStrategy':{'type':'OnDelete'}}").at("/spec/updateStrategy").size())
                .isEqualTo(1);
        assertThat(filled("DaemonSet", "{'updateStrategy':{'type':'OnDelete'}}").at("/spec/updateStrategy").size())
                .isEqualTo(1);
    }

    @Test
    void leaveOtherKindsAsTheyAre() {
        ObjectNode service = json("{'metadata':{'name':'web'},'spec':{'type':'ClusterIP'}}");
        ObjectNode before = service.deepCopy();
        Defaults.fill(ResourceKinds.SERVICES, service);

        assertThat(service).isEqualTo(before);
    }

    @Test
    void changeNothingTheSecondTime() {
        for (String kind : new String[] {"Deployment", "StatefulSet", "DaemonSet"}) {
            ObjectNode once = (ObjectNode) filled(kind, "{}");
            ObjectNode twice = once.deepCopy();
            Defaults.fill(ResourceKinds.workload(kind), twice);
            assertThat(twice).isEqualTo(once);
        }
    }

    private static JsonNode filled(String kind, String spec) {
        ObjectNode object = json("{'spec':" + spec + "}");
        Fields.child(object, "spec").set("template",
                json("{'spec':{'containers':[{'name':'web','image':'r/web:1'}]}}"));
        ResourceKind known = ResourceKinds.ALL.stream().filter(each -> each.kind().equals(kind)).findFirst()
                .orElseThrow();
        Defaults.fill(known, object);
        return object;
    }

    private static ObjectNode json(String text) {
        return Fields.object(text.replace('\'', '"'));
    }
}
