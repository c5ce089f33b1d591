package dev.signalbox.provider.gitlab;

import static dev.signalbox.provider.gitlab.GitLabWire.CONNECTION;
import static dev.signalbox.provider.gitlab.GitLabWire.REPOSITORY;
import static dev.signalbox.provider.gitlab.GitLabWire.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabTest {

    private static final String RUNS = "pipelines?order_by=id&sort=desc&per_page=20";

    private final GitLabWire wire = new GitLabWire();

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest
    @CsvSource({
        "https://gitlab.com,https://gitlab.com/api/v4",
        "https://gitlab.com/,https://gitlab.com/api/v4",
        "https://gitlab.example.com:8443,https://gitlab.example.com:8443/api/v4",
        "https://host.example.com/gitlab,https://host.example.com/gitlab/api/v4",
        "https://host.example.com/tools/gitlab/,https://host.example.com/tools/gitlab/api/v4",
        "https://host.example.com/gitlab/api/v4,https://host.example.com/gitlab/api/v4",
        "https://gitlab.com/api/v4/,https://gitlab.com/api/v4",
        "https://host.example.com/api,https://host.example.com/api/api/v4",
        "http://127.0.0.1:8080,http://127.0.0.1:8080/api/v4"
    })
    void findsTheApiForWhatAPersonWrites(String written, String api) {
        assertThat(GitLab.base(written)).hasToString(api);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gitlab.com", "http://gitlab.com", "https://ada:pw@gitlab.com", "https://gitlab.com?x=1",
        "https://gitlab.com/../x", "git@gitlab.com:a/b.git"})
    void refusesWhatIsNoAddress(String written) {
        assertThatThrownBy(() -> GitLab.base(written)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The address ");
    }

    @Test
    void tellsWherePeopleLookAtIt() {
        assertThat(wire.provider().kind()).isEqualTo(Connection.Kind.GITLAB);
        assertThat(wire.provider().address()).isEqualTo(wire.address());
        try (GitLabWire below = new GitLabWire("/tools/gitlab")) {
            assertThat(below.provider().address()).isEqualTo(below.address() + "/tools/gitlab");
        }
    }

    @Test
    void readsAndWritesBelowThePathOfAServer() throws RemoteFailure {
        try (GitLabWire below = new GitLabWire("/gitlab")) {
            below.get(RUNS, "[]");
            assertThat(below.provider().runs().recent(REPOSITORY)).isEmpty();
            PlannedRequest request = below.provider().commands().cancel(new Intent.CancelRun(RUN, 1, false));
            assertThat(request.uri().getPath()).startsWith("/gitlab/api/v4/projects/");
            assertThat(below.provider().sender().send(request)).isInstanceOf(SendOutcome.Applied.class);
        }
    }

    @Test
    void sendsTheTokenInTheHeaderThatGitLabHasForIt() throws RemoteFailure {
        wire.get(RUNS, "[]");
        wire.provider().runs().recent(REPOSITORY);
        ReceivedRequest asked = wire.requests().getFirst();
        assertThat(asked.header("PRIVATE-TOKEN")).contains(GitLabWire.SECRET);
        assertThat(asked.header("Authorization")).isEmpty();
        assertThat(asked.target()).doesNotContain(GitLabWire.SECRET);
    }

    @Test
    void aTokenIsNeverPrinted() {
        assertThat(GitLab.token(GitLabWire.SECRET)).asString().doesNotContain(GitLabWire.SECRET);
        assertThatThrownBy(() -> GitLab.token("a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GitLab.token(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sendsNoTokenToTheStorageOfArtifacts(@TempDir Path folder) throws RemoteFailure {
        try (GitLabWire storage = new GitLabWire()) {
            storage.answer("/storage/a.zip?sig=x", RawAnswer.of(200, "zip"));
            wire.answer("jobs/9/artifacts",
                    RawAnswer.of(302, "").with("Location", storage.address() + "/storage/a.zip?sig=x"));
            Artifact artifact = new Artifact(RUN, 9, "a", 3, false, null, null, null);
            wire.provider().artifacts().download(artifact, folder.resolve("a.zip"), 100, n -> {});
            ReceivedRequest asked = storage.requests().getFirst();
            assertThat(asked.raw()).doesNotContain(GitLabWire.SECRET);
            assertThat(asked.header("PRIVATE-TOKEN")).isEmpty();
        }
    }

    @Test
    void followsNoPageToAnotherServer() throws RemoteFailure {
        try (GitLabWire other = new GitLabWire()) {
            String keyset = "/api/v4/projects?membership=true&pagination=keyset&order_by=id&sort=desc&per_page=100";
            wire.answer(keyset, RawAnswer.json("[]").with("Link", "<" + other.address() + "/next>; rel=\"next\""));
            assertThatThrownBy(() -> wire.provider().repositories().all("")).isInstanceOfSatisfying(
                    RemoteFailure.class,
                    failure -> assertThat(failure.problem()).isInstanceOf(RemoteProblem.Rejected.class));
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void sendsNoRedirectedWriteAnywhere() {
        wire.answerToWrites(RawAnswer.of(307, "").with("Location", "https://elsewhere.example.com/api/v4/x"));
        PlannedRequest request = wire.provider().commands().cancel(new Intent.CancelRun(RUN, 1, false));
        assertThat(wire.provider().sender().send(request)).isInstanceOf(SendOutcome.NotApplied.class);
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void aYesThatNamesNothingIsNoYes() {
        PlannedRequest request = wire.provider().commands().cancel(new Intent.CancelRun(RUN, 1, false));
        for (RawAnswer answer : new RawAnswer[] {RawAnswer.of(201, ""), RawAnswer.of(200, "ok"),
            RawAnswer.of(204, "")}) {
            wire.answerToWrites(answer);
            assertThat(wire.provider().sender().send(request)).as(answer.toString())
                    .isInstanceOf(SendOutcome.Unknown.class);
        }
    }

    @Test
    void returnsThePipelineThatWasStarted() {
        wire.answerToWrites(RawAnswer.json("{\"id\":99,\"iid\":3}").status(201));
        PlannedRequest request = wire.provider().commands().dispatch(
                new Intent.TriggerRun(REPOSITORY, 0, "Pipeline", "main", Map.of()));
        assertThat(wire.provider().sender().send(request)).isInstanceOfSatisfying(
                SendOutcome.Applied.class,
                applied -> assertThat(wire.provider().commands().started(REPOSITORY, applied.body()))
                        .hasValueSatisfying(run -> assertThat(run.number()).isEqualTo(99)));
    }

    @Test
    void callsAProjectByItsNumberOnceItWasRead() throws RemoteFailure {
        wire.get(GitLabWire.PROJECT, "{\"id\":1234,\"path_with_namespace\":\"octo-org/platform/octo-repo\"}");
        wire.get("/api/v4/projects/1234/" + RUNS, "[{\"id\":1,\"name\":\"x\"}]");
        wire.get(RUNS, "[]");
        assertThat(wire.provider().runs().recent(REPOSITORY)).isEmpty();
        wire.provider().repositories().one(REPOSITORY);
        assertThat(wire.provider().runs().recent(REPOSITORY)).hasSize(1);
    }

    @Test
    void tellsTheServersTime() throws RemoteFailure {
        assertThat(wire.provider().serverTime().get()).isEqualTo(GitLabWire.NOW);
        wire.answer(RUNS, RawAnswer.json("[]").with("Date", "Fri, 20 Nov 2026 12:03:00 GMT"));
        wire.provider().runs().recent(REPOSITORY);
        assertThat(wire.provider().serverTime().get())
                .isBetween(Instant.parse("2026-11-20T12:03:00Z"), Instant.parse("2026-11-20T12:03:01Z"));
    }

    @Test
    void tellsWhatIsLeftOfTheMinute() throws RemoteFailure {
        assertThat(wire.budget()).isNull();
        wire.answer(RUNS, RawAnswer.json("[]").with("RateLimit-Limit", "2000").with("RateLimit-Remaining", "1987")
                .with("RateLimit-Name", "throttle_authenticated_api")
                .with("RateLimit-Reset", String.valueOf(GitLabWire.NOW.getEpochSecond() + 60)));
        wire.provider().runs().recent(REPOSITORY);
        assertThat(wire.budget())
                .isEqualTo(new ApiBudget(2_000, 1_987, GitLabWire.NOW.plusSeconds(60), GitLabWire.NOW));
    }

    @Test
    void waitsAsLongAsItIsToldAndThenGoesOn() throws RemoteFailure {
        wire.answer(RUNS, RawAnswer.of(429, "Retry later\n").with("Content-Type", "text/plain")
                .with("Retry-After", "42"));
        assertThatThrownBy(() -> wire.provider().runs().recent(REPOSITORY)).isInstanceOfSatisfying(
                RemoteFailure.class,
                failure -> assertThat(failure.problem()).isInstanceOfSatisfying(
                        RemoteProblem.RateLimited.class,
                        limited -> assertThat(limited.until()).isEqualTo(GitLabWire.NOW.plusSeconds(42))));
        wire.get(RUNS, "[]");
        assertThatThrownBy(() -> wire.provider().runs().recent(REPOSITORY)).isInstanceOf(RemoteFailure.class);
        assertThat(wire.requests()).as("nothing leaves while it waits").hasSize(1);
        wire.pass(Duration.ofSeconds(42));
        assertThat(wire.provider().runs().recent(REPOSITORY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/../b", "%2e%2e", "a?b=c", "a#b", "\u202egnp", "a b", "a%2Fb", "a;b", "a\\b"})
    void asksForOneSegmentWhateverTheName(String name) {
        assertThatThrownBy(() -> wire.provider().runs().recent(new RepositoryId(CONNECTION, name, name)))
                .isInstanceOf(RemoteFailure.class);
        assertThat(wire.requests().getFirst().target())
                .matches("/api/v4/projects/[^/?#]+/pipelines\\?order_by=id&sort=desc&per_page=20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000b"})
    void asksNobodyUnderAnImpossibleName(String name) {
        assertThatThrownBy(() -> wire.provider().runs().recent(new RepositoryId(CONNECTION, "o", name)))
                .isInstanceOf(RemoteFailure.class);
        assertThat(wire.requests()).isEmpty();
    }
}
