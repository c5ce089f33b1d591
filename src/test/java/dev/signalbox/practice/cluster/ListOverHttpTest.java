package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.cluster.ClusterOverHttp.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListOverHttpTest {

    private static final String PODS = "/api/v1/namespaces/shop/pods";

    private final ClusterOverHttp http = new ClusterOverHttp();

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void listsWithKindAndVersionOfTheListAndNoneOnItems() {
        Answer pods = http.get(PODS);

        assertThat(pods.code()).isEqualTo(200);
        assertThat(pods.body().path("kind").asText()).isEqualTo("PodList");
        assertThat(pods.body().path("apiVersion").asText()).isEqualTo("v1");
        assertThat(pods.body().at("/metadata/resourceVersion").asLong()).isPositive();
        assertThat(pods.body().path("items")).hasSize(3);
        assertThat(pods.body().at("/items/0").has("kind")).isFalse();
    }

    @Test
    void givesOneObjectWithKindAndVersion() {
        Answer web = http.get(ClusterOverHttp.WEB);

        assertThat(web.body().path("kind").asText()).isEqualTo("Deployment");
        assertThat(web.body().path("apiVersion").asText()).isEqualTo("apps/v1");
        assertThat(web.body().at("/metadata/annotations/deployment.kubernetes.io~1revision").asText()).isEqualTo("2");
    }

    @Test
    void readsAllNamespacesOrOne() {
        assertThat(http.get("/apis/apps/v1/deployments").names()).containsExactly("web");
        assertThat(http.get("/apis/apps/v1/namespaces/default/deployments").names()).isEmpty();
        assertThat(http.get("/api/v1/namespaces").names()).containsExactly("default", "shop");
        assertThat(http.get("/api/v1/namespaces/shop").body().path("kind").asText()).isEqualTo("Namespace");
    }

    @Test
    void pagesOverOneConsistentPictureAlthoughObjectsComeAndGo() {
        Answer whole = http.get(PODS);
        Answer first = http.get(PODS + "?limit=1");
        assertThat(first.names()).hasSize(1);
        assertThat(first.body().at("/metadata/remainingItemCount").asInt()).isEqualTo(2);
        http.delete(PODS + "/" + whole.names().get(2), "{'gracePeriodSeconds':0}");

        Answer second = http.get(PODS + "?limit=1&continue=" + first.body().at("/metadata/continue").asText());
        Answer third = http.get(PODS + "?limit=1&continue=" + second.body().at("/metadata/continue").asText());

        assertThat(List.of(first.names().get(0), second.names().get(0), third.names().get(0)))
                .isEqualTo(whole.names());
        assertThat(third.body().path("metadata").has("continue")).isFalse();
        assertThat(third.body().at("/metadata/resourceVersion"))
                .isEqualTo(first.body().at("/metadata/resourceVersion"));
    }

    @Test
    void saysGoneWhenTheRestOfAPagedListIsTooOld() {
        Answer first = http.get(PODS + "?limit=1");
        http.patch(ClusterOverHttp.WEB, ClusterOverHttp.MERGE_PATCH, "{'metadata':{'labels':{'a':'b'}}}");
        http.cluster.compactHistory();

        Answer second = http.get(PODS + "?limit=1&continue=" + first.body().at("/metadata/continue").asText());

        assertThat(second.code()).isEqualTo(410);
        assertThat(second.reason()).isEqualTo("Expired");
        assertThat(second.message()).startsWith("The provided continue parameter is too old");
    }

    @ParameterizedTest
    @CsvSource({"garbage!", "e30", "bm90LWpzb24"})
    void saysBadRequestToATokenThatItNeverGave(String token) {
        Answer answer = http.get(PODS + "?limit=1&continue=" + token);

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.message()).startsWith("continue key is not valid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            labelSelector=app%3Dweb                   | 3
            labelSelector=app+in+(web,api)            | 3
            labelSelector=app%21%3Dweb                | 0
            labelSelector=pod-template-hash           | 3
            labelSelector=%21pod-template-hash        | 0
            fieldSelector=status.phase%3DRunning      | 3
            fieldSelector=metadata.namespace%3Dother  | 0
            """)
    void choosesBySelector(String query, int expected) {
        assertThat(http.get(PODS + "?" + query).names()).hasSize(expected);
    }

    @Test
    void refusesQueriesThatItCannotUnderstand() {
        assertThat(http.get(PODS + "?labelSelector=a+b").code()).isEqualTo(400);
        assertThat(http.get(PODS + "?fieldSelector=spec.color%3Dred").message())
                .isEqualTo("field label not supported: spec.color");
        assertThat(http.get(PODS + "?limit=many").code()).isEqualTo(400);
        assertThat(http.get(PODS + "?resourceVersion=999999999").code()).isEqualTo(504);
    }

    @Test
    void answersWithAStatusWhenThereIsNothing() {
        Answer missing = http.get(ClusterOverHttp.DEPLOYMENTS + "/none");

        assertThat(missing.code()).isEqualTo(404);
        assertThat(missing.reason()).isEqualTo("NotFound");
        assertThat(missing.message()).isEqualTo("deployments.apps \"none\" not found");
        assertThat(missing.body().at("/details/name").asText()).isEqualTo("none");
        assertThat(missing.body().at("/details/group").asText()).isEqualTo("apps");
        assertThat(http.get("/apis/unknown.example/v1/things").code()).isEqualTo(404);
        assertThat(http.get("/nowhere").code()).isEqualTo(404);
        assertThat(http.get(ClusterOverHttp.WEB + "/scale/more").code()).isEqualTo(404);
    }

    @Test
    void listsNothingForKindsThatNobodyMade() {
        for (String path : List.of("/apis/autoscaling/v2/horizontalpodautoscalers",
                "/apis/policy/v1/namespaces/shop/poddisruptionbudgets", "/apis/networking.k8s.io/v1/ingresses",
                "/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices")) {
            assertThat(http.get(path).code()).isEqualTo(200);
            assertThat(http.get(path).names()).isEmpty();
        }
    }

    @Test
    void printsTablesForThoseWhoAsk() {
        String table = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
        Answer pods = http.get(PODS, table);
        Answer web = http.get(ClusterOverHttp.WEB, table);

        assertThat(pods.body().path("kind").asText()).isEqualTo("Table");
        assertThat(pods.body().path("columnDefinitions").valueStream()
                .filter(column -> column.path("priority").asInt() == 0)
                .map(column -> column.path("name").asText()))
                .containsExactly("Name", "Ready", "Status", "Restarts", "Age");
        assertThat(pods.body().at("/rows/0/cells/1").asText()).isEqualTo("1/1");
        assertThat(pods.body().at("/rows/0/cells/2").asText()).isEqualTo("Running");
        assertThat(pods.body().at("/rows/0/cells/4").asText()).matches("4h\\d+m|5h");
        assertThat(web.body().at("/rows/0/cells/1").asText()).isEqualTo("3/3");
        assertThat(web.body().at("/rows/0/object/metadata/name").asText()).isEqualTo("web");
    }

    @Test
    void seedsServicesAndTheKindsOfWorkloads() {
        http.cluster.seed(new WorkloadSeed("shop", "StatefulSet", "db", 2,
                List.of(new SeedRevision("r/db:1", Map.of(), "", Duration.ofDays(2)))));
        http.cluster.seed(new WorkloadSeed("infra", "DaemonSet", "agent", 5,
                List.of(new SeedRevision("r/agent:1", Map.of(), "", Duration.ofDays(2)))));

        assertThat(http.get("/api/v1/namespaces/shop/services").names()).containsExactly("db", "web");
        assertThat(http.get("/apis/apps/v1/statefulsets").body().at("/items/0/status/readyReplicas").asInt())
                .isEqualTo(2);
        assertThat(http.get("/apis/apps/v1/daemonsets").body().at("/items/0/status/numberReady").asInt()).isEqualTo(5);
        assertThat(http.get("/api/v1/nodes").names()).hasSize(5);
    }
}
