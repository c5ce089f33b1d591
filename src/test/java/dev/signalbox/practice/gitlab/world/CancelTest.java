package dev.signalbox.practice.gitlab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CancelTest {

    private final SampleGitLab sample = new SampleGitLab();
    private final World world = sample.world();
    private final Member you = sample.members().you();

    @Test
    void onePipelineThatIsOverKeepsWhatItOffers() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(60));
        sample.world().cancel(pipeline, sample.instant());

        assertThat(pipeline.status()).isEqualTo(Status.SUCCESS);
        assertThat(sample.job(pipeline, "publish-docs").status()).isEqualTo(Status.MANUAL);
    }

    @Test
    void whatRunsStopsAMomentLaterAndTheRestAtOnce() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(5));
        world.cancel(pipeline, sample.instant());

        assertThat(pipeline.status()).isEqualTo(Status.CANCELING);
        assertThat(sample.job(pipeline, "unit-tests 2/2").status()).isEqualTo(Status.CANCELING);
        assertThat(sample.job(pipeline, "build-image").status()).isEqualTo(Status.CANCELED);
        sample.pass(Duration.ofSeconds(2));
        assertThat(pipeline.status()).isEqualTo(Status.CANCELED);
        assertThat(sample.job(pipeline, "unit-tests 2/2").finishedAt())
                .isEqualTo(sample.instant().minusMillis(500));
        assertThat(sample.deployed()).isEmpty();
    }

    @Test
    void theChildStopsWithItsParent() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(4));
        Pipeline child = Objects.requireNonNull(sample.job(pipeline, "quality").downstream());
        world.cancel(pipeline, sample.instant());
        sample.pass(Duration.ofSeconds(3));

        assertThat(child.status()).isEqualTo(Status.CANCELED);
        assertThat(sample.job(pipeline, "quality").status()).isEqualTo(Status.CANCELED);
    }

    @Test
    void whatHasEndedIsLeftAlone() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(60));
        var before = pipeline.updatedAt();
        world.cancel(pipeline, sample.instant());

        assertThat(pipeline.status()).isEqualTo(Status.SUCCESS);
        assertThat(pipeline.updatedAt()).isEqualTo(before);
    }

    @Test
    void aPipelineThatWaitsForPeopleIsCanceledWithItsDeployment() {
        Pipeline pipeline = sample.release("auth", "v3.5.0", "production");
        sample.pass(Duration.ofSeconds(30));
        Deployment deployment = Objects.requireNonNull(sample.job(pipeline, "deploy-production").deployment());
        world.cancel(pipeline, sample.instant());

        assertThat(pipeline.status()).isEqualTo(Status.CANCELED);
        assertThat(deployment.state()).isEqualTo(Deployment.State.CANCELED);
        assertThatThrownBy(() -> world.approve(deployment, you, true, "", "", sample.instant()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not waiting");
    }

    @Test
    void aCanceledPipelineCanBeRetried() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(5));
        world.cancel(pipeline, sample.instant());
        sample.pass(Duration.ofSeconds(5));
        world.retry(pipeline, you, sample.instant());
        sample.pass(Duration.ofSeconds(60));

        assertThat(pipeline.status()).isEqualTo(Status.SUCCESS);
        assertThat(sample.deployed()).hasSize(1);
    }

    @Test
    void oneJobThatIsCanceledStopsTheStagesAfter() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(5));
        world.cancel(sample.job(pipeline, "unit-tests 2/2"), you, false, sample.instant());
        sample.pass(Duration.ofSeconds(60));

        assertThat(pipeline.status()).isEqualTo(Status.CANCELED);
        assertThat(sample.job(pipeline, "lint").status()).isEqualTo(Status.SUCCESS);
        assertThat(sample.job(pipeline, "build-image").status()).isEqualTo(Status.SKIPPED);
    }

    @Test
    void forceIsForMaintainersAndForWhatIsStoppingAlready() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(5));
        Job job = sample.job(pipeline, "unit-tests 2/2");
        Member developer = sample.members().developers().getFirst();

        assertRefused(400, () -> world.cancel(job, you, true, sample.instant()));
        world.cancel(job, you, false, sample.instant());
        assertRefused(403, () -> world.cancel(job, developer, true, sample.instant()));
        world.cancel(job, you, true, sample.instant());
        assertThat(job.status()).isEqualTo(Status.CANCELED);
        assertThat(job.finishedAt()).isEqualTo(sample.instant());
    }

    private static void assertRefused(int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.status()).isEqualTo(status));
    }

    @Test
    void anErasedJobStaysErased() {
        Pipeline pipeline = sample.merge("auth", null);
        Job job = sample.job(pipeline, "unit-tests 1/2");
        assertRefused(403, () -> world.erase(job));
        sample.pass(Duration.ofSeconds(60));
        assertThat(job.hasArtifacts()).isTrue();
        world.erase(job);

        assertThat(job.isErased()).isTrue();
        assertThat(job.hasArtifacts()).isFalse();
        assertRefused(403, () -> world.erase(job));
    }
}
