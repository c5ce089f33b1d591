package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritesTest {

    private static final Author ALICE = new Author("alice", Commit.STORE);
    private static final ObjectKey WEB = new ObjectKey(ResourceKinds.DEPLOYMENTS, "shop", "web");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
    private final InstantSource clock = now::get;
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final ObjectStore store = new ObjectStore(clock, random, 100);
    private final Writes writes = new Writes(store, clock, random);

    @BeforeEach
    void startWithOneDeployment() {
        store.create(ResourceKinds.NAMESPACES, json("{'metadata':{'name':'shop'}}"), Commit.STORE);
        writes.create(ResourceKinds.DEPLOYMENTS, "shop", deployment("web"), ALICE);
    }

    @Test
    void fillsInWhatWasLeftOut() {
        ObjectNode stored = store.get(WEB);

        assertThat(stored.path("spec").path("replicas").asInt()).isEqualTo(1);
        assertThat(stored.path("spec").path("revisionHistoryLimit").asInt()).isEqualTo(10);
        assertThat(stored.path("spec").path("progressDeadlineSeconds").asInt()).isEqualTo(600);
        assertThat(Fields.text(stored, "spec", "strategy", "rollingUpdate", "maxSurge")).isEqualTo("25%");
        assertThat(Fields.text(stored, "spec", "template", "spec", "restartPolicy")).isEqualTo("Always");
        assertThat(stored.at("/spec/template/spec/containers/0/imagePullPolicy").asText()).isEqualTo("IfNotPresent");
        assertThat(stored.at("/spec/template/spec/containers/0/resources").isObject()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"r/web, Always", "r/web:latest, Always", "r/web:1, IfNotPresent", "host:5000/web, Always",
        "r/web@sha256:aa, IfNotPresent"})
    void pullsMovingTagsAlways(String image, String policy) {
        ObjectNode created = writes.create(ResourceKinds.DEPLOYMENTS, "shop",
                json(deployment("other").toString().replace("r/web:1", image)), ALICE);

        assertThat(created.at("/spec/template/spec/containers/0/imagePullPolicy").asText()).isEqualTo(policy);
    }

    @Test
    void refusesAStaleVersionInEveryKindOfWrite() {
        String stale = Fields.text(store.get(WEB), "metadata", "resourceVersion");
        merge("{'spec':{'replicas':2}}");
        String message =
                "Operation cannot be fulfilled on deployments.apps \"web\": the object has been modified; please"
                        + " apply your changes to the latest version and try again";

        for (String patch : new String[] {"{'metadata':{'resourceVersion':'" + stale + "'},'spec':{'replicas':3}}"}) {
            assertThatThrownBy(() -> merge(patch)).hasMessage(message);
            assertThatThrownBy(() -> writes.patch(WEB, PatchKind.STRATEGIC, json(patch), ALICE)).hasMessage(message);
        }
        ObjectNode old = store.get(WEB).deepCopy();
        Fields.child(old, "metadata").put("resourceVersion", stale);
        assertThatThrownBy(() -> writes.replace(WEB, old, ALICE)).hasMessage(message);
        assertThat(store.get(WEB).path("spec").path("replicas").asInt()).isEqualTo(2);
    }

    @Test
    void acceptsTheCurrentVersion() {
        String current = Fields.text(store.get(WEB), "metadata", "resourceVersion");

        merge("{'metadata':{'resourceVersion':'" + current + "'},'spec':{'replicas':3}}");

        assertThat(store.get(WEB).path("spec").path("replicas").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'metadata':{'uid':'other'}}                                | metadata.uid: Invalid value: "other": field is immutable
            {'metadata':{'name':'other'}}                               | metadata.name: Invalid value: "other": field is immutable
            {'spec':{'replicas':-1}}                                    | must be greater than or equal to 0
            {'spec':{'template':{'metadata':{'labels':{'app':'x'}}}}}   | `selector` does not match template `labels`
            {'spec':{'selector':{'matchLabels':{'more':'x'}},'template':{'metadata':{'labels':{'more':'x'}}}}} | field is immutable
            {'spec':{'template':{'spec':{'containers':[]}}}}            | spec.template.spec.containers: Required value
            """)
    void refusesWhatTheServerRefuses(String patch, String expected) {
        assertThatThrownBy(() -> merge(patch))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(422);
                    assertThat(refusal.status().at("/details/causes/0/field").asText()).isNotEmpty();
                    assertThat(refusal.status().at("/details/kind").asText()).isEqualTo("Deployment");
                })
                .hasMessageStartingWith("Deployment.apps \"web\" is invalid: ")
                .hasMessageContaining(expected);
    }

    @Test
    void refusesATypeThatDoesNotFit() {
        assertThatThrownBy(() -> merge("{'spec':{'replicas':'many'}}"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(400))
                .hasMessageContaining("cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas");
    }

    @Test
    void keepsWhatOnlyTheServerMayWrite() {
        merge("{'metadata':{'generation':99},'status':{'replicas':7}}");

        ObjectNode stored = store.get(WEB);
        assertThat(stored.path("metadata").path("generation").asInt()).isEqualTo(1);
        assertThat(stored.path("status").has("replicas")).isFalse();
    }

    @Test
    void saysOfAReplacementOfAnotherObjectThatThePreconditionFailed() {
        ObjectNode foreign = deployment("web");
        Fields.child(foreign, "metadata").put("uid", "other");

        assertThatThrownBy(() -> writes.replace(WEB, foreign, ALICE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(409))
                .hasMessageContaining("Precondition failed: UID in precondition: other");
    }

    @Test
    void remembersWhoLastWroteTheImage() {
        now.set(Instant.parse("2026-11-20T11:00:00Z"));
        writes.patch(WEB, PatchKind.STRATEGIC,
                json("{'spec':{'template':{'spec':{'containers':[{'name':'web','image':'r/web:2'}]}}}}"),
                new Author("signalbox", Commit.STORE));

        var fields = store.get(WEB).path("metadata").path("managedFields");
        assertThat(fields).hasSize(2);
        var last = fields.get(1);
        assertThat(last.path("manager").asText()).isEqualTo("signalbox");
        assertThat(last.path("operation").asText()).isEqualTo("Update");
        assertThat(last.path("time").asText()).isEqualTo("2026-11-20T11:00:00Z");
        assertThat(last.path("fieldsV1")).isEqualTo(json("{'f:spec':{'f:template':{'f:spec':{'f:containers':"
                + "{'k:{\\\"name\\\":\\\"web\\\"}':{'f:image':{}}}}}}}"));
        assertThat(fields.get(0).path("fieldsV1").toString()).contains("f:replicas").doesNotContain("f:image\"");
    }

    @Test
    void keepsOneEntryForEachManager() {
        merge("{'spec':{'replicas':2}}");
        merge("{'spec':{'replicas':3}}");
        merge("{'metadata':{'annotations':{'a':'b'}}}");

        assertThat(store.get(WEB).path("metadata").path("managedFields")).hasSize(1);
    }

    @Test
    void dropsAManagerWhoOwnsNothingAnyMore() {
        writes.patch(WEB, PatchKind.MERGE, json("{'spec':{'replicas':2}}"), new Author("bob", Commit.STORE));
        merge("{'spec':{'replicas':3}}");

        assertThat(store.get(WEB).path("metadata").path("managedFields")).extracting(entry -> entry.path("manager")
                .asText()).containsExactly("alice");
    }

    @Test
    void namesWhatHasOnlyAGenerateName() {
        ObjectNode event = writes.create(ResourceKinds.EVENTS, "shop", json("{'metadata':{'generateName':'web.'}}"),
                ALICE);

        assertThat(Fields.name(event)).matches("web\\.[0-9a-f]{5}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'metadata':{'name':'Web'}}                          | a lowercase RFC 1123 subdomain
            {'metadata':{}}                                      | name or generateName is required
            {'metadata':{'name':'a','namespace':'other'}}        | does not match the namespace sent on the request
            {'metadata':{'name':'a','resourceVersion':'7'}}      | resourceVersion should not be set on objects to be created
            """)
    void refusesAnObjectThatCannotBeMade(String object, String expected) {
        assertThatThrownBy(() -> writes.create(ResourceKinds.LEASES, "shop", json(object), ALICE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(expected);
    }

    @Test
    void refusesANamespaceThatIsNotThere() {
        assertThatThrownBy(() -> writes.create(ResourceKinds.LEASES, "void", json("{'metadata':{'name':'a'}}"), ALICE))
                .hasMessage("namespaces \"void\" not found");
    }

    @Test
    void doesNotBelieveAClientWhoBringsItsOwnIdentity() {
        ObjectNode lease = writes.create(ResourceKinds.LEASES, "shop",
                json("{'metadata':{'name':'a','uid':'mine','creationTimestamp':'2001-01-01T00:00:00Z'}}"), ALICE);

        assertThat(Fields.uid(lease)).isNotEqualTo("mine");
        assertThat(Fields.text(lease, "metadata", "creationTimestamp")).isEqualTo("2026-11-20T10:00:00Z");
    }

    private ObjectNode merge(String patch) {
        return writes.patch(WEB, PatchKind.MERGE, json(patch), ALICE);
    }

    private static ObjectNode deployment(String name) {
        return json("{'metadata':{'name':'" + name + "'},'spec':{'selector':{'matchLabels':{'app':'web'}},"
                + "'template':{'metadata':{'labels':{'app':'web'}},"
                + "'spec':{'containers':[{'name':'web','image':'r/web:1'}]}}}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'spec':{'strategy':{'rollingUpdate':{'maxSurge':0,'maxUnavailable':0}}}}    | may not be 0 when `maxSurge` is 0
            {'spec':{'strategy':{'type':'Recreate'}}}                                    | may not be specified when strategy `type` is 'Recreate'
            {'spec':{'minReadySeconds':900}}                                             | must be greater than minReadySeconds
            {'spec':{'template':{'spec':{'restartPolicy':'Never'}}}}                     | Unsupported value: "Never": supported values: "Always"
            {'spec':{'template':{'spec':{'containers':[{'name':'a','image':'1'},{'name':'a','image':'2'}]}}}} | spec.template.spec.containers[1].name: Duplicate value: "a"
            {'spec':{'template':{'spec':{'containers':[{'name':'a'}]}}}}                 | spec.template.spec.containers[0].image: Required value
            {'spec':{'template':{'spec':{'containers':[{'image':'a'}]}}}}                | spec.template.spec.containers[0].name: Required value
            """)
    void refusesARolloutThatCouldNotGoOn(String patch, String expected) {
        assertThatThrownBy(() -> merge(patch))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(422))
                .hasMessageContaining(expected);
    }

    @Test
    void changesTheStrategyWhenItsOldNumbersAreTakenAwayInTheSamePatch() {
        ObjectNode patched = merge("{'spec':{'strategy':{'type':'Recreate','rollingUpdate':null}}}");

        assertThat(patched.at("/spec/strategy")).isEqualTo(json("{'type':'Recreate'}"));
    }

    @Test
    void letsAStatefulSetScaleAndUpdateButNotMove() {
        ObjectNode set = deployment("db");
        Fields.child(set, "spec").put("serviceName", "db");
        writes.create(ResourceKinds.STATEFUL_SETS, "shop", set, ALICE);
        ObjectKey db = new ObjectKey(ResourceKinds.STATEFUL_SETS, "shop", "db");

        assertThat(writes.patch(db, PatchKind.MERGE, json("{'spec':{'replicas':5,'updateStrategy':{'rollingUpdate':"
                + "{'partition':2}}}}"), ALICE).at("/spec/updateStrategy/rollingUpdate/partition").asInt())
                .isEqualTo(2);
        assertThatThrownBy(() -> writes.patch(db, PatchKind.MERGE, json("{'spec':{'serviceName':'x'}}"), ALICE))
                .hasMessageContaining("updates to statefulset spec for fields other than");
    }

    @Test
    void previewsEveryKindOfWriteWithoutATrace() {
        Author dry = new Author("alice", Commit.DRY_RUN);
        long before = store.version();
        ObjectNode web = store.get(WEB).deepCopy();
        Fields.child(web, "spec").put("replicas", 9);

        assertThat(writes.replace(WEB, web, dry).at("/spec/replicas").asInt()).isEqualTo(9);
        assertThat(writes.patch(WEB, PatchKind.MERGE, json("{'spec':{'replicas':8}}"), dry).at("/metadata/generation")
                .asInt()).isEqualTo(2);
        assertThat(Fields.uid(writes.create(ResourceKinds.DEPLOYMENTS, "shop", deployment("api"), dry))).isNotEmpty();
        assertThat(store.version()).isEqualTo(before);
    }

    @Test
    void keepsTheVersionWhenNothingIsReallyChanged() {
        long before = store.version();
        ObjectNode same = writes.patch(WEB, PatchKind.JSON, Fields.newArray(), new Author("bob", Commit.STORE));

        assertThat(store.version()).isEqualTo(before);
        assertThat(same).isEqualTo(store.get(WEB));
        assertThat(same.path("metadata").path("managedFields")).hasSize(1);
    }

    private static ObjectNode json(String text) {
        return Fields.object(text.replace('\'', '"'));
    }
}
