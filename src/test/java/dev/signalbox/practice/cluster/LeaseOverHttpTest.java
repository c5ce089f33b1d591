package dev.signalbox.practice.cluster;

import static dev.signalbox.practice.cluster.ClusterOverHttp.JSON_PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.cluster.ClusterOverHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseOverHttpTest {

    private static final String LEASES = "/apis/coordination.k8s.io/v1/namespaces/shop/leases";
    private static final String LOCK = LEASES + "/signalbox.web";

    private final ClusterOverHttp http = new ClusterOverHttp();

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void belongsToWhoeverCreatesItFirst() {
        assertThat(take("alice").code()).isEqualTo(201);
        Answer second = take("bob");

        assertThat(second.code()).isEqualTo(409);
        assertThat(second.reason()).isEqualTo("AlreadyExists");
        assertThat(http.get(LOCK).body().at("/spec/holderIdentity").asText()).isEqualTo("alice");
    }

    @Test
    void isRenewedByItsHolderOnly() {
        take("alice");

        assertThat(http.patch(LOCK, JSON_PATCH, renewal("alice")).code()).isEqualTo(200);
        assertThat(http.patch(LOCK, JSON_PATCH, renewal("bob")).code()).isEqualTo(422);
        assertThat(http.get(LOCK).body().at("/spec/renewTime").asText()).isEqualTo("2026-11-20T10:00:30.000000Z");
    }

    @Test
    void isReleasedOnlyAsItWasSeen() {
        Answer lease = take("alice");
        http.patch(LOCK, JSON_PATCH, renewal("alice"));
        String stale = lease.body().at("/metadata/resourceVersion").asText();

        Answer refused = http.delete(LOCK, "{'preconditions':{'resourceVersion':'" + stale + "'}}");
        assertThat(refused.code()).isEqualTo(409);
        assertThat(refused.message())
                .contains("the ResourceVersion in the precondition (" + stale + ") does not match");
        assertThat(http.delete(LOCK, "{'preconditions':{'uid':'other'}}").code()).isEqualTo(409);

        String current = http.get(LOCK).body().at("/metadata/resourceVersion").asText();
        Answer released = http.delete(LOCK, "{'preconditions':{'resourceVersion':'" + current + "'}}");
        assertThat(released.code()).isEqualTo(200);
        assertThat(released.body().at("/details/name").asText()).isEqualTo("signalbox.web");
        assertThat(take("bob").code()).isEqualTo(201);
    }

    @Test
    void isReplacedOnlyWithAVersion() {
        Answer lease = take("alice");

        assertThat(http.put(LOCK, lease.text().replace("alice", "bob")).code()).isEqualTo(200);
        Answer blind = http.put(LOCK, "{'metadata':{'name':'signalbox.web'},'spec':{'holderIdentity':'eve'}}");
        assertThat(blind.code()).isEqualTo(422);
        assertThat(blind.message()).contains("must be specified for an update");
    }

    private Answer take(String holder) {
        return http.post(LEASES, "{'apiVersion':'coordination.k8s.io/v1','kind':'Lease','metadata':{'name':"
                + "'signalbox.web'},'spec':{'holderIdentity':'" + holder + "','leaseDurationSeconds':30,"
                + "'renewTime':'2026-11-20T10:00:00.000000Z'}}");
    }

    private static String renewal(String holder) {
        return "[{'op':'test','path':'/spec/holderIdentity','value':'" + holder
                + "'},{'op':'replace','path':'/spec/renewTime','value':'2026-11-20T10:00:30.000000Z'}]";
    }
}
