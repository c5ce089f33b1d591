package dev.signalbox.practice.gitlab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RetryTest {

    private final SampleGitLab sample = new SampleGitLab();
    private final World world = sample.world();
    private final Member you = sample.members().you();

    @Test
    void aRetryOfAPipelineRepeatsWhatFailedAndWhatWasSkipped() {
        Pipeline pipeline = sample.merge("auth", "unit-tests 2/2");
        sample.pass(Duration.ofSeconds(60));
        Job failed = sample.job(pipeline, "unit-tests 2/2");
        Job lint = sample.job(pipeline, "lint");
        Job skipped = sample.job(pipeline, "build-image");
        Instant before = pipeline.updatedAt();
        sample.jump(Duration.ofMinutes(1));
        world.retry(pipeline, you, sample.instant());

        assertThat(pipeline.status().isActive()).isTrue();
        assertThat(pipeline.updatedAt()).isAfter(before);
        assertThat(failed.isReplaced()).isTrue();
        assertThat(sample.job(pipeline, "unit-tests 2/2").id()).isGreaterThan(failed.id());
        assertThat(sample.job(pipeline, "lint")).isSameAs(lint);
        sample.pass(Duration.ofSeconds(60));
        assertThat(pipeline.status()).isEqualTo(Status.SUCCESS);
        assertThat(sample.job(pipeline, "build-image")).isSameAs(skipped);
        assertThat(skipped.status()).isEqualTo(Status.SUCCESS);
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(pipeline.jobs()).hasSize(pipeline.current().size() + 1);
    }

    @Test
    void aRetryOfAJobIsANewJobInTheNameOfWhoAsked() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(60));
        Job old = sample.job(pipeline, "lint");
        Job fresh = world.retry(old, you, sample.instant());

        assertThat(fresh.id()).isNotEqualTo(old.id());
        assertThat(fresh.user()).isEqualTo(you);
        assertThat(fresh.status()).isEqualTo(Status.PENDING);
        assertThat(pipeline.current()).contains(fresh).doesNotContain(old);
        assertThat(pipeline.status()).isEqualTo(Status.RUNNING);
    }

    @Test
    void aJobIsRetriedOnceAndNotWhileItRuns() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(4));
        Job running = sample.job(pipeline, "unit-tests 2/2");

        assertThat(running.status()).isEqualTo(Status.RUNNING);
        assertRefused(running);
        sample.pass(Duration.ofSeconds(60));
        world.retry(running, you, sample.instant());
        assertRefused(running);
    }

    private void assertRefused(Job job) {
        assertThatThrownBy(() -> world.retry(job, you, sample.instant()))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(403);
                    assertThat(refused.sentence()).isEqualTo("403 Forbidden - Job is not retryable");
                });
    }

    @Test
    void aRetryOfAnOldDeploymentBringsItsVersionBackAtOnceWhereNobodyMustApprove() {
        Pipeline old = sample.release("auth", "v3.4.0", "staging");
        sample.pass(Duration.ofSeconds(30));
        sample.release("auth", "v3.5.0", "staging");
        sample.pass(Duration.ofSeconds(30));
        Deployment first = Objects.requireNonNull(sample.job(old, "deploy-staging").deployment());
        Job again = world.retry(first.job(), you, sample.instant());
        sample.pass(Duration.ofSeconds(30));

        Deployment second = Objects.requireNonNull(again.deployment());
        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(second.state()).isEqualTo(Deployment.State.SUCCESS);
        assertThat(sample.deployed()).containsExactly("auth staging v3.4.0 by dev-1", "auth staging v3.5.0 by dev-1",
                "auth staging v3.4.0 by release-mgr");
    }

    @Test
    void aRetryInAProtectedEnvironmentWantsItsApprovalsAgain() {
        Deployment past = sample.project("auth").deployments().stream()
                .filter(each -> each.environment().isProtected())
                .findFirst()
                .orElseThrow();
        Job again = world.retry(past.job(), you, sample.instant());

        assertThat(again.status()).isEqualTo(Status.MANUAL);
        assertThat(Objects.requireNonNull(again.deployment()).state()).isEqualTo(Deployment.State.BLOCKED);
        assertThat(past.state()).isEqualTo(Deployment.State.SUCCESS);
    }

    @Test
    void aRetryInAnOpenEnvironmentNeedsNobodyToPlayIt() {
        Deployment past = sample.project("image-resizer").deployments().stream()
                .filter(each -> each.environment().name().equals("production"))
                .findFirst()
                .orElseThrow();
        Job again = world.retry(past.job(), you, sample.instant());
        sample.pass(Duration.ofSeconds(30));

        assertThat(again.status()).isEqualTo(Status.SUCCESS);
        assertThat(sample.deployed()).containsExactly("image-resizer production v3.4.0 by release-mgr");
    }

    @Test
    void onlyMaintainersRepeatAProtectedDeployment() {
        Deployment past = sample.project("auth").deployments().stream()
                .filter(each -> each.environment().isProtected())
                .findFirst()
                .orElseThrow();
        Member developer = sample.members().developers().getFirst();

        assertThatThrownBy(() -> world.retry(past.job(), developer, sample.instant()))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.status()).isEqualTo(403));
        assertThat(past.job().isReplaced()).isFalse();
    }

    @Test
    void aRetryReachesIntoChildPipelines() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(3));
        Pipeline child = Objects.requireNonNull(sample.job(pipeline, "quality").downstream());
        world.cancel(child, sample.instant());
        sample.pass(Duration.ofSeconds(60));
        world.retry(pipeline, you, sample.instant());
        sample.pass(Duration.ofSeconds(60));

        Pipeline fresh = Objects.requireNonNull(sample.job(pipeline, "quality").downstream());
        assertThat(fresh.id()).isNotEqualTo(child.id());
        assertThat(pipeline.status()).isEqualTo(Status.SUCCESS);
    }

    @Test
    void aPipelineThatWentWellStaysAsItIs() {
        Pipeline pipeline = sample.merge("auth", null);
        sample.pass(Duration.ofSeconds(60));
        List<Job> before = pipeline.jobs();
        world.retry(pipeline, you, sample.instant());

        assertThat(pipeline.jobs()).isEqualTo(before);
        assertThat(pipeline.status()).isEqualTo(Status.SUCCESS);
    }
}
