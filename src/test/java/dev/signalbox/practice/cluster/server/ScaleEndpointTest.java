package dev.signalbox.practice.cluster.server;

import static dev.signalbox.practice.cluster.server.ServerInMemory.DEPLOYMENTS;
import static dev.signalbox.practice.cluster.server.ServerInMemory.JSON_PATCH;
import static dev.signalbox.practice.cluster.server.ServerInMemory.MERGE_PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.cluster.objects.ResourceKinds;
import dev.signalbox.practice.cluster.server.ServerInMemory.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleEndpointTest {

    private static final String WEB = DEPLOYMENTS + "/web";
    private static final String SCALE = WEB + "/scale";

    private final ServerInMemory server = new ServerInMemory();

    @BeforeEach
    void startWithOneDeployment() {
        server.deployment("web");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isTheSameForEveryKindThatHasOne() {
        server.keep(ResourceKinds.STATEFUL_SETS, "{'metadata':{'name':'db','namespace':'shop'},'spec':{'replicas':2,"
                + "'selector':{'matchLabels':{'app':'db','tier':'data'}}},'status':{'replicas':1}}");
        Answer db = server.get("/apis/apps/v1/namespaces/shop/statefulsets/db/scale");
        Answer web = server.get(SCALE);

        assertThat(db.text("/kind")).isEqualTo("Scale");
        assertThat(db.text("/apiVersion")).isEqualTo("autoscaling/v1");
        assertThat(db.body().at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(db.body().at("/status/replicas").asInt()).isEqualTo(1);
        assertThat(db.text("/status/selector")).isEqualTo("app=db,tier=data");
        assertThat(web.text("/metadata/uid")).isEqualTo(server.get(WEB).text("/metadata/uid"));
        assertThat(web.text("/metadata/resourceVersion")).isEqualTo(server.get(WEB).text("/metadata/resourceVersion"));
        assertThat(web.body().path("metadata").has("labels")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            application/merge-patch+json           | {'spec':{'replicas':7}}
            application/strategic-merge-patch+json | {'spec':{'replicas':7}}
            application/json-patch+json            | [{'op':'test','path':'/spec/replicas','value':3},{'op':'replace','path':'/spec/replicas','value':7}]
            """)
    void changesNothingButTheNumber(String type, String patch) {
        Answer before = server.get(WEB);
        Answer scaled = server.patch(SCALE, type, patch);
        Answer after = server.get(WEB);

        assertThat(scaled.text("/kind")).isEqualTo("Scale");
        assertThat(scaled.body().at("/spec/replicas").asInt()).isEqualTo(7);
        assertThat(after.body().at("/spec/replicas").asInt()).isEqualTo(7);
        assertThat(after.body().at("/metadata/generation").asInt()).isEqualTo(2);
        assertThat(after.body().at("/spec/template")).isEqualTo(before.body().at("/spec/template"));
    }

    @Test
    void previewsWithoutScaling() {
        Answer preview = server.patch(SCALE + "?dryRun=All", MERGE_PATCH, "{'spec':{'replicas':7}}");

        assertThat(preview.body().at("/spec/replicas").asInt()).isEqualTo(7);
        assertThat(server.get(WEB).body().at("/spec/replicas").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            application/merge-patch+json | {'spec':{'replicas':-1}}                                             | 422
            application/merge-patch+json | {'spec':{'replicas':'two'}}                                          | 400
            application/merge-patch+json | {'metadata':{'resourceVersion':'1'},'spec':{'replicas':5}}           | 409
            application/json-patch+json  | [{'op':'test','path':'/spec/replicas','value':4}]                    | 422
            application/json             | {'spec':{'replicas':5}}                                              | 415
            """)
    void refusesAsTheObjectItselfWould(String type, String patch, int code) {
        assertThat(server.patch(SCALE, type, patch).code()).isEqualTo(code);
        assertThat(server.get(WEB).body().at("/spec/replicas").asInt()).isEqualTo(3);
    }

    @Test
    void takesAWholeScaleFromThoseWhoMayUpdate() {
        String read = server.get(SCALE).text();
        assertThat(server.put(SCALE, read).code()).isEqualTo(403);
        server.access.grant("update", "deployments/scale", "shop");

        assertThat(server.put(SCALE, read.replace("\"replicas\":3", "\"replicas\":5")).code()).isEqualTo(200);
        assertThat(server.put(SCALE, read.replace("\"replicas\":3", "\"replicas\":6")).code()).isEqualTo(409);
        assertThat(server.put(SCALE, "{'spec':{}}").body().at("/spec/replicas").asInt()).isZero();
        assertThat(server.get(WEB).body().at("/spec/replicas").asInt()).isZero();
    }

    @Test
    void isNotThereForKindsWithoutANumber() {
        server.access.grant("*", "*", "*");

        assertThat(server.get("/apis/apps/v1/namespaces/shop/daemonsets/agent/scale").code()).isEqualTo(404);
        assertThat(server.get(DEPLOYMENTS + "/none/scale").code()).isEqualTo(404);
        assertThat(server.get(WEB + "/status").code()).isEqualTo(404);
        assertThat(server.delete(SCALE, "").code()).isEqualTo(405);
        assertThat(server.post(SCALE, "{}").code()).isEqualTo(405);
    }

    @Test
    void neverMakesAnObjectByWatchingItsNumber() {
        Answer watched = server.get(SCALE + "?watch=1");

        assertThat(watched.text("/kind")).isEqualTo("Scale");
        assertThat(server.patch(SCALE, JSON_PATCH, "[]").body()).isEqualTo(watched.body());
    }
}
