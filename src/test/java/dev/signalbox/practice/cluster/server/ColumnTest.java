package dev.signalbox.practice.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S, 0s", "PT-1S, 0s", "PT-2S, <invalid>", "PT-1H, <invalid>", "PT119S, 119s", "PT2M, 2m",
        "PT3M20S, 3m20s", "PT10M30S, 10m", "PT179M, 179m",
        "PT3H, 3h", "PT5H30M, 5h30m", "PT9H30M, 9h", "PT47H, 47h", "PT48H, 2d", "PT53H, 2d5h", "PT240H, 10d",
        "P729D, 729d", "P730D, 2y", "P800D, 2y70d", "P2919D, 7y364d", "P2930D, 8y"})
    void writesAgesAsKubectlDoes(Duration age, String expected) {
        assertThat(Column.age(NOW.minus(age).toString(), NOW)).isEqualTo(expected);
    }

    @Test
    void saysUnknownWhenThereIsNoTime() {
        assertThat(Column.age("", NOW)).isEqualTo("<unknown>");
        assertThat(Column.age("null", NOW)).isEqualTo("<unknown>");
        assertThat(Column.age("the day before yesterday", NOW)).isEqualTo("<unknown>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'status':{'phase':'Pending'}}                                                             | 0/1 Pending 0
            {'status':{'phase':'Running','containerStatuses':[{'ready':true,'state':{'running':{}},'restartCount':2}]}} | 1/1 Running 2
            {'status':{'phase':'Running','containerStatuses':[{'state':{'waiting':{'reason':'CrashLoopBackOff'}}}]}}    | 0/1 CrashLoopBackOff 0
            {'status':{'phase':'Running','containerStatuses':[{'state':{'terminated':{'reason':'Error'}}}]}}            | 0/1 Error 0
            {'metadata':{'deletionTimestamp':'2026-11-20T10:00:00Z'},'status':{'phase':'Running'}}     | 0/1 Terminating 0
            """)
    void sumsUpAPod(String json, String expected) {
        ObjectNode pod = Fields.object(json.replace('\'', '"'));
        pod.putObject("spec").putArray("containers").addObject();

        List<Column> columns = Column.of(ResourceKinds.PODS);
        assertThat(columns.get(1).cell(pod, NOW).asText() + " " + columns.get(2).cell(pod, NOW).asText() + " "
                + columns.get(3).cell(pod, NOW).asText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            Deployment         | {'metadata':{'name':'web'},'spec':{'replicas':3},'status':{'readyReplicas':2,'updatedReplicas':1,'availableReplicas':2}} | web, 2/3, 1, 2
            Deployment         | {'metadata':{'name':'web'},'spec':{'replicas':0}}                                        | web, 0/0, 0, 0
            StatefulSet        | {'metadata':{'name':'db'},'spec':{'replicas':2},'status':{'readyReplicas':1}}            | db, 1/2
            ReplicaSet         | {'metadata':{'name':'web-1'},'spec':{'replicas':3},'status':{'replicas':2,'readyReplicas':1}} | web-1, 3, 2, 1
            DaemonSet          | {'metadata':{'name':'agent'},'status':{'desiredNumberScheduled':5,'currentNumberScheduled':4,'numberReady':3,'updatedNumberScheduled':2,'numberAvailable':1}} | agent, 5, 4, 3, 2, 1
            ControllerRevision | {'metadata':{'name':'db-1','ownerReferences':[{'kind':'StatefulSet','name':'db'}]},'revision':4} | db-1, statefulset.apps/db, 4
            Service            | {'metadata':{'name':'web'},'spec':{'type':'ClusterIP','clusterIP':'10.96.0.1'}}         | web, ClusterIP, 10.96.0.1
            Lease              | {'metadata':{'name':'web'},'spec':{'holderIdentity':'alice'}}                            | web, alice
            Namespace          | {'metadata':{'name':'shop'},'status':{'phase':'Active'}}                                 | shop, Active
            Event              | {'lastTimestamp':'2026-11-20T09:55:00Z','type':'Warning','reason':'BackOff','involvedObject':{'kind':'Pod','name':'web-0'},'message':'again'} | 5m, Warning, BackOff, pod/web-0, again
            """)
    void printsTheColumnsOfAKind(String kind, String json, String expected) {
        ObjectNode object = Fields.object(json.replace('\'', '"'));
        ResourceKind found = ResourceKinds.ALL.stream().filter(each -> each.kind().equals(kind)).findFirst()
                .orElseThrow();

        List<Column> columns = Column.of(found).stream().filter(column -> !column.name().equals("Age")).toList();
        assertThat(columns.stream().map(column -> column.cell(object, NOW).asText()))
                .containsExactly(expected.split(", "));
    }

    @Test
    void countsTheRestartsOfAllContainersAndShowsTheOneThatDoesNotRun() {
        ObjectNode pod = ServerInMemory.object("{'spec':{'containers':[{},{}]},'status':{'phase':'Running',"
                + "'containerStatuses':[{'ready':true,'restartCount':1,'state':{'running':{}}},"
                + "{'restartCount':4,'state':{'waiting':{'reason':'CrashLoopBackOff'}}}]}}");

        assertThat(Column.of(ResourceKinds.PODS).stream().limit(4).map(column -> column.cell(pod, NOW).asText()))
                .containsExactly("", "1/2", "CrashLoopBackOff", "5");
    }

    @Test
    void hasColumnsForEveryKindAndSurvivesEmptyObjects() {
        for (ResourceKind kind : ResourceKinds.ALL) {
            ObjectNode table = Tables.of(kind, List.of(Fields.newObject()), "7", NOW);

            assertThat(table.path("columnDefinitions")).hasSameSizeAs(table.at("/rows/0/cells"));
            assertThat(table.at("/metadata/resourceVersion").asText()).isEqualTo("7");
        }
    }
}
