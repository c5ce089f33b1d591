package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final JobPlan PLAN = new JobPlan("lint", List.of(), null, trigger -> true,
            List.of(StepPlan.of("One", 1), StepPlan.of("Two", 1), StepPlan.of("Three", 1)));

    static Job job(String name, String state) {
        Status status = switch (state) {
            case "waiting" -> Status.WAITING;
            default -> Status.QUEUED;
        };
        JobPlan plan = new JobPlan(name, List.of(), null, trigger -> true, List.of(StepPlan.of("Work", 1)));
        Job job = new Job(1, plan, 1, NOW, AttemptTest.pace(1), null, status);
        if (state.equals("running")) {
            job.start(NOW);
        }
        Conclusion end = AttemptTest.ending(state);
        if (end != null) {
            job.end(end, NOW);
        }
        return job;
    }

    private final Job job = new Job(5, PLAN, 1, NOW, AttemptTest.pace(1, 2, 3), null, Status.QUEUED);

    @Test
    void isTakenByARunnerSomeTimeAfterItWasReleased() {
        assertThat(job.startsAt()).isEqualTo(NOW.plusSeconds(2));
        job.release(NOW.plusSeconds(60));

        assertThat(job.startsAt()).isEqualTo(NOW.plusSeconds(62));
        assertThat(job.createdAt()).isEqualTo(NOW);
        assertThat(job.status()).isEqualTo(Status.QUEUED);
    }

    @Test
    void hasNoStepsUntilItStarts() {
        assertThat(job.steps()).isEmpty();
        assertThat(job.hasRun()).isFalse();
        assertThat(job.startedAt()).isEqualTo(NOW);
        job.start(NOW.plusSeconds(2));

        assertThat(job.steps()).extracting(Step::name).containsExactly("One", "Two", "Three");
        assertThat(job.steps()).allMatch(step -> step.status() == Status.QUEUED);
        assertThat(job.startedAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(job.hasRun()).isTrue();
    }

    @Test
    void endsTheStepThatRanAsItEndedAndSkipsTheOthers() {
        job.start(NOW);
        job.set(0, job.steps().get(0).started(NOW).ended(Conclusion.SUCCESS, NOW.plusSeconds(1)));
        job.set(1, job.steps().get(1).started(NOW.plusSeconds(1)));
        job.end(Conclusion.CANCELLED, NOW.plusSeconds(2));

        assertThat(job.steps()).extracting(Step::conclusion)
                .containsExactly(Conclusion.SUCCESS, Conclusion.CANCELLED, Conclusion.SKIPPED);
        assertThat(job.steps()).allMatch(step -> step.status() == Status.COMPLETED);
        assertThat(job.steps().get(0).completedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(job.completedAt()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void thatNeverRanStartedWhenItEnded() {
        job.end(Conclusion.SKIPPED, NOW.plusSeconds(30));

        assertThat(job.startedAt()).isEqualTo(NOW.plusSeconds(30));
        assertThat(job.hasRun()).isFalse();
        assertThat(job.conclusion()).isEqualTo(Conclusion.SKIPPED);
    }

    @Test
    void isSentOnce() {
        assertThat(job.markSent()).isTrue();
        assertThat(job.markSent()).isFalse();
    }
}
