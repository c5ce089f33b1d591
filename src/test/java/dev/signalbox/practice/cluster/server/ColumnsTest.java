package dev.signalbox.practice.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'status':{'phase':'Pending'}}                                                             | 0/1 Pending 0
            {'status':{'phase':'Running','containerStatuses':[{'ready':true,'state':{'running':{}},'restartCount':2}]}} | 1/1 Running 2
            {'status':{'phase':'Running','containerStatuses':[{'state':{'waiting':{'reason':'CrashLoopBackOff'}}}]}}    | 0/1 CrashLoopBackOff 0
            {'status':{'phase':'Running','containerStatuses':[{'state':{'terminated':{'reason':'Error'}}}]}}            | 0/1 Error 0
            {'metadata':{'deletionTimestamp':'2026-11-20T10:00:00Z'},'status':{'phase':'Running'}}     | 0/1 Terminating 0
            """)
    void sumUpAPod(String json, String expected) {
        ObjectNode pod = ServerInMemory.object(json);
        pod.putObject("spec").putArray("containers").addObject();

        assertThat(String.join(" ", cells(ResourceKinds.PODS, pod, 0).subList(1, 4))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            Deployment         | {'metadata':{'name':'web'},'spec':{'replicas':3},'status':{'readyReplicas':2,'updatedReplicas':1,'availableReplicas':2}} | web, 2/3, 1, 2
            Deployment         | {'metadata':{'name':'web'},'spec':{'replicas':0}}                                        | web, 0/0, 0, 0
            StatefulSet        | {'metadata':{'name':'db'},'spec':{'replicas':2},'status':{'readyReplicas':1}}            | db, 1/2
            ReplicaSet         | {'metadata':{'name':'web-1'},'spec':{'replicas':3},'status':{'replicas':2,'readyReplicas':1}} | web-1, 3, 2, 1
            DaemonSet          | {'metadata':{'name':'agent'},'status':{'desiredNumberScheduled':5,'currentNumberScheduled':4,'numberReady':3,'updatedNumberScheduled':2,'numberAvailable':1}} | agent, 5, 4, 3, 2, 1, <none>
            ControllerRevision | {'metadata':{'name':'db-1','ownerReferences':[{'kind':'StatefulSet','name':'db'}]},'revision':4} | db-1, statefulset.apps/db, 4
            Service            | {'metadata':{'name':'web'},'spec':{'type':'ClusterIP','clusterIP':'10.96.0.1','ports':[{'port':80,'protocol':'TCP'}]}} | web, ClusterIP, 10.96.0.1, <none>, 80/TCP
            Service            | {'metadata':{'name':'dns'},'spec':{'type':'NodePort','clusterIP':'10.96.0.2','ports':[{'port':53,'protocol':'UDP','nodePort':30053},{'port':443}]}} | dns, NodePort, 10.96.0.2, <none>, 53:30053/UDP,443/TCP
            Lease              | {'metadata':{'name':'web'},'spec':{'holderIdentity':'alice'}}                            | web, alice
            Namespace          | {'metadata':{'name':'shop'},'status':{'phase':'Active'}}                                 | shop, Active
            Node               | {'metadata':{'name':'n1'},'status':{'conditions':[{'type':'Ready','status':'True'}],'nodeInfo':{'kubeletVersion':'v1.36.2'}}} | n1, Ready, <none>, v1.36.2
            Node               | {'metadata':{'name':'n2'},'status':{'conditions':[{'type':'Ready','status':'False'}]}}   | n2, NotReady, <none>, ^^
            Event              | {'lastTimestamp':'2026-11-20T09:55:00Z','type':'Warning','reason':'BackOff','involvedObject':{'kind':'Pod','name':'web-0'},'message':'again'} | 5m, Warning, BackOff, pod/web-0, again
            """)
    void ofAKindAreThoseOfKubectl(String kind, String json, String expected) {
        ResourceKind found = ResourceKinds.ALL.stream().filter(each -> each.kind().equals(kind)).findFirst()
                .orElseThrow();

        assertThat(String.join(", ", cells(found, ServerInMemory.object(json), 0)))
                .isEqualTo(expected.replace("^^", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            pods         | {'spec':{'nodeName':'n1'},'status':{'podIP':'10.0.0.7'}}  | 10.0.0.7 n1 <none> <none>
            pods         | {}                                                        | <none> <none> <none> <none>
            deployments  | {'spec':{'selector':{'matchLabels':{'app':'web','tier':'a'}},'template':{'spec':{'containers':[{'name':'web','image':'r/web:1'},{'name':'proxy','image':'r/p:2'}]}}}} | web,proxy r/web:1,r/p:2 app=web,tier=a
            statefulsets | {'spec':{'template':{'spec':{'containers':[{'name':'db','image':'r/db:1'}]}}}} | db r/db:1
            services     | {'spec':{'selector':{'app':'web'}}}                       | app=web
            nodes        | {'status':{'nodeInfo':{'osImage':'Practice Linux'}}}      | Practice Linux
            events       | {'metadata':{'name':'e1'},'source':{'component':'kubelet'},'firstTimestamp':'2026-11-20T09:58:00Z','count':4} | kubelet 2m 4 e1
            """)
    void thatAreWideTellMore(String plural, String json, String expected) {
        ResourceKind found = ResourceKinds.ALL.stream().filter(each -> each.plural().equals(plural)).findFirst()
                .orElseThrow();

        assertThat(String.join(" ", cells(found, ServerInMemory.object(json), 1))).isEqualTo(expected);
    }

    @Test
    void countTheRestartsOfAllContainersAndShowTheOneThatDoesNotRun() {
        ObjectNode pod = ServerInMemory.object("{'spec':{'containers':[{},{}]},'status':{'phase':'Running',"
                + "'containerStatuses':[{'ready':true,'restartCount':1,'state':{'running':{}}},"
                + "{'restartCount':4,'state':{'waiting':{'reason':'CrashLoopBackOff'}}}]}}");

        assertThat(cells(ResourceKinds.PODS, pod, 0)).startsWith("", "1/2", "CrashLoopBackOff", "5");
    }

    @Test
    void areThereForEveryKindAndSurviveEmptyObjects() {
        for (ResourceKind kind : ResourceKinds.ALL) {
            ObjectNode table = Tables.of(kind, List.of(Fields.newObject()), "7", NOW);

            assertThat(table.path("columnDefinitions")).hasSameSizeAs(table.at("/rows/0/cells"));
            assertThat(table.at("/metadata/resourceVersion").asText()).isEqualTo("7");
            for (JsonNode definition : table.path("columnDefinitions")) {
                assertThat(definition.path("type").asText()).isIn("string", "integer");
                assertThat(definition.path("priority").asInt()).isBetween(0, 1);
            }
        }
    }

    @Test
    void nameTheColumnThatIsTheName() {
        JsonNode definitions = Tables.of(ResourceKinds.PODS, List.of(), "7", NOW).path("columnDefinitions");

        assertThat(definitions.path(0).path("format").asText()).isEqualTo("name");
        assertThat(definitions.path(1).path("format").asText()).isEmpty();
    }

    /// What is printed, without the age.
    private static List<String> cells(ResourceKind kind, ObjectNode object, int priority) {
        return Columns.of(kind).stream()
                .filter(column -> column.priority() == priority && !column.name().equals("Age"))
                .map(column -> column.cell(object, NOW).asText())
                .toList();
    }
}
