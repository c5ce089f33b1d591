package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.domain.setup.SignInAnswer.Refused;
import dev.signalbox.domain.setup.SignInAnswer.Waiting;
import dev.signalbox.domain.setup.SignInAnswer.Why;
import dev.signalbox.testing.StubServer;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What [SignIn] must do. The published documents of the providers' APIs do not have these requests, since they are not part
/// of the APIs; they are held to RFC 8628 here instead, word by word.
public abstract class SignInContract {

    protected static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String SECRET = "dc_3584d83530557fdd1f46af8289938c8ef79f9dc5";
    static final String TOKEN = "gho_16C7e42F292c6912E7710c838347Ae178B4a";

    final StubServer server = StubServer.start();
    Instant now = NOW;
    private Setup.@Nullable SignInDoor door;

    /// Where the provider has its flow.
    ///
    /// @param codes path at which it begins
    /// @param tokens path at which its answer is fetched
    /// @param scope what is asked for, encoded
    /// @param product what sentences call it
    public record Place(String codes, String tokens, String scope, String product) {}

    protected abstract Place place();

    /// The provider under test, connected to this address.
    protected abstract Setup.SignInDoor open(String address, Supplier<Instant> clock);

    @BeforeEach
    void openDoor() {
        door = open(server.address(), () -> now);
    }

    @AfterEach
    void closeAll() {
        Objects.requireNonNull(door).close();
        server.close();
    }

    final SignIn signIn() {
        return Objects.requireNonNull(door).signIn();
    }

    private void begins(String more) {
        server.on("POST", place().codes()).answer(RawAnswer.json("""
                {"device_code":"%s","user_code":"WDJB-MJHT","verification_uri":"%s/login/device",
                 "expires_in":900,"interval":5%s}""".formatted(SECRET, server.address(), more)));
    }

    final DeviceCode begun() throws RemoteFailure {
        begins("");
        return signIn().begin("client-1");
    }

    final SignInAnswer polled(DeviceCode code, RawAnswer answer) throws RemoteFailure {
        server.on("POST", place().tokens()).answer(answer);
        return signIn().poll(code);
    }

    static RawAnswer error(int status, String word) {
        return RawAnswer.json("{\"error\":\"" + word + "\",\"error_description\":\"…\"}").status(status);
    }

    final ReceivedRequest last() {
        return server.requests().getLast();
    }

    @Test
    void beginsAndTellsWhatToTypeWhere() throws RemoteFailure {
        DeviceCode code = begun();

        assertThat(code.userCode()).isEqualTo("WDJB-MJHT");
        assertThat(code.page()).isEqualTo(URI.create(server.address() + "/login/device"));
        assertThat(code.expiresAt()).isEqualTo(NOW.plusSeconds(900));
        assertThat(code.interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(code.toString()).doesNotContain(SECRET);
        server.verify();
    }

    @Test
    void asksAsTheStandardWantsItAndWithoutAnyCredential() throws RemoteFailure {
        DeviceCode code = begun();
        ReceivedRequest first = last();
        polled(code, error(200, "authorization_pending"));

        assertThat(first.text()).isEqualTo("client_id=client-1&scope=" + place().scope());
        assertThat(last().text()).isEqualTo("client_id=client-1&device_code=" + SECRET
                + "&grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code");
        assertThat(server.requests()).allSatisfy(request -> {
            assertThat(request.header("Content-Type")).contains("application/x-www-form-urlencoded");
            assertThat(request.headers("Accept")).containsExactly("application/json");
            assertThat(request.headers("Authorization")).isEmpty();
            assertThat(request.headers("PRIVATE-TOKEN")).isEmpty();
            assertThat(request.target()).doesNotContain(SECRET);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400})
    void waitsUntilSomebodyHasSaidYes(int status) throws RemoteFailure {
        DeviceCode code = begun();

        assertThat(polled(code, error(status, "authorization_pending"))).isEqualTo(new Waiting(code));
        SignInAnswer answer = polled(code, RawAnswer.json(
                "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"bearer\",\"expires_in\":7200}"));

        SignInAnswer.Granted granted = (SignInAnswer.Granted) answer;
        assertThat(granted.token().reveal()).isEqualTo(TOKEN);
        assertThat(granted.expiresAt()).isEqualTo(NOW.plusSeconds(7200));
        assertThat(answer.toString()).doesNotContain(TOKEN);
    }

    @Test
    void goesSlowerWhenToldAndStaysSo() throws RemoteFailure {
        DeviceCode code = begun();

        Waiting slower = (Waiting) polled(code, error(400, "slow_down"));
        Waiting pending = (Waiting) polled(slower.next(), error(400, "authorization_pending"));
        Waiting told = (Waiting) polled(
                pending.next(), RawAnswer.json("{\"error\":\"slow_down\",\"interval\":30}").status(400));

        assertThat(slower.next().interval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(pending.next().interval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(told.next().interval()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({
        "expired_token, EXPIRED", "access_denied, DENIED", "device_flow_disabled, NOT_ENABLED",
        "unauthorized_client, NOT_ENABLED", "unsupported_grant_type, NOT_ENABLED", "invalid_scope, NOT_ENABLED",
        "incorrect_client_credentials, UNKNOWN_APPLICATION", "invalid_client, UNKNOWN_APPLICATION",
        "incorrect_device_code, EXPIRED", "invalid_grant, EXPIRED", "brand_new_word, UNCLEAR"
    })
    void saysWhyItCameToNothing(String word, Why why) throws RemoteFailure {
        DeviceCode code = begun();
        for (int status : new int[] {200, 400, 401, 403}) {
            Refused refused = (Refused) polled(code, error(status, word));
            assertThat(refused.why()).isEqualTo(why);
            assertThat(refused.sentence()).isNotBlank().endsWith(".");
        }
    }

    @Test
    void aWordThatNobodyKnowsIsShownSafely() throws RemoteFailure {
        DeviceCode code = begun();

        Refused refused = (Refused) polled(
                code, error(400, "\\u202Eevil\\n" + "x".repeat(300)));

        assertThat(refused.sentence()).contains(place().product()).doesNotContain("\u202E").doesNotContain("\n")
                .hasSizeLessThan(200);
    }

    @ParameterizedTest
    @CsvSource({"404, Not Found, does not know this application", "400, device_flow_disabled, device flow"})
    void doesNotBeginWhereTheApplicationIsWrong(int status, String word, String words) {
        server.on("POST", place().codes()).answer(error(status, word));

        RemoteFailure failure = refused();

        assertThat(failure.problem()).isInstanceOf(RemoteProblem.Rejected.class);
        assertThat(failure.problem().detail()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://evil.example/login/device", "http://user@127.0.0.1/login", "javascript:alert(1)", "login/device", ""
    })
    void sendsNobodyToAPageOfSomebodyElse(String page) {
        server.on("POST", place().codes()).answer(RawAnswer.json(
                "{\"device_code\":\"x\",\"user_code\":\"WDJB-MJHT\",\"verification_uri\":\"" + page + "\"}"));

        assertThat(refused().problem()).isInstanceOf(RemoteProblem.Unreadable.class);
    }

    @Test
    void aPageWithTheCodeInItIsUsedOnlyAtTheSameServer() throws RemoteFailure {
        begins(",\"verification_uri_complete\":\"https://evil.example/?user_code=WDJB-MJHT\"");
        assertThat(signIn().begin("client-1").filled()).isNull();

        begins(",\"verification_uri_complete\":\"" + server.address() + "/login/device?user_code=WDJB-MJHT\"");
        assertThat(signIn().begin("client-1").filled())
                .isEqualTo(URI.create(server.address() + "/login/device?user_code=WDJB-MJHT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "[]", "7", "{\"user_code\":\"WDJB-MJHT\"}", "{\"device_code\":\"x\",\"user_code\":\"a b\\n<b>\"}",
        "{\"device_code\":7,\"user_code\":\"WDJB-MJHT\"}", "{\"user_code\":"
    })
    void aStrangeAnswerBeginsNothing(String body) {
        server.on("POST", place().codes()).answer(RawAnswer.json(body));

        assertThat(refused().problem()).isInstanceOf(RemoteProblem.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "[]", "{\"access_token\":\"\"}", "{\"access_token\":\"two words\"}", "{\"access_token\":7}",
        "{\"access_token\":\"a\\nb\"}"
    })
    void aStrangeAnswerGrantsNothing(String body) throws RemoteFailure {
        DeviceCode code = begun();
        server.on("POST", place().tokens()).answer(RawAnswer.json(body));

        RemoteFailure failure =
                Objects.requireNonNull(catchThrowableOfType(RemoteFailure.class, () -> signIn().poll(code)));

        assertThat(failure.problem()).isInstanceOf(RemoteProblem.Unreadable.class);
        assertThat(failure.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({"502, ServerFault", "429, RateLimited", "302, Rejected", "200, Unreadable"})
    void aServerInTroubleIsNotARefusal(int status, String kind) throws RemoteFailure {
        DeviceCode code = begun();
        RawAnswer page = RawAnswer.page(status, "<html>Please sign in</html>")
                .with("Location", "https://evil.example/").with("Retry-After", "60");
        server.on("POST", place().tokens()).answer(page);

        RemoteFailure failure =
                Objects.requireNonNull(catchThrowableOfType(RemoteFailure.class, () -> signIn().poll(code)));

        assertThat(failure.problem().getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.problem().detail()).doesNotContain("<").doesNotContain(SECRET);
    }

    @Test
    void aCodeWhoseTimeIsOverIsNotAskedAbout() throws RemoteFailure {
        DeviceCode code = begun();
        int before = server.requests().size();
        now = NOW.plusSeconds(900);

        assertThat(signIn().poll(code)).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.why()).isEqualTo(Why.EXPIRED));
        assertThat(server.requests()).hasSize(before);
    }

    @Test
    void absurdTimesAreBounded() throws RemoteFailure {
        server.on("POST", place().codes()).answer(RawAnswer.json("""
                {"device_code":"x","user_code":"WDJB-MJHT","verification_uri":"%s/d",
                 "expires_in":99999999999,"interval":-5}""".formatted(server.address())));

        DeviceCode code = signIn().begin("client-1");

        assertThat(code.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(code.interval()).isEqualTo(Duration.ofSeconds(5));
    }

    private RemoteFailure refused() {
        return Objects.requireNonNull(
                catchThrowableOfType(RemoteFailure.class, () -> signIn().begin("client-1")));
    }
}
