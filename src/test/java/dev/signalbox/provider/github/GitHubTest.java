package dev.signalbox.provider.github;

import static dev.signalbox.provider.github.WireReading.CONNECTION;
import static dev.signalbox.provider.github.WireReading.REPOSITORY;
import static dev.signalbox.provider.github.WireReading.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.CiServer.Fault;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is GitHub's own and no other provider's.
class GitHubTest {

    private static final String RUNS = "/repos/octo-org/octo-repo/actions/runs?per_page=20&exclude_pull_requests=true";

    private final GitHubWire wire = new GitHubWire();

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com,https://api.github.com", "https://www.github.com/,https://api.github.com",
        "https://api.github.com,https://api.github.com", "https://octo.ghe.com,https://api.octo.ghe.com",
        "https://api.octo.ghe.com,https://api.octo.ghe.com",
        "https://ghe.example.com,https://ghe.example.com/api/v3",
        "https://ghe.example.com:8443/api/v3/,https://ghe.example.com:8443/api/v3",
        "http://127.0.0.1:8080,http://127.0.0.1:8080"
    })
    void findsTheApiOfWhatAPersonWrites(String written, String api) {
        assertThat(GitHub.base(written)).hasToString(api);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://github.com", "github.com", "https://user:pw@github.com", "ftp://github.com", ""})
    void refusesAddressesThatCannotBe(String written) {
        assertThatThrownBy(() -> GitHub.base(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("pw");
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com,https://github.com", "https://octo.ghe.com,https://octo.ghe.com",
        "https://ghe.example.com,https://ghe.example.com"
    })
    void showsPeopleTheAddressThatTheyKnow(String written, String shown) {
        assertThat(new GitHubServer(GitHub.base(written)).address()).isEqualTo(shown);
    }

    /// However many runs of other workflows came meanwhile.
    @Test
    void readsTheRunsOfOneWorkflowFromItsOwnList() throws RemoteFailure {
        wire.get("/repos/octo-org/octo-repo/actions/workflows/7/runs?per_page=10", """
                {"workflow_runs":[{"id":642,"workflow_id":7},{"id":641,"workflow_id":7}]}""");
        assertThat(wire.provider().runs().recent(REPOSITORY, 7)).extracting(run -> run.id().number())
                .containsExactly(642L, 641L);
    }

    @Test
    void namesTheMissingPermission() {
        wire.fails(Fault.FORBIDDEN);
        RemoteFailure failure = catchThrowableOfType(
                RemoteFailure.class, () -> wire.provider().runs().recent(REPOSITORY));
        assertThat(failure.problem()).isInstanceOfSatisfying(RemoteProblem.Forbidden.class, forbidden -> {
            assertThat(forbidden.missing()).isEqualTo("actions=write");
            assertThat(forbidden.detail()).contains("Resource not accessible");
        });
    }

    @Test
    void readsTheBudgetThatRequestsAreTakenFrom() throws RemoteFailure {
        assertThat(wire.budget()).isNull();
        wire.answer(RUNS, counted("core", 4990));
        wire.provider().runs().recent(REPOSITORY);
        ApiBudget core = wire.budget();
        assertThat(core).isEqualTo(new ApiBudget(5000, 4990, GitHubWire.NOW.plusSeconds(600), GitHubWire.NOW));
        wire.answer(RUNS, counted("search", 3));
        wire.provider().runs().recent(REPOSITORY);
        assertThat(wire.budget()).isEqualTo(core);
    }

    @Test
    void tellsTheServersTime() throws RemoteFailure {
        assertThat(wire.provider().serverTime().get()).isEqualTo(GitHubWire.NOW);
        wire.answer(RUNS, RawAnswer.json("{\"workflow_runs\":[]}").with("Date", "Fri, 20 Nov 2026 12:03:00 GMT"));
        wire.provider().runs().recent(REPOSITORY);
        assertThat(wire.provider().serverTime().get())
                .isBetween(Instant.parse("2026-11-20T12:03:00Z"), Instant.parse("2026-11-20T12:03:01Z"));
    }

    @Test
    void asksConditionallyAndKeepsWhatHolds() throws RemoteFailure {
        wire.answer(RUNS, RawAnswer.json("{\"workflow_runs\":[{\"id\":1}]}").with("ETag", "W/\"abc\""));
        assertThat(wire.provider().runs().recent(REPOSITORY)).hasSize(1);
        wire.answer(RUNS, RawAnswer.of(304, "").with("ETag", "W/\"abc\""));
        assertThat(wire.provider().runs().recent(REPOSITORY)).hasSize(1);
        assertThat(wire.requests().getLast().header("If-None-Match")).contains("W/\"abc\"");
    }

    @Test
    void followsARenamedRepositoryWhenReading() throws RemoteFailure {
        String moved = "/repositories/1296269/actions/runs?per_page=20&exclude_pull_requests=true";
        wire.answer(RUNS, RawAnswer.json("{\"message\":\"Moved Permanently\"}").status(301)
                .with("Location", wire.address() + moved));
        wire.get(moved, "{\"workflow_runs\":[{\"id\":1}]}");
        assertThat(wire.provider().runs().recent(REPOSITORY)).extracting(Run::id)
                .containsExactly(new RunId(REPOSITORY, 1));
    }

    @Test
    void sendsNoCredentialToTheStorageOfLogs(@TempDir Path folder) throws RemoteFailure {
        try (GitHubWire storage = new GitHubWire()) {
            storage.answer("/storage/log?sig=x", RawAnswer.of(200, "text"));
            wire.answer("/repos/octo-org/octo-repo/actions/jobs/9/logs",
                    RawAnswer.of(302, "").with("Location", storage.address() + "/storage/log?sig=x"));
            wire.provider().runs().log(new JobKey(RUN, 9), folder.resolve("log"));
            ReceivedRequest asked = storage.requests().getFirst();
            assertThat(asked.raw()).doesNotContain(GitHubWire.SECRET);
            assertThat(asked.header("Authorization")).isEmpty();
        }
    }

    @Test
    void passesOnNoRunThatWasNotAskedFor() {
        wire.get("/repos/octo-org/octo-repo/actions/runs/30433642?exclude_pull_requests=true", "{\"id\":30433643}");
        assertThatThrownBy(() -> wire.provider().runs().one(RUN)).isInstanceOf(RemoteFailure.class);
    }

    @Test
    void findsTheRepositoriesOfAPersonAndOfItself() throws RemoteFailure {
        String query = "?sort=pushed&direction=desc&per_page=100";
        wire.get("/user", "{\"login\":\"Ada\"}");
        wire.get("/users/grace/repos" + query, "[{\"id\":1,\"full_name\":\"grace/a\"}]");
        wire.get("/user/repos?affiliation=owner&" + query.substring(1), "[{\"id\":2,\"full_name\":\"ada/b\"}]");
        assertThat(wire.provider().repositories().all("grace")).hasSize(1);
        assertThat(wire.provider().repositories().all("ada")).hasSize(1);
        int before = wire.requests().size();
        wire.provider().repositories().recentlyPushed("grace");
        assertThat(wire.requests()).hasSize(before + 1);
    }

    @Test
    void returnsTheRunThatADispatchStarted() {
        wire.answerToWrites(RawAnswer.json("{\"workflow_run_id\":99,\"run_url\":\"x\",\"html_url\":\"y\"}"));
        assertThat(wire.provider().sender().send(dispatch())).isEqualTo(
                new SendOutcome.Applied(200, "{\"workflow_run_id\":99,\"run_url\":\"x\",\"html_url\":\"y\"}"));
        wire.answerToWrites(RawAnswer.of(204, ""));
        assertThat(wire.provider().sender().send(dispatch())).isEqualTo(new SendOutcome.Applied(204, ""));
    }

    @Test
    void goesWithoutRunDetailsOnceTheyWereRefused() {
        wire.answerToWrites(RawAnswer.json("""
                {"message":"\\"return_run_details\\" is not a permitted key."}""").status(422));
        assertThat(dispatch().body()).contains("return_run_details");
        assertThat(wire.provider().sender().send(dispatch())).isInstanceOf(SendOutcome.NotApplied.class);
        assertThat(dispatch().body()).isEqualTo("{\"ref\":\"main\"}");
    }

    @Test
    void goesWithoutRunDetailsWhereTheServerIsAnEnterpriseOne() throws RemoteFailure {
        wire.answer(RUNS, RawAnswer.json("{\"workflow_runs\":[]}").with("X-GitHub-Enterprise-Version", "3.19.0"));
        wire.provider().runs().recent(REPOSITORY);
        assertThat(dispatch().body()).isEqualTo("{\"ref\":\"main\"}");
    }

    @Test
    void readsBelowThePathOfAnEnterpriseServer() throws RemoteFailure {
        try (GitHubWire enterprise = new GitHubWire("/api/v3")) {
            enterprise.get("/api/v3" + RUNS, "{\"workflow_runs\":[]}");
            assertThat(enterprise.provider().runs().recent(REPOSITORY)).isEmpty();
            PlannedRequest request = enterprise.provider().commands().cancel(new Intent.CancelRun(RUN, 1, false));
            assertThat(request.uri().getPath()).startsWith("/api/v3/repos/");
            assertThat(enterprise.provider().sender().send(request)).isInstanceOf(SendOutcome.Applied.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/../b", "%2e%2e", "a?b=c", "a#b", "\u202egnp", "a b", "a%2Fb", "a;b", "a\\b"})
    void asksForOneSegmentWhateverTheName(String name) {
        assertThatThrownBy(() -> wire.provider().runs().recent(new RepositoryId(CONNECTION, name, name)))
                .isInstanceOf(RemoteFailure.class);
        String target = wire.requests().getFirst().target();
        assertThat(target).matches("/repos/[^/?#]+/[^/?#]+/actions/runs\\?per_page=20&exclude_pull_requests=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "a\nb", "a\u0000b"})
    void asksNobodyUnderAnImpossibleName(String name) {
        assertThatThrownBy(() -> wire.provider().runs().recent(new RepositoryId(CONNECTION, "o", name)))
                .isInstanceOf(RemoteFailure.class);
        assertThat(wire.requests()).isEmpty();
    }

    private PlannedRequest dispatch() {
        return wire.provider().commands().dispatch(new Intent.TriggerRun(REPOSITORY, 5, "CI", "main", Map.of()));
    }

    private static RawAnswer counted(String resource, int remaining) {
        return RawAnswer.json("{\"workflow_runs\":[]}")
                .with("x-ratelimit-limit", "5000")
                .with("x-ratelimit-remaining", String.valueOf(remaining))
                .with("x-ratelimit-used", String.valueOf(5000 - remaining))
                .with("x-ratelimit-resource", resource)
                .with("x-ratelimit-reset", String.valueOf(GitHubWire.NOW.getEpochSecond() + 600));
    }
}
