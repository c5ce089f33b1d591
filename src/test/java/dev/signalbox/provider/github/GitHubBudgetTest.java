package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ApiBudget;
import dev.signalbox.provider.http.RateReading;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Which of several readings counts: answers overtake each other, and windows end.
class GitHubBudgetTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final GitHubBudget budget = new GitHubBudget();

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(budget.newest()).isNull();
    }

    @Test
    void theReadingThatWasMadeLaterCounts() {
        read("core", 4_000, 3_600, 10);
        read("core", 3_990, 3_600, 12);
        read("core", 3_995, 3_600, 11);
        assertThat(budget.newest())
                .isEqualTo(new ApiBudget(5_000, 3_990, NOON.plusSeconds(3_600), NOON.plusSeconds(12)));
    }

    @Test
    void aNewWindowCountsAndALateAnswerOfTheOldOneDoesNot() {
        read("core", 3, 100, 99);
        read("core", 4_999, 3_700, 101);
        read("core", 2, 100, 102);
        assertThat(budget.newest()).extracting(ApiBudget::remaining).isEqualTo(4_999);
    }

    @Test
    void aWindowThatEndsEarlierThanWasSaidCountsWhileItRuns() {
        read("core", 4_812, 3_600, 10);
        read("core", 0, 40, 11);
        assertThat(budget.newest()).isEqualTo(new ApiBudget(5_000, 0, NOON.plusSeconds(40), NOON.plusSeconds(11)));
        read("core", 4_999, 3_640, 41);
        assertThat(budget.newest()).extracting(ApiBudget::remaining).isEqualTo(4_999);
    }

    @Test
    void otherAllowancesAreNotThisOne() {
        read("core", 4_000, 3_600, 10);
        read("search", 29, 60, 20);
        read("graphql", 1, 60, 21);
        assertThat(budget.newest()).extracting(ApiBudget::remaining).isEqualTo(4_000);
        read("", 3_999, 3_600, 22);
        assertThat(budget.newest()).extracting(ApiBudget::remaining).isEqualTo(3_999);
    }

    private void read(String resource, int remaining, long reset, long at) {
        budget.read(new RateReading(
                resource, 5_000, remaining, 5_000 - remaining, NOON.plusSeconds(reset), NOON.plusSeconds(at)));
    }
}
