package dev.signalbox.practice.cluster;

import static dev.signalbox.practice.cluster.ClusterOverHttp.DEPLOYMENTS;
import static dev.signalbox.practice.cluster.ClusterOverHttp.JSON_PATCH;
import static dev.signalbox.practice.cluster.ClusterOverHttp.MERGE_PATCH;
import static dev.signalbox.practice.cluster.ClusterOverHttp.STRATEGIC_PATCH;
import static dev.signalbox.practice.cluster.ClusterOverHttp.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.cluster.ClusterOverHttp.Answer;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriteOverHttpTest {

    private final ClusterOverHttp http = new ClusterOverHttp();

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void patchesWithTestsThatHold() {
        Answer web = http.get(WEB);
        Answer patched = http.patch(WEB + "?fieldManager=signalbox", JSON_PATCH,
                "[{'op':'test','path':'/metadata/uid','value':'" + web.body().at("/metadata/uid").asText() + "'},"
                        + "{'op':'test','path':'/metadata/generation','value':"
                        + web.body().at("/metadata/generation").asInt() + "},"
                        + "{'op':'replace','path':'/spec/replicas','value':5}]");

        assertThat(patched.code()).isEqualTo(200);
        assertThat(patched.body().at("/spec/replicas").asInt()).isEqualTo(5);
        assertThat(patched.body().at("/metadata/generation").asInt())
                .isEqualTo(web.body().at("/metadata/generation").asInt() + 1);
        assertThat(patched.body().at("/metadata/managedFields").valueStream()
                .map(entry -> entry.path("manager").asText())).contains("signalbox");
    }

    @Test
    void refusesATestThatFailsWithoutSayingWhich() {
        Answer answer = http.patch(WEB, JSON_PATCH, "[{'op':'test','path':'/metadata/generation','value':999},"
                + "{'op':'replace','path':'/spec/replicas','value':5}]");

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.reason()).isEqualTo("Invalid");
        assertThat(answer.message()).isEqualTo("the server rejected our request due to an error in our request");
        assertThat(answer.body().path("details")).isEmpty();
        assertThat(http.get(WEB).body().at("/spec/replicas").asInt()).isEqualTo(3);
    }

    @Test
    void showsADryRunAndKeepsNothing() {
        Answer before = http.get(WEB);
        Answer preview = http.patch(WEB + "?dryRun=All", JSON_PATCH,
                "[{'op':'replace','path':'/spec/replicas','value':5}]");

        assertThat(preview.code()).isEqualTo(200);
        assertThat(preview.body().at("/spec/replicas").asInt()).isEqualTo(5);
        assertThat(preview.body().at("/metadata/generation").asInt())
                .isEqualTo(before.body().at("/metadata/generation").asInt() + 1);
        assertThat(http.get(WEB).body()).isEqualTo(before.body());
        assertThat(http.patch(WEB + "?dryRun=Some", JSON_PATCH, "[]").code()).isEqualTo(400);
    }

    @Test
    void refusesOtherMediaTypes() {
        Answer answer = http.patch(WEB, "application/json", "{}");

        assertThat(answer.code()).isEqualTo(415);
        assertThat(answer.reason()).isEqualTo("UnsupportedMediaType");
        assertThat(http.patch(WEB, "application/apply-patch+yaml", "{}").code()).isEqualTo(415);
    }

    @Test
    void refusesBodiesThatAreNoPatch() {
        assertThat(http.patch(WEB, MERGE_PATCH, "not json").code()).isEqualTo(400);
        assertThat(http.patch(WEB, MERGE_PATCH, "[1]").code()).isEqualTo(400);
        assertThat(http.patch(WEB, JSON_PATCH, "{}").code()).isEqualTo(400);
        assertThat(http.patch(WEB, MERGE_PATCH, "").code()).isEqualTo(400);
        assertThat(http.patch(WEB, MERGE_PATCH, "{'a':'" + "x".repeat(4_000_000) + "'}").code()).isEqualTo(413);
    }

    @Test
    void letsExactlyOneOfManyWithTheSameVersionWin() throws Exception {
        String version = http.get(WEB).body().at("/metadata/resourceVersion").asText();
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < 20; client++) {
                String patch =
                        "{'metadata':{'resourceVersion':'" + version + "','labels':{'winner':'" + client + "'}}}";
                answers.add(many.submit(() -> http.patch(WEB, MERGE_PATCH, patch).code()));
            }
        }
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            codes.add(answer.get());
        }

        assertThat(codes).filteredOn(code -> code == 200).hasSize(1);
        assertThat(codes).filteredOn(code -> code == 409).hasSize(19);
    }

    @Test
    void restartsByAnAnnotationOfTheTemplate() {
        Answer restarted = http.patch(WEB, STRATEGIC_PATCH, "{'spec':{'template':{'metadata':{'annotations':"
                + "{'kubectl.kubernetes.io/restartedAt':'2026-11-20T10:00:00Z'}}}}}");
        http.run(Duration.ofSeconds(1));

        assertThat(restarted.body().at("/spec/template/metadata/annotations/commit").asText()).isEqualTo("abc");
        assertThat(http.get("/apis/apps/v1/namespaces/shop/replicasets").names()).hasSize(3);
    }

    @Test
    void recordsTheClientsNameWhenItNamesNoManager() {
        http.send(http.request(WEB).header("User-Agent", "kubectl/v1.36.0 (linux)")
                .header("Content-Type", MERGE_PATCH)
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"spec\":{\"replicas\":4}}")));

        assertThat(http.get(WEB).body().at("/metadata/managedFields").valueStream()
                .map(entry -> entry.path("manager").asText())).contains("kubectl");
    }

    @Test
    void replacesAnObjectWhenGranted() {
        http.cluster.grant("update", "deployments", "shop");
        Answer web = http.get(WEB);
        String next = web.text().replace("\"replicas\":3", "\"replicas\":1");

        assertThat(http.put(WEB, next).code()).isEqualTo(200);
        Answer stale = http.put(WEB, next.replace("\"replicas\":1", "\"replicas\":2"));
        assertThat(stale.code()).isEqualTo(409);
        assertThat(stale.reason()).isEqualTo("Conflict");
        assertThat(http.put(DEPLOYMENTS + "/other", next).code()).isEqualTo(400);
    }

    @Test
    void createsAndDeletesWhenGranted() {
        http.cluster.grant("*", "deployments", "shop");
        String deployment = "{'metadata':{'name':'api'},'spec':{'selector':{'matchLabels':{'app':'api'}},'template':"
                + "{'metadata':{'labels':{'app':'api'}},'spec':{'containers':[{'name':'api','image':'r/api:1'}]}}}}";

        assertThat(http.post(DEPLOYMENTS, deployment).code()).isEqualTo(201);
        Answer again = http.post(DEPLOYMENTS, deployment);
        assertThat(again.code()).isEqualTo(409);
        assertThat(again.reason()).isEqualTo("AlreadyExists");
        http.run(Duration.ofSeconds(10));
        assertThat(http.cluster.rolloutOf("shop", "Deployment", "api").done()).isTrue();
        Answer gone = http.delete(DEPLOYMENTS + "/api", "");
        assertThat(gone.body().path("status").asText()).isEqualTo("Success");
        http.run(Duration.ofSeconds(4));
        assertThat(http.get("/api/v1/namespaces/shop/pods?labelSelector=app%3Dapi").names()).isEmpty();
        assertThat(http.post(DEPLOYMENTS, "{'kind':'Pod'}").code()).isEqualTo(400);
    }

    @Test
    void deletesAPodGracefullyAndItIsReplaced() {
        String pods = "/api/v1/namespaces/shop/pods";
        String name = http.get(pods).names().get(0);
        Answer going = http.delete(pods + "/" + name, "");

        assertThat(going.body().at("/metadata/deletionTimestamp").asText()).isNotEmpty();
        assertThat(http.get(pods + "/" + name).code()).isEqualTo(200);
        http.run(Duration.ofSeconds(10));
        assertThat(http.get(pods + "/" + name).code()).isEqualTo(404);
        assertThat(http.get(pods).names()).hasSize(3);
        assertThat(http.delete(pods + "/" + http.get(pods).names().get(0) + "?dryRun=All", "").code()).isEqualTo(200);
        assertThat(http.get(pods).names()).hasSize(3);
    }

    @Test
    void scalesThroughTheSubresource() {
        Answer scale = http.get(WEB + "/scale");
        assertThat(scale.body().path("kind").asText()).isEqualTo("Scale");
        assertThat(scale.body().path("apiVersion").asText()).isEqualTo("autoscaling/v1");
        assertThat(scale.body().at("/spec/replicas").asInt()).isEqualTo(3);
        assertThat(scale.body().at("/status/selector").asText()).isEqualTo("app=web");

        assertThat(http.patch(WEB + "/scale", MERGE_PATCH, "{'spec':{'replicas':6}}").body().at("/spec/replicas")
                .asInt()).isEqualTo(6);
        assertThat(http.get(WEB).body().at("/spec/replicas").asInt()).isEqualTo(6);
        assertThat(http.patch(WEB + "/scale", MERGE_PATCH, "{'spec':{'replicas':-1}}").code()).isEqualTo(422);
        assertThat(http.patch(WEB + "/scale", JSON_PATCH, "[{'op':'test','path':'/spec/replicas','value':9}]").code())
                .isEqualTo(422);

        http.cluster.grant("update", "deployments/scale", "shop");
        assertThat(http.put(WEB + "/scale", scale.text()).code()).isEqualTo(409);
        assertThat(http.put(WEB + "/scale", "{'spec':{'replicas':2}}").code()).isEqualTo(200);
    }

    @Test
    void createsAnEventAsTheConsoleDoes() {
        Answer event = http.post("/api/v1/namespaces/shop/events", "{'metadata':{'generateName':'web.'},"
                + "'involvedObject':{'kind':'Deployment','name':'web'},'reason':'RolledBack','type':'Normal'}");

        assertThat(event.code()).isEqualTo(201);
        assertThat(
                http.get("/api/v1/namespaces/shop/events?fieldSelector=involvedObject.name%3Dweb,reason%3DRolledBack")
                        .names())
                .hasSize(1);
    }

    @Test
    void allowsNoMethodThatDoesNotFit() {
        assertThat(http.post(WEB, "{}").code()).isEqualTo(405);
        assertThat(http.put(DEPLOYMENTS, "{}").code()).isEqualTo(405);
        assertThat(http.patch(DEPLOYMENTS, MERGE_PATCH, "{}").code()).isEqualTo(405);
        http.cluster.grant("deletecollection", "deployments", "*");
        assertThat(http.delete(DEPLOYMENTS, "").code()).isEqualTo(405);
    }
}
