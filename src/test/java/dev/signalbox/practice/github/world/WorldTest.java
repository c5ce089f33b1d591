package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WorldTest {

    private final SampleWorld sample = new SampleWorld();
    private final World world = sample.world();
    private final Repository checkout = sample.repository("checkout");

    private Run ci(Attempt.Failure failure) {
        return world.push(checkout, sample.people().developers().getFirst(), "Try it", sample.instant(), failure)
                .getFirst();
    }

    private Run ci() {
        return world.push(checkout, sample.people().developers().getFirst(), "Try it", sample.instant(), null)
                .getFirst();
    }

    private Run release(String repository, String environment, Person actor) {
        Repository where = sample.repository(repository);
        return world.dispatch(
                where,
                where.workflow("release.yml").orElseThrow(),
                "main",
                Map.of("version", "v3.0.0", "environment", environment),
                actor,
                sample.instant(),
                null);
    }

    @Test
    void hasAPastWithRunsDeploymentsAndCommits() {
        assertThat(checkout.commits()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(checkout.runs()).hasSizeGreaterThanOrEqualTo(12).allMatch(run -> run.status() == Status.COMPLETED);
        assertThat(checkout.runs()).isSortedAccordingTo((a, b) -> b.createdAt().compareTo(a.createdAt()));
        assertThat(checkout.deployments())
                .filteredOn(deployment -> deployment.environment().equals("production"))
                .extracting(Deployment::state)
                .containsExactly("success", "inactive");
        assertThat(checkout.commits()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    @Test
    void remembersWhoLetThePastIntoProduction() {
        Deployment last = checkout.deployments().stream()
                .filter(deployment -> deployment.environment().equals("production"))
                .findFirst()
                .orElseThrow();
        assertThat(last.run().approvals()).extracting(Approval::user).containsExactly(sample.people().colleague());
        assertThat(checkout.tagged("v2.14.0")).contains(last.run().head().sha());
    }

    @Test
    void aPushStartsEveryWorkflowThatListens() {
        List<Run> runs = world.push(checkout, sample.people().you(), "Change", sample.instant(), null);
        assertThat(runs).extracting(run -> run.workflow().name()).containsExactly("CI", "Release");
        assertThat(runs).extracting(Run::head).containsOnly(checkout.head());
    }

    @Test
    void jobsComeIntoBeingOnlyWhenTheirNeedsHaveEnded() {
        Run run = ci();
        assertThat(run.latest().jobs()).extracting(job -> job.plan().name())
                .containsExactly("lint", "unit-tests (1/2)", "unit-tests (2/2)", "security-scan");
        sample.pass(Duration.ofSeconds(24));
        assertThat(run.latest().job("build image")).isPresent();
        assertThat(run.status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void aBuildTakesLessThanAMinuteAndAHalf() {
        Run run = ci();
        sample.pass(Duration.ofSeconds(90));
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.SUCCESS);
        assertThat(run.artifacts()).hasSize(1);
    }

    @Test
    void stepsFollowEachOtherWithoutGaps() {
        Run run = ci();
        sample.pass(Duration.ofSeconds(90));
        Job lint = run.latest().job("lint").orElseThrow();
        Instant before = lint.startedAt();
        for (Step step : lint.steps()) {
            assertThat(step.startedAt()).isEqualTo(before);
            before = Objects.requireNonNull(step.completedAt());
        }
        assertThat(lint.completedAt()).isEqualTo(before);
    }

    @Test
    void oneLongJumpTellsTheSameStoryAsManySmallTicks() {
        SampleWorld other = new SampleWorld();
        Repository same = other.repository("checkout");
        Run slow = ci();
        Run fast = other.world()
                .push(same, other.people().developers().getFirst(), "Try it", other.instant(), null)
                .getFirst();
        sample.pass(Duration.ofMinutes(2));
        other.jump(Duration.ofMinutes(2));
        assertThat(fast.status()).isEqualTo(slow.status()).isEqualTo(Status.COMPLETED);
        assertThat(fast.latest().job("lint").orElseThrow().startedAt())
                .isEqualTo(slow.latest().job("lint").orElseThrow().startedAt());
    }

    @Test
    void aFailedJobSkipsWhatNeedsItAndFailsTheRun() {
        Run run = ci(new Attempt.Failure("unit-tests (2/2)"));
        sample.pass(Duration.ofSeconds(60));
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.FAILURE);
        assertThat(run.latest().job("integration-tests").orElseThrow().conclusion()).isEqualTo(Conclusion.SKIPPED);
        assertThat(run.latest().job("unit-tests (2/2)").orElseThrow().steps())
                .extracting(Step::conclusion)
                .contains(Conclusion.FAILURE, Conclusion.SKIPPED);
    }

    @Test
    void cancellingTakesAMomentAndForcingDoesNot() {
        Run slow = ci();
        sample.pass(Duration.ofSeconds(5));
        world.cancel(slow, sample.instant(), false);
        assertThat(slow.status()).isNotEqualTo(Status.COMPLETED);
        sample.pass(Duration.ofSeconds(3));
        assertThat(slow.conclusion(slow.latest())).isEqualTo(Conclusion.CANCELLED);
        Run forced = ci();
        world.cancel(forced, sample.instant(), true);
        assertThat(forced.conclusion(forced.latest())).isEqualTo(Conclusion.CANCELLED);
        assertThatThrownBy(() -> world.cancel(forced, sample.instant(), true))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.status()).isEqualTo(409));
    }

    @Test
    void aReleaseIntoAnUnprotectedEnvironmentNeedsNobody() {
        Run run = release("checkout", "staging", sample.people().you());
        sample.pass(Duration.ofSeconds(60));
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.SUCCESS);
        assertThat(sample.deployed()).containsExactly("checkout staging v3.0.0 by release-mgr");
        assertThat(run.latest().job("deploy-development").orElseThrow().conclusion()).isEqualTo(Conclusion.SKIPPED);
        assertThat(checkout.deployments().getFirst().state()).isEqualTo("success");
    }

    @Test
    void aReleaseIntoProductionWaitsForAReviewer() {
        Run run = release("checkout", "production", sample.people().developers().getFirst());
        sample.pass(Duration.ofSeconds(120));
        assertThat(run.status()).isEqualTo(Status.WAITING);
        assertThat(sample.deployed()).isEmpty();
        assertThat(checkout.deployments().getFirst().state()).isEqualTo("waiting");
        Environment production = checkout.environment("production");
        world.review(run, List.of(production.id()), true, "Go", sample.people().you(), sample.instant());
        sample.pass(Duration.ofSeconds(30));
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.SUCCESS);
        assertThat(checkout.deployments().getFirst().statuses())
                .extracting(DeploymentStatus::state)
                .containsExactly("success", "in_progress", "queued", "waiting");
    }

    @Test
    void aRejectionFailsTheRun() {
        Run run = release("checkout", "production", sample.people().developers().getFirst());
        sample.pass(Duration.ofSeconds(60));
        world.review(run, List.of(checkout.environment("production").id()), false, "No", sample.people().you(),
                sample.instant());
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.FAILURE);
        assertThat(run.approvals()).extracting(Approval::state).containsExactly("rejected");
    }

    @Test
    void aDeployJobLastsAsLongAsTheRollout() {
        sample.rolloutsAre(false, null);
        Run run = release("checkout", "staging", sample.people().you());
        sample.pass(Duration.ofMinutes(3));
        assertThat(run.status()).isEqualTo(Status.IN_PROGRESS);
        sample.rolloutsAre(false, "CrashLoopBackOff");
        sample.pass(Duration.ofSeconds(2));
        assertThat(run.conclusion(run.latest())).isEqualTo(Conclusion.FAILURE);
        assertThat(checkout.deployments().getFirst().state()).isEqualTo("failure");
    }

    @Test
    void oneReviewMayAnswerForNoEnvironmentThatDoesNotWait() {
        Run run = release("checkout", "production", sample.people().developers().getFirst());
        sample.pass(Duration.ofSeconds(60));
        List<Long> both = List.of(checkout.environment("production").id(), checkout.environment("staging").id());

        assertThatThrownBy(() -> world.review(run, both, true, "Go", sample.people().you(), sample.instant()))
                .isInstanceOf(Refused.class);
        assertThat(run.approvals()).isEmpty();
        assertThat(run.status()).isEqualTo(Status.WAITING);
    }

    @Test
    void aRefThatIsNotThereStartsNothing() {
        int before = checkout.runs().size();

        assertThatThrownBy(() -> world.dispatch(checkout, checkout.workflow("ci.yml").orElseThrow(), "gone", Map.of(),
                sample.people().you(), sample.instant(), null)).hasMessage("No ref found for: gone");
        assertThat(checkout.runs()).hasSize(before);
    }

    @Test
    void findsARepositoryInAnyCaseAndTellsAllInTheOrderOfTheirSeeds() {
        assertThat(world.repository("CHECKOUT")).hasValue(checkout);
        assertThat(world.repository("check")).isEmpty();
        assertThat(world.repositories()).extracting(Repository::name).containsExactly("checkout", "ledger");
    }

    @Test
    void aTickThatComesLateOrTwiceChangesNothing() {
        Run run = ci();
        sample.pass(Duration.ofSeconds(20));
        List<Job> before = run.latest().jobs();
        List<List<Step>> steps = before.stream().map(Job::steps).toList();
        world.tick(sample.instant());
        world.tick(sample.instant().minusSeconds(10));

        assertThat(run.latest().jobs()).isEqualTo(before);
        assertThat(before.stream().map(Job::steps).toList()).isEqualTo(steps);
    }
}
