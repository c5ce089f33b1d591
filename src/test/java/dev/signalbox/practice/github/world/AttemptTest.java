package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            queued                         | 1 | QUEUED
            queued queued                  | 2 | QUEUED
            queued running                 | 2 | IN_PROGRESS
            waiting running                | 2 | WAITING
            waiting success                | 2 | WAITING
            success                        | 2 | IN_PROGRESS
            success queued                 | 2 | IN_PROGRESS
            success failure                | 2 | COMPLETED
            skipped skipped                | 2 | COMPLETED
            success running waiting queued | 6 | WAITING
            """)
    void sumsUpItsJobs(String jobs, int planned, Status expected) {
        assertThat(attempt(jobs).status(planned)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            success success           | SUCCESS
            success skipped           | SUCCESS
            skipped skipped           | SKIPPED
            success failure           | FAILURE
            success cancelled         | CANCELLED
            cancelled failure skipped | FAILURE
            """)
    void endsAsItsWorstJobDid(String jobs, Conclusion expected) {
        assertThat(attempt(jobs).conclusion()).isEqualTo(expected);
    }

    @Test
    void neverGoesBackInTime() {
        Attempt attempt = attempt("queued");
        attempt.touch(NOW.plusSeconds(9));
        attempt.touch(NOW.plusSeconds(3));

        assertThat(attempt.updatedAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(attempt.startedAt()).isEqualTo(NOW);
    }

    @Test
    void isCancelledAtTheEarliestMomentThatAnyoneAskedFor() {
        Attempt attempt = attempt("queued");
        assertThat(attempt.cancelAt()).isNull();
        attempt.cancelFrom(NOW.plusSeconds(5));
        attempt.cancelFrom(NOW.plusSeconds(9));
        assertThat(attempt.cancelAt()).isEqualTo(NOW.plusSeconds(5));
        attempt.cancelFrom(NOW);
        assertThat(attempt.cancelAt()).isEqualTo(NOW);
    }

    @Test
    void knowsWhichJobIsToFail() {
        Attempt red = new Attempt(1, People.standard().you(), NOW, new Attempt.Failure("lint"));

        assertThat(red.fails("lint")).isTrue();
        assertThat(red.fails("build")).isFalse();
        assertThat(attempt("queued").fails("lint")).isFalse();
    }

    @Test
    void findsAJobByItsName() {
        Attempt attempt = attempt("queued running");

        assertThat(attempt.job("job-1")).hasValueSatisfying(
                job -> assertThat(job.status()).isEqualTo(Status.IN_PROGRESS));
        assertThat(attempt.job("job-2")).isEmpty();
    }

    private static Attempt attempt(String jobs) {
        Attempt attempt = new Attempt(1, People.standard().you(), NOW, null);
        List<String> states = Arrays.asList(jobs.split(" "));
        for (int number = 0; number < states.size(); number++) {
            attempt.add(JobTest.job("job-" + number, states.get(number)));
        }
        return attempt;
    }

    static Job.Pace pace(int... seconds) {
        List<Duration> steps = Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
        return new Job.Pace(Duration.ofSeconds(2), steps, -1);
    }

    static @Nullable Conclusion ending(String word) {
        return switch (word) {
            case "queued", "running", "waiting" -> null;
            default -> Conclusion.valueOf(word.toUpperCase(java.util.Locale.ROOT));
        };
    }
}
