package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.practice.gitlab.world.SampleGitLab;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A job that a green pipeline only offers, against the practice team's GitLab.
class GitLabOffersTest {

    private static final ConnectionId CONNECTION = new ConnectionId("practice");
    private static final RepositoryId AUTH = new RepositoryId(CONNECTION, "acme/platform", "auth");

    private final PractisedGitLab practised = new PractisedGitLab();
    private final SampleGitLab sample = practised.sample();
    private final GitLab gitlab = practised.connected(CONNECTION, "glpat-you");

    @AfterEach
    void close() {
        gitlab.close();
        practised.close();
    }

    @Test
    void startsAJobThatNothingWaitsFor() throws RemoteFailure {
        RunId run = new RunId(AUTH, sample.merge("auth", null).id());
        sample.pass(Duration.ofSeconds(60));
        Run green = ci().runs().one(run);
        assertThat(green.conclusion()).isEqualTo(Conclusion.SUCCESS);
        PendingApproval offered = ci().approvals().pending(run).getFirst();
        assertThat(offered.blocks()).isFalse();
        assertThat(offered.canApprove()).isTrue();
        assertThat(offered.environmentName()).isEqualTo("publish-docs");
        assertThat(ci().runs().jobs(run, 1)).filteredOn(job -> job.status() == RunStatus.WAITING)
                .extracting(Job::name).containsExactly("publish-docs");

        List<PlannedRequest> requests = ci().commands().review(new Intent.ReviewDeployment(
                run, green.attempt(), green.headSha(), List.of(offered.gate()), List.of("publish-docs"),
                Decision.APPROVE, ""));
        assertThat(requests).hasSize(1);
        assertThat(ci().sender().send(requests.getFirst())).isInstanceOf(SendOutcome.Applied.class);
        assertThat(ci().approvals().pending(run)).isEmpty();
        assertThat(ci().runs().one(run).status()).isEqualTo(RunStatus.IN_PROGRESS);
        sample.pass(Duration.ofSeconds(20));
        assertThat(ci().runs().one(run).conclusion()).isEqualTo(Conclusion.SUCCESS);
    }

    private CiProvider ci() {
        return gitlab.provider();
    }
}
