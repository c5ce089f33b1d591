package dev.signalbox.practice.cluster.server;

import static dev.signalbox.practice.cluster.server.ServerInMemory.DEPLOYMENTS;
import static dev.signalbox.practice.cluster.server.ServerInMemory.JSON_PATCH;
import static dev.signalbox.practice.cluster.server.ServerInMemory.MERGE_PATCH;
import static dev.signalbox.practice.cluster.server.ServerInMemory.STRATEGIC_PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.cluster.server.ServerInMemory.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriteEndpointTest {

    private static final String WEB = DEPLOYMENTS + "/web";
    private static final String LEASES = "/apis/coordination.k8s.io/v1/namespaces/shop/leases";

    private final ServerInMemory server = new ServerInMemory();

    @BeforeEach
    void startWithADeployment() {
        server.deployment("web");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersACreationWithTheObjectThatIsStored() {
        Answer made = server.post(LEASES, "{'metadata':{'name':'web'},'spec':{'holderIdentity':'alice'}}");

        assertThat(made.code()).isEqualTo(201);
        assertThat(made.body()).isEqualTo(server.get(LEASES + "/web").body());
        assertThat(made.text("/metadata/namespace")).isEqualTo("shop");
        assertThat(made.text("/metadata/uid")).isNotEmpty();
    }

    @Test
    void previewsACreationAndKeepsNothing() {
        Answer preview = server.post(LEASES + "?dryRun=All", "{'metadata':{'name':'web'}}");

        assertThat(preview.code()).isEqualTo(201);
        assertThat(preview.text("/metadata/name")).isEqualTo("web");
        assertThat(server.get(LEASES + "/web").code()).isEqualTo(404);
    }

    @Test
    void createsAnObjectOfANamespaceInOneOnly() {
        server.access.grant("create", "*", "*");

        assertThat(server.post("/apis/apps/v1/deployments", ServerInMemory.deploymentText("api")).code())
                .isEqualTo(405);
        assertThat(server.post("/api/v1/namespaces", "{'metadata':{'name':'new'}}").code()).isEqualTo(201);
        assertThat(server.post("/api/v1/namespaces/shop/pods/web-9", "{}").code()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'kind':'Deployment','metadata':{'name':'a'}}                          | 400 | cannot be handled as a Lease
            {'apiVersion':'coordination.k8s.io/v1beta1','metadata':{'name':'a'}}   | 400 | cannot be handled as a Lease
            {'metadata':{'name':'Not A Name'}}                                     | 422 | a lowercase RFC 1123 subdomain
            []                                                                     | 400 | not an object
            {                                                                      | 400 | error decoding the body
            """)
    void refusesABodyThatDoesNotBelongThere(String body, int code, String message) {
        Answer refused = server.post(LEASES, body);

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.message()).contains(message);
        assertThat(refused.text("/status")).isEqualTo("Failure");
    }

    @Test
    void takesAnObjectWithItsKindAndVersionToo() {
        assertThat(server.post(LEASES, "{'kind':'Lease','apiVersion':'coordination.k8s.io/v1',"
                + "'metadata':{'name':'web'}}").code()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            application/json-patch+json            | [{'op':'replace','path':'/spec/replicas','value':5}]
            application/json-patch+json; charset=utf-8 | [{'op':'add','path':'/spec/replicas','value':5}]
            application/merge-patch+json           | {'spec':{'replicas':5}}
            APPLICATION/MERGE-PATCH+JSON           | {'spec':{'replicas':5}}
            application/strategic-merge-patch+json | {'spec':{'replicas':5}}
            """)
    void takesAllThreeKindsOfPatch(String type, String patch) {
        Answer patched = server.patch(WEB, type, patch);

        assertThat(patched.code()).isEqualTo(200);
        assertThat(patched.body().at("/spec/replicas").asInt()).isEqualTo(5);
        assertThat(patched.body().at("/metadata/generation").asInt()).isEqualTo(2);
        assertThat(patched.text("/spec/template/spec/containers/0/image")).isEqualTo("r/web:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/apply-patch+yaml", "text/plain", ""})
    void namesTheKindsThatItTakesWhenAskedForAnother(String type) {
        Answer refused = server.patch(WEB, type, "{}");

        assertThat(refused.code()).isEqualTo(415);
        assertThat(refused.reason()).isEqualTo("UnsupportedMediaType");
        assertThat(refused.message()).contains(JSON_PATCH, MERGE_PATCH, STRATEGIC_PATCH);
    }

    @Test
    void mergesContainersByNameInAStrategicPatchAndReplacesThemInAMergePatch() {
        String sidecar = "{'spec':{'template':{'spec':{'containers':[{'name':'proxy','image':'r/proxy:1'}]}}}}";

        Answer merged = server.patch(WEB, STRATEGIC_PATCH, sidecar);
        assertThat(merged.body().at("/spec/template/spec/containers").valueStream()
                .map(container -> container.path("name").asText())).containsExactly("web", "proxy");

        Answer replaced = server.patch(WEB, MERGE_PATCH, sidecar);
        assertThat(replaced.body().at("/spec/template/spec/containers").valueStream()
                .map(container -> container.path("name").asText())).containsExactly("proxy");
    }

    @Test
    void changesNothingOfAPatchWhoseLastTestFails() {
        Answer before = server.get(WEB);
        Answer refused = server.patch(WEB, JSON_PATCH, "[{'op':'replace','path':'/spec/replicas','value':9},"
                + "{'op':'test','path':'/metadata/generation','value':2}]");

        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.reason()).isEqualTo("Invalid");
        assertThat(server.get(WEB).body()).isEqualTo(before.body());
    }

    @Test
    void movesNoVersionForAPatchThatChangesNothing() {
        long before = server.store.version();
        Answer same = server.patch(WEB, MERGE_PATCH, "{'spec':{'replicas':3}}");

        assertThat(same.code()).isEqualTo(200);
        assertThat(server.store.version()).isEqualTo(before);
        assertThat(same.body()).isEqualTo(server.get(WEB).body());
    }

    @Test
    void patchesNothingThatIsNotThere() {
        assertThat(server.patch(DEPLOYMENTS + "/none", MERGE_PATCH, "{}").code()).isEqualTo(404);
        assertThat(server.patch(DEPLOYMENTS, MERGE_PATCH, "{}").code()).isEqualTo(405);
    }

    @Test
    void replacesALeaseOnlyFromTheVersionThatTheClientSaw() {
        server.post(LEASES, "{'metadata':{'name':'web'},'spec':{'holderIdentity':'alice'}}");
        String read = server.get(LEASES + "/web").text();

        Answer blind = server.put(LEASES + "/web", "{'metadata':{'name':'web'},'spec':{'holderIdentity':'bob'}}");
        assertThat(blind.code()).isEqualTo(422);
        assertThat(blind.message()).contains("metadata.resourceVersion: Invalid value: 0x0: must be specified for an"
                + " update");
        assertThat(server.put(LEASES + "/web", read.replace("alice", "carol")).code()).isEqualTo(200);
        assertThat(server.put(LEASES + "/web", read.replace("alice", "dave")).code()).isEqualTo(409);
        assertThat(server.get(LEASES + "/web").text("/spec/holderIdentity")).isEqualTo("carol");
    }

    @Test
    void refusesToReplaceAnObjectByOneOfAnotherName() {
        server.access.grant("update", "deployments", "shop");

        assertThat(server.put(WEB, ServerInMemory.deploymentText("api")).message())
                .isEqualTo("the name of the object (api) does not match the name on the URL (web)");
        assertThat(server.put(DEPLOYMENTS, ServerInMemory.deploymentText("web")).code()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'metadata':{'labels':{'bad/key/x':'1'}}}                                  | 422 | metadata.labels: Invalid value: "bad/key/x"
            {'metadata':{'labels':{'tier':'not a label'}}}                             | 422 | metadata.labels: Invalid value: "not a label"
            {'metadata':{'annotations':{'bad key':'1'}}}                               | 422 | metadata.annotations: Invalid value: "bad key"
            {'spec':{'template':{'metadata':{'labels':{'tier':'-'}}}}}                 | 422 | spec.template.labels: Invalid value: "-"
            {'metadata':{'labels':{'tier':7}}}                                         | 400 | cannot unmarshal number
            """)
    void refusesLabelsThatNobodyCouldSelectBy(String patch, int code, String message) {
        Answer refused = server.patch(WEB, MERGE_PATCH, patch);

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.message()).contains(message);
    }
}
