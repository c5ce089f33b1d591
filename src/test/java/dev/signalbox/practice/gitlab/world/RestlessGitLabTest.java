package dev.signalbox.practice.gitlab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// People who press everything in any order, and what must be true all the same.
class RestlessGitLabTest {

    private static final int DEEDS = 160;

    private final SampleGitLab sample = new SampleGitLab();
    private final World world = sample.world();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void staysInOrderWhateverPeopleDo(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < DEEDS; i++) {
            try {
                act(random);
            } catch (Refused refused) {
                assertThat(refused.status()).isIn(400, 403);
                assertThat(refused.sentence()).isNotBlank();
            }
            sample.jump(Duration.ofMillis(random.nextInt(1, 6_000)));
            world.projects().forEach(this::check);
        }
        for (int i = 0; i < 20; i++) {
            sample.jump(Duration.ofSeconds(60));
        }
        world.projects().forEach(this::checkAtRest);
    }

    private void act(SplittableRandom random) {
        Project project = world.projects().get(random.nextInt(2));
        Member member = pick(random, sample.members().all());
        List<Pipeline> pipelines = project.pipelines();
        Pipeline pipeline = pick(random, pipelines.subList(0, Math.min(6, pipelines.size())));
        Job job = pick(random, pipeline.jobs());
        Instant now = sample.instant();
        switch (random.nextInt(10)) {
            case 0 -> sample.merge(project.name(), random.nextBoolean() ? "unit-tests 1/2" : null);
            case 1 -> sample.release(project.name(), "v5." + random.nextInt(9) + ".0",
                    pick(random, PipelinePlan.ENVIRONMENTS));
            case 2 -> world.cancel(pipeline, now);
            case 3 -> world.cancel(job, member, random.nextBoolean(), now);
            case 4 -> world.retry(pipeline, member, now);
            case 5 -> world.retry(job, member, now);
            case 6 -> world.erase(job);
            case 7 -> world.play(job, member, now);
            default -> answer(random, project, member, now);
        }
    }

    private void answer(SplittableRandom random, Project project, Member member, Instant now) {
        List<Deployment> blocked = new ArrayList<>(project.deployments());
        blocked.removeIf(each -> each.state() != Deployment.State.BLOCKED);
        if (!blocked.isEmpty()) {
            world.approve(pick(random, blocked), member, random.nextInt(5) > 0, "", "", now);
        }
    }

    private static <T> T pick(SplittableRandom random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void check(Project project) {
        for (Pipeline pipeline : project.pipelines()) {
            assertThat(pipeline.updatedAt()).isBetween(pipeline.createdAt(), sample.instant());
            assertThat(pipeline.current()).extracting(job -> job.plan().name()).doesNotHaveDuplicates();
            assertThat(pipeline.finishedAt() == null).isEqualTo(!pipeline.status().isOver());
            pipeline.jobs().forEach(this::check);
        }
        for (Deployment deployment : project.deployments()) {
            boolean ended = deployment.finishedAt() != null;
            assertThat(ended).isEqualTo(deployment.isOver());
            assertThat(deployment.updatedAt()).isBetween(deployment.createdAt(), sample.instant());
            if (deployment.state() == Deployment.State.SUCCESS && deployment.environment().isProtected()) {
                assertThat(deployment.pendingApprovals()).isZero();
            }
        }
    }

    private void check(Job job) {
        Instant started = job.startedAt();
        Instant finished = job.finishedAt();
        if (started != null && finished != null) {
            assertThat(finished).isAfterOrEqualTo(started);
        }
        if (job.status() == Status.SUCCESS || job.status() == Status.FAILED) {
            assertThat(finished).isNotNull();
        }
        if (job.status() == Status.FAILED) {
            assertThat(job.failureReason()).isNotNull();
        }
        assertThat(job.progress(sample.instant())).isBetween(0.0, 1.0);
        if (job.status() == Status.CREATED || job.status() == Status.SKIPPED) {
            assertThat(started).isNull();
        }
    }

    /// What is not over when nobody presses anything any more waits for a person.
    private void checkAtRest(Project project) {
        for (Pipeline pipeline : project.pipelines()) {
            assertThat(pipeline.status().isOver() || pipeline.status() == Status.MANUAL)
                    .as(pipeline.id() + " is " + pipeline.status()).isTrue();
            if (pipeline.status() == Status.MANUAL) {
                assertThat(pipeline.current()).anyMatch(job -> job.status() == Status.MANUAL
                        && Objects.requireNonNull(job.deployment()).finishedAt() == null);
            }
        }
    }
}
