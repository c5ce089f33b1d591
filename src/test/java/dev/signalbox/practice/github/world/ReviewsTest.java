package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewsTest {

    private final SampleWorld sample = new SampleWorld();
    private final Repository ledger = sample.repository("ledger");
    private final List<Long> production = List.of(ledger.environment("production").id());

    private Run waiting(Person actor) {
        Run run = sample.world()
                .dispatch(
                        ledger,
                        ledger.workflow("release.yml").orElseThrow(),
                        "main",
                        Map.of("version", "v3.0.0", "environment", "production"),
                        actor,
                        sample.instant(),
                        null);
        sample.pass(Duration.ofSeconds(60));
        return run;
    }

    private void answer(Run run, List<Long> environments, String comment, Person person) {
        sample.world().review(run, environments, true, comment, person, sample.instant());
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, int status,
            String words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.status()).isEqualTo(status))
                .hasMessageContaining(words);
    }

    @Test
    void aCommentIsRequired() {
        Run run = waiting(sample.people().bot());
        assertRefused(() -> answer(run, production, " ", sample.people().you()), 422, "comment");
    }

    @Test
    void onlyReviewersMayAnswer() {
        Run run = waiting(sample.people().bot());
        Person outsider = sample.people().developers().getFirst();
        assertRefused(() -> answer(run, production, "Go", outsider), 403, "not a required reviewer");
    }

    @Test
    void nobodyReviewsTheirOwnRunWhereThatIsPrevented() {
        Run run = waiting(sample.people().you());
        assertRefused(() -> answer(run, production, "Go", sample.people().you()), 403, "Self-review");
        answer(run, production, "Go", sample.people().colleague());
        assertThat(run.status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void theSecondAnswerComesTooLate() {
        Run run = waiting(sample.people().bot());
        answer(run, production, "Go", sample.people().colleague());
        assertRefused(() -> answer(run, production, "Go", sample.people().you()), 422, "No pending deployment");
    }

    @Test
    void anUnknownEnvironmentIsNotPending() {
        Run run = waiting(sample.people().bot());
        assertRefused(() -> answer(run, List.of(1L), "Go", sample.people().you()), 422, "No pending deployment");
    }
}
