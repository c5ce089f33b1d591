package dev.signalbox.provider.github;

import static dev.signalbox.provider.github.WireReading.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.CiServer.Fault;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a person who presses "Read everything again" gets while the hour's allowance is used up.
class AllowanceTest {

    private static final String RUNS = "/repos/octo-org/octo-repo/actions/runs?per_page=20&exclude_pull_requests=true";

    private final GitHubWire wire = new GitHubWire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void nothingIsAskedWhileNothingIsHeldBack() {
        wire.github().askAgain();
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void readingGoesOnBeforeTheTimeOnceTheAllowanceIsThereAgain() throws RemoteFailure {
        useUp();
        wire.works();
        wire.get(RUNS, "{\"workflow_runs\":[]}");
        assertThat(refused()).as("nobody has asked").isInstanceOf(RemoteProblem.RateLimited.class);
        overview(4_999);
        wire.github().askAgain();
        assertThat(wire.provider().runs().recent(REPOSITORY)).isEmpty();
    }

    @Test
    void oneQuestionIsAllThatLeavesWhileNothingIsLeft() {
        useUp();
        overview(0);
        wire.github().askAgain();
        assertThat(refused()).isInstanceOf(RemoteProblem.RateLimited.class);
        assertThat(targets()).containsExactly(RUNS, "/rate_limit");
    }

    @Test
    void aServerThatDoesNotTellKeepsItsTime() {
        useUp();
        for (RawAnswer answer : List.of(
                RawAnswer.json("{\"message\":\"Not Found\"}").status(404), RawAnswer.json("{}"),
                RawAnswer.json("[]"), RawAnswer.page(200, "<html>Sign in</html>"), RawAnswer.of(502, ""))) {
            wire.answer("/rate_limit", answer);
            wire.github().askAgain();
            assertThat(refused()).as(answer.toString()).isInstanceOf(RemoteProblem.RateLimited.class);
        }
    }

    @Test
    void aPauseThatTheServerAskedForIsKeptThoughTheAllowanceIsThere() {
        wire.answer(RUNS, RawAnswer.json("{\"message\":\"You have exceeded a secondary rate limit.\"}")
                .status(403).with("Retry-After", "60"));
        assertThat(refused()).isInstanceOf(RemoteProblem.RateLimited.class);
        overview(4_999);
        wire.github().askAgain();
        assertThat(refused()).isInstanceOf(RemoteProblem.RateLimited.class);
    }

    @Test
    void theSpentAllowanceIsTheNewestThoughItsWindowEndsEarlier() throws RemoteFailure {
        wire.answer(RUNS, RawAnswer.json("{\"workflow_runs\":[]}").with("x-ratelimit-limit", "5000")
                .with("x-ratelimit-remaining", "4812").with("x-ratelimit-resource", "core")
                .with("x-ratelimit-reset", String.valueOf(GitHubWire.NOW.getEpochSecond() + 3_600)));
        assertThat(wire.provider().runs().recent(REPOSITORY)).isEmpty();
        assertThat(Objects.requireNonNull(wire.budget()).remaining()).isEqualTo(4_812);
        useUp();
        assertThat(Objects.requireNonNull(wire.budget()).remaining()).isZero();
        assertThat(Objects.requireNonNull(wire.budget()).resetAt()).isEqualTo(GitHubWire.NOW.plusSeconds(600));
    }

    private void useUp() {
        wire.fails(Fault.RATE_LIMITED);
        assertThat(refused()).isInstanceOf(RemoteProblem.RateLimited.class);
    }

    private void overview(int remaining) {
        wire.get("/rate_limit", "{\"resources\":{\"core\":{\"limit\":5000,\"remaining\":" + remaining
                + ",\"reset\":" + (GitHubWire.NOW.getEpochSecond() + 600) + "}}}");
    }

    private RemoteProblem refused() {
        return catchThrowableOfType(RemoteFailure.class, () -> wire.provider().runs().recent(REPOSITORY)).problem();
    }

    private List<String> targets() {
        return wire.requests().stream().map(ReceivedRequest::target).toList();
    }
}
