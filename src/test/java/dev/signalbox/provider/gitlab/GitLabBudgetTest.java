package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ApiBudget;
import dev.signalbox.provider.http.RateReading;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GitLabBudgetTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final GitLabBudget budget = new GitLabBudget();

    @Test
    void nothingIsKnownBeforeTheFirstAnswer() {
        assertThat(budget.newest()).isNull();
    }

    @Test
    void tellsWhatIsLeftOfTheMinute() {
        read("throttle_authenticated_api", 2_000, 1_990, 60, 1);
        assertThat(budget.newest()).isEqualTo(new ApiBudget(2_000, 1_990, NOON.plusSeconds(60), NOON.plusSeconds(1)));
    }

    @Test
    void anAnswerThatWasOvertakenDoesNotGiveBack() {
        read("api", 2_000, 1_980, 60, 2);
        read("api", 2_000, 1_985, 60, 3);
        assertThat(budget.newest()).extracting(ApiBudget::remaining).isEqualTo(1_980);
    }

    @Test
    void aNewMinuteCountsAndALateAnswerOfTheOldOneDoesNot() {
        read("api", 2_000, 3, 60, 59);
        read("api", 2_000, 1_999, 120, 61);
        read("api", 2_000, 2, 60, 60);
        assertThat(budget.newest()).extracting(ApiBudget::remaining).isEqualTo(1_999);
    }

    @Test
    void theTightestOfSeveralLimitsIsTold() {
        read("throttle_authenticated_api", 2_000, 1_900, 60, 1);
        read("throttle_authenticated_files_api", 500, 10, 60, 2);
        read("throttle_authenticated_api", 2_000, 1_899, 60, 3);
        assertThat(budget.newest()).extracting(ApiBudget::limit).isEqualTo(500);
    }

    @Test
    void aLimitWhoseMinuteIsOverIsNotTight() {
        read("throttle_authenticated_files_api", 500, 0, 60, 2);
        read("throttle_authenticated_api", 2_000, 1_999, 120, 61);
        assertThat(budget.newest()).extracting(ApiBudget::limit).isEqualTo(2_000);
    }

    @Test
    void whereEveryMinuteIsOverTheLastIsTold() {
        read("a", 500, 7, 60, 2);
        read("b", 2_000, 5, 60, 61);
        assertThat(budget.newest()).extracting(ApiBudget::remaining).isEqualTo(5);
    }

    private void read(String name, int limit, int remaining, long reset, long at) {
        budget.read(new RateReading(
                name, limit, remaining, limit - remaining, NOON.plusSeconds(reset), NOON.plusSeconds(at)));
    }
}
