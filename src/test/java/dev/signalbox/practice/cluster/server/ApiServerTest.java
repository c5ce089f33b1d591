package dev.signalbox.practice.cluster.server;

import static dev.signalbox.practice.cluster.server.ServerInMemory.DEPLOYMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.practice.cluster.server.ServerInMemory.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiServerTest {

    private final ServerInMemory server = new ServerInMemory();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /version                   | Bearer practice-token   | 200
            /version                   | bearer practice-token   | 200
            /version                   | Bearer practice-toke    | 401
            /version                   | Bearer practice-token2  | 401
            /version                   | Bearer                  | 401
            /version                   | Basic practice-token    | 401
            /as/practice-token/version | ''                      | 200
            /as/other/version          | ''                      | 401
            """)
    void looksAtTheTokenFirst(String path, String authorization, int code) {
        Answer answer = server.send(new FakeExchange("GET", path, "").with("Authorization", authorization));

        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void saysNothingToStrangersAboutWhatIsThere() {
        Answer stranger = server.send(new FakeExchange("GET", DEPLOYMENTS + "/web", ""));

        assertThat(stranger.code()).isEqualTo(401);
        assertThat(stranger.body()).isEqualTo(ServerInMemory.object("{'kind':'Status','apiVersion':'v1',"
                + "'metadata':{},'status':'Failure','message':'Unauthorized','reason':'Unauthorized','code':401}"));
    }

    @Test
    void refusesTheTokenWhileItIsRevoked() {
        server.server.setRevoked(true);
        assertThat(server.get("/version").code()).isEqualTo(401);
        server.server.setRevoked(false);
        assertThat(server.get("/version").code()).isEqualTo(200);
    }

    @Test
    void answersNothingAtAllWhileItCannotBeReached() {
        server.server.setReachable(false);
        FakeExchange exchange = server.exchange("GET", "/version", "");

        assertThatThrownBy(() -> server.server.handle(exchange)).isInstanceOf(Dropped.class);
        assertThat(exchange.getResponseCode()).isNegative();
        server.server.setReachable(true);
        assertThat(server.get("/version").code()).isEqualTo(200);
    }

    @Test
    void letsClientsThatWantAWebSocketFallBack() {
        Answer answer = server.send(server.exchange("GET", DEPLOYMENTS + "?watch=1", "").with("Upgrade", "websocket"));

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "PROPFIND"})
    void allowsNoOtherMethods(String method) {
        assertThat(server.send(server.exchange(method, DEPLOYMENTS, "")).code()).isEqualTo(405);
        assertThat(server.send(server.exchange(method, "/version", "")).code()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/secrets, 404", "/apis/apps/v1, 200", "/apis/apps, 200", "/apis/apps/v7, 404",
        "/apis/nobody.example, 404", "/api/v1, 200", "/logs, 404", "/metrics, 404", "/, 404",
        "/apis/apps/v1/namespaces/shop/deployments/web/scale/a/b, 404"})
    void sendsEachAddressToThePartThatKnowsIt(String path, int code) {
        assertThat(server.get(path).code()).isEqualTo(code);
    }

    @Test
    void deletesNoCollectionEvenForThoseWhoMay() {
        assertThat(server.delete(DEPLOYMENTS, "").code()).isEqualTo(403);
        server.access.grant("deletecollection", "deployments", "shop");
        assertThat(server.delete(DEPLOYMENTS, "").code()).isEqualTo(405);
    }

    @Test
    void asksForPermissionBeforeItLooksForTheObject() {
        server.access.deny("get", "deployments", "shop");

        assertThat(server.get(DEPLOYMENTS + "/none").code()).isEqualTo(403);
        assertThat(server.get(DEPLOYMENTS).code()).isEqualTo(200);
        server.access.deny("watch", "deployments", "*");
        assertThat(server.get(DEPLOYMENTS + "?watch=true").message()).contains("cannot watch resource \"deployments\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec", "attach", "portforward", "eviction", "ephemeralcontainers"})
    void saysOfWhatIsBehindAPodFirstThatTheOperatorMayNot(String subresource) {
        String path = "/api/v1/namespaces/shop/pods/web-0/" + subresource;
        Answer refused = server.post(path, "{}");

        assertThat(refused.code()).isEqualTo(403);
        assertThat(refused.message()).contains("cannot create resource \"pods/" + subresource + "\"");
        server.access.grant("create", "pods/" + subresource, "shop");
        assertThat(server.post(path, "{}").code()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"Impersonate-User, alice, users", "Impersonate-Group, system:masters, groups",
        "Impersonate-Uid, 42, uids"})
    void neverActsAsTheOperatorForAClientThatWantsToBeSomebodyElse(String header, String who, String resource) {
        Answer refused = server.send(server.exchange("GET", DEPLOYMENTS, "").with(header, who));

        assertThat(refused.code()).isEqualTo(403);
        assertThat(refused.message()).isEqualTo(resource + " \"" + who + "\" is forbidden: User \"practice-operator\""
                + " cannot impersonate resource \"" + resource + "\" in API group \"\" at the cluster scope");
        assertThat(server.send(new FakeExchange("GET", DEPLOYMENTS, "").with(header, who)).code()).isEqualTo(401);
    }
}
