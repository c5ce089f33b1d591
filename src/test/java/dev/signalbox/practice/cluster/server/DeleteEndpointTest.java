package dev.signalbox.practice.cluster.server;

import static dev.signalbox.practice.cluster.server.ServerInMemory.DEPLOYMENTS;
import static dev.signalbox.practice.cluster.server.ServerInMemory.PODS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.cluster.objects.ResourceKinds;
import dev.signalbox.practice.cluster.server.ServerInMemory.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Deletions, graceful and not.
class DeleteEndpointTest {

    private static final String WEB = DEPLOYMENTS + "/web";
    private static final String LEASES = "/apis/coordination.k8s.io/v1/namespaces/shop/leases";

    private final ServerInMemory server = new ServerInMemory();

    @BeforeEach
    void startWithADeploymentAndAPod() {
        server.deployment("web");
        server.keep(ResourceKinds.PODS, "{'metadata':{'name':'web-0','namespace':'shop'},"
                + "'spec':{'terminationGracePeriodSeconds':20}}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsWhatWasDeleted() {
        server.post(LEASES, "{'metadata':{'name':'web'}}");
        String uid = server.get(LEASES + "/web").text("/metadata/uid");
        Answer gone = server.delete(LEASES + "/web", "");

        assertThat(gone.code()).isEqualTo(200);
        assertThat(gone.text("/kind")).isEqualTo("Status");
        assertThat(gone.text("/status")).isEqualTo("Success");
        assertThat(gone.text("/details/name")).isEqualTo("web");
        assertThat(gone.text("/details/group")).isEqualTo("coordination.k8s.io");
        assertThat(gone.text("/details/kind")).isEqualTo("leases");
        assertThat(gone.text("/details/uid")).isEqualTo(uid);
        assertThat(server.delete(LEASES + "/web", "").code()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'preconditions':{'uid':'another'}}            | the UID in the precondition (another) does not match the UID in record
            {'preconditions':{'resourceVersion':'1'}}      | the ResourceVersion in the precondition (1) does not match the ResourceVersion in record
            """)
    void deletesNothingWhosePreconditionFails(String options, String why) {
        server.post(LEASES, "{'metadata':{'name':'web'}}");

        for (String path : new String[] {LEASES + "/web", PODS + "/web-0"}) {
            Answer refused = server.delete(path, options);
            assertThat(refused.code()).isEqualTo(409);
            assertThat(refused.reason()).isEqualTo("Conflict");
            assertThat(refused.message()).contains(why);
            assertThat(server.get(path).body().path("metadata").has("deletionTimestamp")).isFalse();
        }
    }

    @Test
    void deletesWhatIsStillAsTheClientSawIt() {
        Answer lease = server.post(LEASES, "{'metadata':{'name':'web'}}");
        String options = "{'preconditions':{'uid':'" + lease.text("/metadata/uid") + "','resourceVersion':'"
                + lease.text("/metadata/resourceVersion") + "'}}";

        assertThat(server.delete(LEASES + "/web", options).code()).isEqualTo(200);
        assertThat(server.get(LEASES + "/web").code()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            ^^                      | ^^                          | 20 | 2026-11-20T10:00:20Z
            ^^                      | {}                          | 20 | 2026-11-20T10:00:20Z
            ^^                      | {'gracePeriodSeconds':5}    |  5 | 2026-11-20T10:00:05Z
            ?gracePeriodSeconds=7   | ^^                          |  7 | 2026-11-20T10:00:07Z
            ?gracePeriodSeconds=7   | {'gracePeriodSeconds':90}   | 90 | 2026-11-20T10:01:30Z
            """)
    void letsAPodTakeTheTimeThatTheClientGrants(String query, String options, int seconds, String until) {
        Answer going = server.delete(PODS + "/web-0" + query, options);

        assertThat(going.code()).isEqualTo(200);
        assertThat(going.text("/kind")).isEqualTo("Pod");
        assertThat(going.body().at("/metadata/deletionGracePeriodSeconds").asInt()).isEqualTo(seconds);
        assertThat(going.text("/metadata/deletionTimestamp")).isEqualTo(until);
        assertThat(server.get(PODS + "/web-0").code()).isEqualTo(200);
    }

    @Test
    void shortensTheTimeOfAPodThatIsGoingAndNeverLengthensIt() {
        server.delete(PODS + "/web-0", "{'gracePeriodSeconds':10}");
        Answer longer = server.delete(PODS + "/web-0", "{'gracePeriodSeconds':60}");
        Answer again = server.delete(PODS + "/web-0", "");
        Answer shorter = server.delete(PODS + "/web-0", "{'gracePeriodSeconds':2}");

        assertThat(longer.text("/metadata/deletionTimestamp")).isEqualTo("2026-11-20T10:00:10Z");
        assertThat(again.text("/metadata/deletionTimestamp")).isEqualTo("2026-11-20T10:00:10Z");
        assertThat(shorter.text("/metadata/deletionTimestamp")).isEqualTo("2026-11-20T10:00:02Z");
    }

    @Test
    void removesAPodAtOnceWhenItIsForced() {
        Answer gone = server.delete(PODS + "/web-0", "{'gracePeriodSeconds':0}");

        assertThat(gone.text("/kind")).isEqualTo("Pod");
        assertThat(server.get(PODS + "/web-0").code()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            ?dryRun=All | ^^
            ^^          | {'dryRun':['All']}
            ?dryRun=All | {'gracePeriodSeconds':0}
            """)
    void previewsADeletionAndKeepsThePod(String query, String options) {
        Answer before = server.get(PODS + "/web-0");

        assertThat(server.delete(PODS + "/web-0" + query, options).code()).isEqualTo(200);
        assertThat(server.get(PODS + "/web-0").body()).isEqualTo(before.body());
    }

    @Test
    void showsInAPreviewThatThePodWouldGo() {
        assertThat(server.delete(PODS + "/web-0?dryRun=All", "").text("/metadata/deletionTimestamp"))
                .isEqualTo("2026-11-20T10:00:20Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            ^^                            | {'propagationPolicy':'Orphan'}     | 0
            ?propagationPolicy=Orphan     | ^^                                 | 0
            ?propagationPolicy=Orphan     | {'propagationPolicy':'Background'} | 1
            ^^                            | {'propagationPolicy':'Foreground'} | 1
            ?dryRun=All&propagationPolicy=Orphan | ^^                          | 1
            """)
    void letsGoOfWhatAnObjectOwnsWhenThatIsAsked(String query, String options, int owners) {
        server.access.grant("delete", "deployments", "shop");
        String uid = server.get(WEB).text("/metadata/uid");
        server.keep(ResourceKinds.REPLICA_SETS, "{'metadata':{'name':'web-1','namespace':'shop','ownerReferences':"
                + "[{'uid':'" + uid + "','controller':true}]}}");

        assertThat(server.delete(WEB + query, options).code()).isEqualTo(200);
        assertThat(server.get("/apis/apps/v1/namespaces/shop/replicasets/web-1").body()
                .at("/metadata/ownerReferences")).hasSize(owners);
    }
}
