package dev.signalbox.practice.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceSignInTest {

    private static final DeviceSignIn.Manner MANNER = new DeviceSignIn.Manner("/o/codes", "/o/tokens", "/o/page", 400);

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private HttpServer server = server();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private final DeviceSignIn signIn =
            new DeviceSignIn(MANNER, "granted-token", () -> now, new SplittableRandom(3));
    private final String app = signIn.application();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/o/", signIn);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        client.close();
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode begin(String client) throws Exception {
        return json.readTree(post("/o/codes", "client_id=" + client + "&scope=repo").body());
    }

    private HttpResponse<String> poll(JsonNode begun, String client) throws Exception {
        return post("/o/tokens", "client_id=" + client + "&device_code=" + begun.path("device_code").asText()
                + "&grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code");
    }

    private void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    @Test
    void saysYesAfterAFewQuestions() throws Exception {
        JsonNode begun = begin(app);
        assertThat(begun.path("user_code").asText()).matches("[A-Z]{4}-[A-Z]{4}");
        assertThat(begun.path("verification_uri").asText())
                .isEqualTo("http://127.0.0.1:" + server.getAddress().getPort() + "/o/page");

        for (int i = 0; i < 2; i++) {
            pass(1);
            HttpResponse<String> pending = poll(begun, app);
            assertThat(pending.statusCode()).isEqualTo(400);
            assertThat(pending.body()).contains("authorization_pending");
        }
        pass(1);
        HttpResponse<String> yes = poll(begun, app);

        assertThat(yes.statusCode()).isEqualTo(200);
        assertThat(json.readTree(yes.body()).path("access_token").asText()).isEqualTo("granted-token");
        assertThat(poll(begun, app).body()).contains("incorrect_device_code");
    }

    @Test
    void whoAsksTooOftenIsSlowedDown() throws Exception {
        JsonNode begun = begin(app);
        poll(begun, app);

        JsonNode slower = json.readTree(poll(begun, app).body());

        assertThat(slower.path("error").asText()).isEqualTo("slow_down");
        assertThat(slower.path("interval").asInt()).isEqualTo(6);
    }

    @Test
    void aCodeEnds() throws Exception {
        JsonNode begun = begin(app);
        pass(901);

        assertThat(poll(begun, app).body()).contains("expired_token");
    }

    @Test
    void aCodeBelongsToOneApplication() throws Exception {
        assertThat(poll(begin(app), "other").body()).contains("incorrect_device_code");
    }

    @Test
    void somebodySaysNo() throws Exception {
        String denied = app + DeviceSignIn.DENIED;
        JsonNode begun = begin(denied);
        for (int i = 0; i < 2; i++) {
            pass(1);
            poll(begun, denied);
        }
        pass(1);

        assertThat(poll(begun, denied).body()).contains("access_denied").doesNotContain("granted-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "practice-app", "unknown", "denied", "disabled"})
    void anApplicationThatIsNotKnownMayNotBegin(String stranger) throws Exception {
        HttpResponse<String> answer = post("/o/codes", "client_id=" + stranger);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Not Found").doesNotContain("device_code");
        assertThat(signIn.underWay()).isZero();
    }

    @Test
    void anApplicationWithoutTheFlowMayNotBegin() throws Exception {
        HttpResponse<String> answer = post("/o/codes", "client_id=" + app + DeviceSignIn.DISABLED);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("device_flow_disabled");
    }

    @Test
    void theApplicationIsAnotherOneEachTime() {
        DeviceSignIn other = new DeviceSignIn(MANNER, "granted-token", () -> now, new SplittableRandom(4));

        assertThat(app).matches("practice-[0-9a-f]{40}").isEqualTo(signIn.application());
        assertThat(other.application()).isNotEqualTo(app);
    }

    @Test
    void ofVeryManySignInsTheOldestGiveWay() throws Exception {
        JsonNode first = begin(app);
        for (int i = 0; i < 1_000; i++) {
            begin(app);
        }
        JsonNode last = begin(app);

        assertThat(signIn.underWay()).isLessThan(100);
        assertThat(poll(first, app).body()).contains("incorrect_device_code");
        assertThat(poll(last, app).body()).contains("authorization_pending");
    }

    @Test
    void whatHasEndedIsForgotten() throws Exception {
        begin(app);
        begin(app);
        pass(901);
        begin(app);

        assertThat(signIn.underWay()).isOne();
    }

    @Test
    void thePageIsWhereItWasAskedWhateverARequestCallsIt() throws Exception {
        try (Socket asking = new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
            String form = "client_id=" + app;
            asking.getOutputStream().write(("POST /o/codes HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                    + "Content-Length: " + form.length() + "\r\n\r\n" + form).getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(asking.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("http://127.0.0.1:" + server.getAddress().getPort() + "/o/page")
                    .doesNotContain("evil.example");
        }
    }

    @Test
    void anotherGrantIsNotGiven() throws Exception {
        assertThat(post("/o/tokens", "client_id=app&grant_type=password").body()).contains("unsupported_grant_type");
    }

    @Test
    void thePageSaysThatNobodyNeedsToType() throws Exception {
        assertThat(post("/o/page", "").body()).contains("says yes by itself");
        assertThat(post("/o/elsewhere", "a=%zz").statusCode()).isEqualTo(404);
    }

    private JsonNode granted(String client) throws Exception {
        JsonNode begun = begin(client);
        for (int i = 0; i < 2; i++) {
            pass(1);
            poll(begun, client);
        }
        pass(1);
        return json.readTree(poll(begun, client).body());
    }

    private HttpResponse<String> renew(JsonNode pair, String client) throws Exception {
        return post("/o/tokens", "grant_type=refresh_token&client_id=" + client + "&refresh_token="
                + pair.path("refresh_token").asText());
    }

    @Test
    void aTokenThatLastsComesWithNothingThatRenewsIt() throws Exception {
        JsonNode given = granted(app);

        assertThat(given.has("refresh_token")).isFalse();
        assertThat(given.has("expires_in")).isFalse();
        assertThat(signIn.given()).isEmpty();
    }

    @Test
    void aTokenThatEndsStandsForTheRealOneUntilItsEnd() throws Exception {
        signIn.endTokensAfter(Duration.ofSeconds(60));
        JsonNode pair = granted(app);
        String access = pair.path("access_token").asText();

        assertThat(pair.path("expires_in").asInt()).isEqualTo(60);
        assertThat(access).matches("[0-9a-f]{64}");
        assertThat(signIn.meaning(access)).isEqualTo("granted-token");
        assertThat(signIn.meaning("another")).isEqualTo("another");
        pass(60);
        assertThat(signIn.meaning(access)).isEmpty();
    }

    @Test
    void aPairIsExchangedOnceAndIsOfNoUseThen() throws Exception {
        signIn.endTokensAfter(Duration.ofSeconds(60));
        JsonNode first = granted(app);

        JsonNode second = json.readTree(renew(first, app).body());
        HttpResponse<String> again = renew(first, app);

        assertThat(second.path("access_token").asText()).isNotEqualTo(first.path("access_token").asText());
        assertThat(signIn.meaning(second.path("access_token").asText())).isEqualTo("granted-token");
        assertThat(signIn.meaning(first.path("access_token").asText())).isNotEqualTo("granted-token");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("invalid_grant");
        assertThat(signIn.given()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aPairBelongsToItsApplicationAndIsTakenBackWithIt() throws Exception {
        signIn.endTokensAfter(Duration.ofSeconds(60));
        JsonNode pair = granted(app);

        assertThat(renew(pair, "other").body()).contains("invalid_grant");
        signIn.takeBack();

        assertThat(renew(pair, app).body()).contains("invalid_grant");
        assertThat(signIn.meaning(pair.path("access_token").asText())).isNotEqualTo("granted-token");
    }
}
