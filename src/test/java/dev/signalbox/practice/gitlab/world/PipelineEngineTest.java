package dev.signalbox.practice.gitlab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PipelineEngineTest {

    private final SampleGitLab sample = new SampleGitLab();

    private List<String> names(Pipeline pipeline, Status status) {
        return pipeline.current().stream()
                .filter(job -> job.status() == status)
                .map(job -> job.plan().name())
                .toList();
    }

    @Test
    void aMergeMakesAllItsJobsAtOnce() {
        Pipeline pipeline = sample.merge("auth", null);

        assertThat(pipeline.jobs()).extracting(job -> job.plan().name()).containsExactly("lint", "unit-tests 1/2",
                "unit-tests 2/2", "quality", "build-image", "integration-tests", "publish-docs", "deploy-development");
        assertThat(pipeline.jobs()).extracting(Job::id).isSorted().doesNotHaveDuplicates();
        assertThat(pipeline.status()).isEqualTo(Status.PENDING);
        assertThat(names(pipeline, Status.CREATED)).containsExactly("build-image", "integration-tests",
                "publish-docs", "deploy-development");
    }

    @Test
    void aStageBeginsWhenTheOneBeforeHasEnded() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(60));
        Instant tested = pipeline.current().stream()
                .filter(job -> job.plan().stage().equals("test"))
                .map(job -> Objects.requireNonNull(job.finishedAt()))
                .max(Instant::compareTo)
                .orElseThrow();

        assertThat(sample.job(pipeline, "build-image").queuedAt()).isEqualTo(tested);
        assertThat(pipeline.status()).isEqualTo(Status.SUCCESS);
        assertThat(sample.deployed()).containsExactly(
                "auth development " + pipeline.head().sha().substring(0, 8) + " by dev-4");
    }

    @Test
    void nothingWaitsForAJobThatIsOnlyOffered() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(60));

        assertThat(pipeline.status()).isEqualTo(Status.SUCCESS);
        assertThat(names(pipeline, Status.MANUAL)).containsExactly("publish-docs");
        assertThat(sample.job(pipeline, "deploy-development").status()).isEqualTo(Status.SUCCESS);
    }

    @Test
    void anOfferedJobIsStartedWhenThePipelineIsOver() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(60));
        Instant ended = Objects.requireNonNull(pipeline.finishedAt());
        sample.world().play(sample.job(pipeline, "publish-docs"), sample.members().you(), sample.instant());
        assertThat(pipeline.status()).isEqualTo(Status.RUNNING);
        sample.pass(Duration.ofSeconds(20));

        assertThat(pipeline.status()).isEqualTo(Status.SUCCESS);
        assertThat(pipeline.finishedAt()).isAfter(ended);
        assertThat(sample.job(pipeline, "publish-docs").user()).isEqualTo(sample.members().you());
        assertThat(sample.deployed()).as("nothing else was done again").hasSize(1);
    }

    @Test
    void thePastStartedNoOfferedJob() {
        assertThat(sample.project("auth").pipelines()).filteredOn(old -> old.job("publish-docs").isPresent())
                .isNotEmpty()
                .allSatisfy(old -> assertThat(sample.job(old, "publish-docs").status())
                        .isIn(Status.MANUAL, Status.SKIPPED));
    }

    @Test
    void aFailureSkipsTheStagesAfter() {
        Pipeline pipeline = sample.merge("auth", "unit-tests 2/2");
        sample.pass(Duration.ofSeconds(60));

        assertThat(pipeline.status()).isEqualTo(Status.FAILED);
        assertThat(names(pipeline, Status.FAILED)).containsExactly("unit-tests 2/2");
        assertThat(names(pipeline, Status.SKIPPED)).containsExactly("build-image", "integration-tests",
                "publish-docs", "deploy-development");
        assertThat(sample.job(pipeline, "unit-tests 2/2").failureReason()).isEqualTo("script_failure");
        assertThat(sample.job(pipeline, "build-image").finishedAt()).isNull();
        assertThat(sample.deployed()).isEmpty();
    }

    @Test
    void aChildPipelineRunsWithinItsParent() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(3));
        Job bridge = sample.job(pipeline, "quality");
        Pipeline child = Objects.requireNonNull(bridge.downstream());

        assertThat(child.isChild()).isTrue();
        assertThat(child.head()).isEqualTo(pipeline.head());
        assertThat(child.jobs()).extracting(job -> job.plan().name())
                .containsExactly("scan-dependencies", "scan-secrets", "licences", "quality-report");
        sample.pass(Duration.ofSeconds(60));
        assertThat(child.status()).isEqualTo(Status.SUCCESS);
        assertThat(bridge.finishedAt()).isEqualTo(child.finishedAt());
        assertThat(sample.project("auth").pipelines()).contains(child, pipeline);
    }

    @Test
    void aChildThatIsCanceledStopsItsParent() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(3));
        Pipeline child = Objects.requireNonNull(sample.job(pipeline, "quality").downstream());
        sample.world().cancel(child, sample.instant());
        sample.pass(Duration.ofSeconds(60));

        assertThat(sample.job(pipeline, "quality").status()).isEqualTo(Status.CANCELED);
        assertThat(pipeline.status()).isEqualTo(Status.CANCELED);
    }

    @Test
    void everythingHappensAtTheSameTimeHoweverSeldomTheWorldTicks() {
        SampleGitLab seldom = new SampleGitLab();
        Pipeline slow = seldom.merge("auth", null);
        Pipeline fast = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(20));
        seldom.jump(Duration.ofSeconds(20));

        assertThat(seldom.job(slow, "lint").finishedAt()).isEqualTo(sample.job(fast, "lint").finishedAt());
        assertThat(seldom.job(slow, "unit-tests 2/2").startedAt())
                .isEqualTo(sample.job(fast, "unit-tests 2/2").startedAt());
    }

    @Test
    void aDeploymentGoesOnUntilItsRolloutHasEnded() {
        sample.rolloutsAre(false, null);
        Pipeline pipeline = sample.release("auth", "v3.5.0", "staging");
        sample.pass(Duration.ofSeconds(60));
        Job job = sample.job(pipeline, "deploy-staging");
        Deployment deployment = Objects.requireNonNull(job.deployment());

        assertThat(job.status()).isEqualTo(Status.RUNNING);
        assertThat(deployment.state()).isEqualTo(Deployment.State.RUNNING);
        sample.rolloutsAre(true, null);
        sample.pass(Duration.ofSeconds(1));
        assertThat(job.status()).isEqualTo(Status.SUCCESS);
        assertThat(job.finishedAt()).isEqualTo(sample.instant());
        assertThat(deployment.state()).isEqualTo(Deployment.State.SUCCESS);
        assertThat(deployment.finishedAt()).isEqualTo(sample.instant());
        assertThat(sample.deployed()).containsExactly("auth staging v3.5.0 by dev-1");
    }

    @Test
    void aRolloutThatCannotGetThereFailsItsJob() {
        sample.rolloutsAre(false, "pods crash");
        Pipeline pipeline = sample.release("auth", "v3.5.0", "staging");
        sample.pass(Duration.ofSeconds(60));

        assertThat(pipeline.status()).isEqualTo(Status.FAILED);
        assertThat(Objects.requireNonNull(sample.job(pipeline, "deploy-staging").deployment()).state())
                .isEqualTo(Deployment.State.FAILED);
    }

    @Test
    void aWorkloadThatIsGoneFailsTheJobAndNotTheWorld() {
        sample.loseWorkloads();
        Pipeline pipeline = sample.release("image-resizer", "v3.5.0", "development");
        Pipeline other = sample.merge("auth", "lint");
        sample.pass(Duration.ofSeconds(60));

        assertThat(pipeline.status()).isEqualTo(Status.FAILED);
        assertThat(other.status()).isEqualTo(Status.FAILED);
        assertThat(sample.job(other, "unit-tests 1/2").status()).isEqualTo(Status.SUCCESS);
    }

    @Test
    void theTimeOfChangeMovesWithTheJobs() {
        Pipeline pipeline = sample.merge("auth", null);
        Instant last = pipeline.updatedAt();
        int moves = 0;
        for (int second = 0; second < 60; second++) {
            sample.pass(Duration.ofSeconds(1));
            assertThat(pipeline.updatedAt()).isAfterOrEqualTo(last).isBeforeOrEqualTo(sample.instant());
            moves += pipeline.updatedAt().isAfter(last) ? 1 : 0;
            last = pipeline.updatedAt();
        }
        assertThat(moves).isGreaterThan(5);
        assertThat(last).isEqualTo(pipeline.finishedAt());
    }

    @Test
    void namesItselfOnlyWhenItReleases() {
        assertThat(sample.release("auth", "v3.5.0", "staging").name()).isEqualTo("Release v3.5.0 to staging");
        assertThat(sample.merge("auth", null).name()).isNull();
        assertThat(sample.project("auth").tagged("v3.5.0")).isPresent();
    }
}
