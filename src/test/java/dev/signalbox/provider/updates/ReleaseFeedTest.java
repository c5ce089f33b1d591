package dev.signalbox.provider.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.update.PublishedVersion;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Updates;
import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpRuntime;
import dev.signalbox.provider.http.HttpSettings;
import dev.signalbox.testing.StubServer;
import dev.signalbox.testing.faults.RawAnswer;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ReleaseFeedTest {

    private static final String LATEST = "/repos/acme/box/releases/latest";

    private final StubServer server = StubServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private Updates feed() {
        return ReleaseFeed.of(HttpSettings.of(
                BaseUrl.parse(server.address() + LATEST), Credential.bearer("ghp_never_sent"),
                new HttpRuntime(
                        InstantSource.fixed(Instant.parse("2026-11-21T08:00:00Z")), System::nanoTime,
                        RandomGenerator.of("L64X128MixRandom"), Thread.ofVirtual().factory())));
    }

    private RemoteProblem problem(RawAnswer answer) {
        server.on("GET", LATEST).always(answer);
        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> feed().newest());
        return failure.problem();
    }

    private static String release(String tag, String page) {
        return """
                {"tag_name": "%s", "html_url": "%s", "published_at": "2026-11-12T08:00:00Z", "draft": false,
                 "prerelease": false, "assets": [{"browser_download_url": "https://example.com/box.deb"}]}
                """.formatted(tag, page);
    }

    @Test
    void theLatestReleaseIsReadAndNothingElseIsAsked() throws Exception {
        server.on("GET", LATEST)
                .answer(RawAnswer.json(release("v0.2.0", "https://github.com/acme/box/releases/v0.2.0")));
        PublishedVersion newest = feed().newest();
        assertThat(newest.version()).hasToString("0.2.0");
        assertThat(newest.page()).isEqualTo(URI.create("https://github.com/acme/box/releases/v0.2.0"));
        assertThat(newest.published()).isEqualTo(Instant.parse("2026-11-12T08:00:00Z"));
        server.verify();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void noCredentialIsSentAndNothingThatTellsWhoAsks() throws Exception {
        server.on("GET", LATEST).answer(RawAnswer.json(release("0.2.0", "https://github.com/acme/box")));
        feed().newest();
        assertThat(server.requests().getFirst().header("Authorization")).isEmpty();
        assertThat(server.requests().getFirst().header("Cookie")).isEmpty();
        assertThat(server.requests().getFirst().raw()).doesNotContain("ghp_").doesNotContain(
                System.getProperty("user.name", "somebody") + "@");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "[]", "{\"tag_name\": 7, \"html_url\": \"https://example.com\"}",
        "{\"tag_name\": \"0.2.0\"}", "{\"tag_name\": \"nightly\", \"html_url\": \"https://example.com/\"}",
        "{\"tag_name\": \"0.2.0\\u202e\", \"html_url\": \"https://example.com/\"}",
        "{\"tag_name\": \"0.2.0\", \"html_url\": \"file:///bin/sh\"}",
        "{\"tag_name\": \"0.2.0\", \"html_url\": \"http://example.com/\"}",
        "{\"tag_name\": \"0.2.0\", \"html_url\": \"not an address\"}",
        "{\"tag_name\": \"0.2.0\", \"html_url\": \"https://example.com/\", \"draft\": true}",
        "{\"tag_name\": \"0.2.0\", \"html_url\": \"https://example.com/\", \"prerelease\": true}"
    })
    void whatIsNoFinishedVersionWithASafePageIsNotUnderstood(String body) {
        assertThat(problem(RawAnswer.json(body))).isInstanceOf(RemoteProblem.Unreadable.class);
    }

    @Test
    void aVersionWithoutADateIsOne() throws Exception {
        server.on("GET", LATEST).answer(RawAnswer.json(
                "{\"tag_name\": \"0.2.0\", \"html_url\": \"https://example.com/\", \"published_at\": \"soon\"}"));
        assertThat(feed().newest().published()).isNull();
    }

    @Test
    void whatTheServerRefusesIsAProblem() {
        assertThat(problem(RawAnswer.of(404, "{\"message\": \"Not Found\"}").with("Content-Type", "application/json")))
                .isInstanceOf(RemoteProblem.NotFound.class);
    }

    @Test
    void aSignInPageInBetweenIsNotTakenForAnAnswer() {
        assertThat(problem(RawAnswer.page(200, "<html>Sign in</html>"))).isInstanceOf(RemoteProblem.Unreadable.class);
    }

    @Test
    void anotherServerIsNotFollowedTo() {
        server.on("GET", LATEST)
                .always(RawAnswer.of(302, "").with("Location", "https://elsewhere.example.com/releases/latest"));
        assertThatThrownBy(() -> feed().newest()).isInstanceOf(RemoteFailure.class);
    }
}
