package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.EnvironmentStanding;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.practice.gitlab.world.SampleGitLab;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The review app of a merge request at the practice team's GitLab, until it is stopped.
class GitLabReviewAppTest {

    private static final ConnectionId CONNECTION = new ConnectionId("practice");
    private static final RepositoryId PORTAL = new RepositoryId(CONNECTION, "acme/platform", "portal");

    private final PractisedGitLab practised = new PractisedGitLab();
    private final SampleGitLab sample = practised.sample();
    private final GitLab gitlab = practised.connected(CONNECTION, "glpat-you");

    @BeforeEach
    void seed() {
        sample.seedReviewed("portal");
    }

    @AfterEach
    void close() {
        gitlab.close();
        practised.close();
    }

    @Test
    void isListedWithWhatWasDeployedToIt() throws RemoteFailure {
        assertThat(review().name()).isEqualTo("review/try-the-new-scheduler");
        assertThat(review().tier()).isEqualTo("development");
        assertThat(review().stoppable()).isTrue();
        assertThat(deployed().state()).isEqualTo(Deployment.State.SUCCESS);
        assertThat(deployed().job()).isNotNull();
    }

    @Test
    void isGoneFromTheListOnceItIsStoppedAndItsJobHasRun() throws RemoteFailure {
        Deployment there = deployed();
        SendOutcome outcome = stop(review(), there.number());
        assertThat(outcome).isInstanceOf(SendOutcome.Applied.class);

        assertThat(ci().environments().of(PORTAL)).extracting(CiEnvironment::name)
                .containsExactlyInAnyOrder("development", "staging", "production");
        sample.pass(Duration.ofSeconds(20));
        List<Job> jobs = ci().runs().jobs(new RunId(PORTAL, Objects.requireNonNull(there.run())), 1);
        assertThat(jobs).filteredOn(job -> job.name().equals("stop-review")).singleElement()
                .satisfies(job -> assertThat(job.conclusion()).isEqualTo(Conclusion.SUCCESS));
    }

    @Test
    void isBeingStoppedUntilItsJobHasEndedWell() throws RemoteFailure {
        CiEnvironment review = review();
        Deployment there = deployed();
        assertThat(standing(review).state()).isEqualTo(EnvironmentStanding.State.AVAILABLE);
        stop(review, there.number());

        EnvironmentStanding stopping = standing(review);
        assertThat(stopping.state()).isEqualTo(EnvironmentStanding.State.STOPPING);
        assertThat(stopping.run()).isEqualTo(new RunId(PORTAL, Objects.requireNonNull(there.run())));
        assertThat(stopping.since()).isNotNull();
        sample.pass(Duration.ofSeconds(20));
        assertThat(standing(review).state()).isEqualTo(EnvironmentStanding.State.STOPPED);
    }

    @Test
    void oneThatIsNotThereIsStopped() throws RemoteFailure {
        assertThat(ci().environments().standing(PORTAL, review().number() + 1_000_000))
                .isEqualTo(EnvironmentStanding.plainly(EnvironmentStanding.State.STOPPED));
    }

    private EnvironmentStanding standing(CiEnvironment environment) throws RemoteFailure {
        return ci().environments().standing(PORTAL, environment.number());
    }

    @Test
    void oneThatDoesNotExistIsRefused() throws RemoteFailure {
        SendOutcome outcome = ci().sender().send(ci().commands().stop(
                new Intent.StopEnvironment(PORTAL, review().number() + 1_000_000, "review/gone", 0)));
        assertThat(outcome).isInstanceOf(SendOutcome.NotApplied.class);
        assertThat(review().stoppable()).isTrue();
    }

    @Test
    void itsPipelineKnowsItsMergeRequestAndTitle() throws RemoteFailure {
        Run run = ci().runs().recent(PORTAL).stream()
                .filter(each -> each.event().equals("merge_request_event"))
                .findFirst()
                .orElseThrow();
        assertThat(run.title()).isEqualTo("Try the new scheduler");
        assertThat(ci().changeRequests().of(run)).singleElement()
                .satisfies(request -> assertThat(request.title()).isEqualTo("Try the new scheduler"));
    }

    private SendOutcome stop(CiEnvironment environment, long live) {
        return ci().sender().send(ci().commands().stop(
                new Intent.StopEnvironment(PORTAL, environment.number(), environment.name(), live)));
    }

    private CiEnvironment review() throws RemoteFailure {
        return ci().environments().of(PORTAL).stream()
                .filter(CiEnvironment::comesAndGoes)
                .findFirst()
                .orElseThrow();
    }

    private Deployment deployed() throws RemoteFailure {
        String name = review().name();
        return ci().deployments().recent(PORTAL).stream()
                .filter(deployment -> deployment.environment().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private CiProvider ci() {
        return gitlab.provider();
    }
}
