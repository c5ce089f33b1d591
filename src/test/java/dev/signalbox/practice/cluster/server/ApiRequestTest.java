package dev.signalbox.practice.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.practice.cluster.objects.Author;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.Refusal;
import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRequestTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            watch,          true
            watch=,         true
            watch=1,        true
            watch=true,     true
            watch=True,     true
            watch=yes,      true
            watch=0,        false
            watch=false,    false
            watch=FALSE,    false
            other=true,     false
            """)
    void readsAFlagAsKubernetesDoes(String query, boolean expected) {
        assertThat(get("/api/v1/pods?" + query).asks("watch")).isEqualTo(expected);
    }

    @Test
    void takesTheFirstOfTwoValues() {
        assertThat(get("/api/v1/pods?limit=3&limit=9").number("limit", 0)).isEqualTo(3);
    }

    @Test
    void decodesValuesAndSegmentsByTheirOwnRules() {
        ApiRequest request = get("/api/v1/namespaces/a%2Fb/pods/c+d?labelSelector=app+in%20(a%2Cb)");

        assertThat(request.segments()).containsExactly("api", "v1", "namespaces", "a/b", "pods", "c+d");
        assertThat(request.query("labelSelector")).isEqualTo("app in (a,b)");
        assertThat(request.query("absent")).isEmpty();
    }

    @Test
    void takesNoNoticeOfDoubledOrFinalSlashes() {
        assertThat(get("/api/v1//pods/").segments()).containsExactly("api", "v1", "pods");
        assertThat(get("/").segments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"limit=5, 5", "limit=-1, -1", "limit=, 7", "other=5, 7"})
    void readsANumberOrTheOneThatIsMeant(String query, long expected) {
        assertThat(get("/api/v1/pods?" + query).number("limit", 7)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "1.5", "0x10", "99999999999999999999"})
    void refusesANumberThatIsNone(String number) {
        refuses(400, () -> get("/api/v1/pods?limit=" + number).number("limit", 0));
    }

    @Test
    void refusesAVersionBelowZero() {
        assertThat(get("/api/v1/pods?resourceVersion=1005").version()).isEqualTo(1005);
        refuses(400, () -> get("/api/v1/pods?resourceVersion=-5").version());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            /as/secret/version,    -,               secret, version
            /version,              Bearer other,    other,  version
            /as/secret/version,    Bearer other,    other,  version
            /version,              Basic b3RoZXI=,  '',     version
            /version,              -,               '',     version
            /as/secret,            -,               secret, ''
            /as,                   -,               '',     as
            """)
    void findsTheTokenAndHidesItFromThePath(String path, @org.jspecify.annotations.Nullable String authorization,
            String token, String segments) {
        FakeExchange exchange = new FakeExchange("GET", path, "");
        if (authorization != null) {
            exchange.with("Authorization", authorization);
        }
        ApiRequest request = new ApiRequest(exchange);

        assertThat(request.token()).isEqualTo(token);
        assertThat(String.join("/", request.segments())).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            ?fieldManager=signalbox, kubectl/v1.36.2 (linux/amd64), signalbox
            '',                      kubectl/v1.36.2 (linux/amd64), kubectl
            '',                      console,                       console
            '',                      '',                            unknown
            ?fieldManager=,          kubectl/v1.36.2,               kubectl
            """)
    void namesTheManagerAsTheServerWould(String query, String agent, String manager) {
        ApiRequest request = new ApiRequest(
                new FakeExchange("PATCH", "/api/v1/pods" + query, "").with("User-Agent", agent));

        assertThat(request.author()).isEqualTo(new Author(manager, Commit.STORE));
    }

    @Test
    void knowsADryRunByItsOnlyValue() {
        assertThat(get("/api/v1/pods?dryRun=All").author().commit()).isEqualTo(Commit.DRY_RUN);
        assertThat(get("/api/v1/pods?dryRun=").author().commit()).isEqualTo(Commit.STORE);
        refuses(400, () -> get("/api/v1/pods?dryRun=all").author());
    }

    @Test
    void readsABodyUpToTheLimitOfARealServerAndNoFurther() throws IOException {
        assertThat(body("x".repeat(3 * 1024 * 1024)).bytes()).hasSize(3 * 1024 * 1024);
        refuses(413, () -> body("x".repeat(3 * 1024 * 1024 + 1)).bytes());
    }

    @Test
    void takesAnObjectAndNothingElseWhereAnObjectIsNeeded() throws IOException {
        assertThat(body("{\"a\":1}").objectBody()).isEqualTo(Fields.newObject().put("a", 1));
        refuses(400, () -> body("[1]").objectBody());
        refuses(400, () -> body("").objectBody());
        refuses(400, () -> body("{\"a\":").objectBody());
    }

    @Test
    void saysThatItReadsNoProtobufInsteadOfCallingItBrokenJson() {
        ApiRequest request = new ApiRequest(new FakeExchange("POST", "/api/v1/pods", "k8s")
                .with("Content-Type", "application/vnd.kubernetes.protobuf"));

        refuses(415, request::body);
    }

    @Test
    void repliesWithoutABodyToo() throws IOException {
        FakeExchange exchange = new FakeExchange("GET", "/readyz", "");
        new ApiRequest(exchange).reply(200, "text/plain", new byte[0]);

        assertThat(exchange.getResponseCode()).isEqualTo(200);
        assertThat(exchange.text()).isEmpty();
        assertThat(exchange.isClosed()).isTrue();
        assertThat(exchange.getResponseHeaders().getFirst("Cache-Control")).isEqualTo("no-cache, private");
    }

    private static void refuses(int code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static ApiRequest get(String address) {
        return new ApiRequest(new FakeExchange("GET", address, ""));
    }

    private static ApiRequest body(String body) {
        return new ApiRequest(new FakeExchange("POST", "/api/v1/pods", body));
    }
}
