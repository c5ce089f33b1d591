package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Deployment.State;
import dev.signalbox.port.CiServer;
import dev.signalbox.port.DeploymentsContract;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.faults.RawAnswer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GitHubDeploymentsTest extends DeploymentsContract {

    @Override
    protected CiServer start() {
        return new GitHubFixture();
    }

    @Test
    void tellsTheLastTwoOfOtherCommitsThatWentWellBeforeWhatRuns() throws RemoteFailure {
        served(
                of(90, "f", State.WAITING), of(80, "e", State.SUCCESS), of(70, "e", State.INACTIVE),
                of(60, "d", State.FAILURE), of(50, "d", State.INACTIVE), of(40, "c", State.WAITING),
                of(30, "b", State.SUCCESS), of(20, "b", State.INACTIVE), of(10, "a", State.INACTIVE));
        assertThat(recent()).extracting(Deployment::state).containsExactly(
                State.WAITING, State.SUCCESS, State.UNKNOWN, State.UNKNOWN, State.INACTIVE, State.UNKNOWN,
                State.SUCCESS, State.UNKNOWN, State.UNKNOWN);
        assertThat(recent().get(4).run()).isEqualTo(1050);
        assertThat(recent().get(4).job()).isEqualTo(2050);
        assertThat(to()).as("plans stand on what the board offered").isEqualTo(recent());
    }

    @Test
    void looksForThemOnceForEachDeploymentThatComesToRun() throws RemoteFailure {
        served(of(80, "e", State.SUCCESS), of(60, "d", State.INACTIVE), of(50, "c", State.INACTIVE));
        recent();
        recent();
        assertThat(statuses(80)).isEqualTo(2);
        assertThat(statuses(60) + statuses(50)).isEqualTo(2);
        served(
                of(90, "f", State.SUCCESS), of(80, "e", State.INACTIVE), of(60, "d", State.INACTIVE),
                of(50, "c", State.INACTIVE));
        assertThat(recent()).extracting(Deployment::state)
                .containsExactly(State.SUCCESS, State.INACTIVE, State.INACTIVE, State.UNKNOWN);
    }

    @Test
    void looksAtFewHoweverManyFailed() throws RemoteFailure {
        Deployment[] there = new Deployment[30];
        for (int n = 0; n < there.length; n++) {
            there[n] = of(100 - n, "commit-" + n, n == 0 ? State.SUCCESS : State.FAILURE);
        }
        served(there);
        recent();
        assertThat(server().requests()).filteredOn(each -> each.contains("/statuses")).hasSize(7);
    }

    @Test
    void looksForNoneWhereNobodyWatches() throws RemoteFailure {
        served(of(80, "e", State.SUCCESS), of(60, "d", State.INACTIVE));
        assertThat(server().provider().deployments().recent(server().repository())).extracting(Deployment::state)
                .containsExactly(State.SUCCESS, State.UNKNOWN);
    }

    @Test
    void theJobOfWhatBecameInactiveIsToldByAnEarlierStatus() throws RemoteFailure {
        served(of(80, "e", State.SUCCESS), of(60, "d", State.INACTIVE));
        fixture().statuses(60, 1, RawAnswer.json("[{\"state\":\"inactive\",\"log_url\":\"\"}]"));
        fixture().statuses(60, 5, RawAnswer.json("[{\"state\":\"inactive\",\"log_url\":\"\"},"
                + "{\"state\":\"success\",\"log_url\":\"" + of(60, "d", State.SUCCESS).page() + "\"}]"));
        assertThat(recent().get(1)).isEqualTo(of(60, "d", State.INACTIVE));
    }

    @Test
    void aFailureOnTheWayCostsOnlyTheWaysBack() throws RemoteFailure {
        served(of(80, "e", State.SUCCESS), of(60, "d", State.INACTIVE));
        fixture().statuses(60, 1, RawAnswer.of(502, ""));
        assertThat(recent()).extracting(Deployment::state).containsExactly(State.SUCCESS, State.UNKNOWN);
        assertThat(to()).extracting(Deployment::state).containsExactly(State.SUCCESS, State.UNKNOWN);
        served(of(80, "e", State.SUCCESS), of(60, "d", State.INACTIVE));
        assertThat(recent()).as("looked for again").extracting(Deployment::state)
                .containsExactly(State.SUCCESS, State.INACTIVE);
    }

    private GitHubFixture fixture() {
        return (GitHubFixture) server();
    }

    private void served(Deployment... newestFirst) {
        server().deployments(List.of(newestFirst));
    }

    private List<Deployment> recent() throws RemoteFailure {
        return server().provider().deployments().recent(server().repository(), Set.of("production"));
    }

    private List<Deployment> to() throws RemoteFailure {
        return server().provider().deployments().to(server().repository(), "production");
    }

    private long statuses(long deployment) {
        return server().requests().stream()
                .filter(each -> each.contains("/deployments/" + deployment + "/statuses"))
                .count();
    }

    private Deployment of(long number, String commit, State state) {
        URI page = URI.create("https://ci.example.com/" + server().repository().fullName() + "/actions/runs/"
                + (1000 + number) + "/job/" + (2000 + number));
        return new Deployment(
                server().repository(), number, "production", commit, "main", "ada", state,
                Instant.parse("2026-11-20T10:00:00Z"), 1000 + number, page, 2000 + number);
    }
}
