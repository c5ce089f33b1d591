package dev.signalbox.ui.activity;

import static dev.signalbox.testing.SampleStates.NOW;
import static dev.signalbox.ui.activity.Actions.restart;
import static dev.signalbox.ui.activity.Actions.rollBack;
import static dev.signalbox.ui.activity.Actions.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.ui.activity.ActivityCard.Fact;
import dev.signalbox.ui.plan.Phases;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActivityRowsTest {

    private static final TimeOfDay CLOCK = new TimeOfDay(ZoneOffset.UTC);
    private static final Duration FIVE = Duration.ofSeconds(5);

    @Test
    void nothingWasDoneYet() {
        assertThat(rows(ConsoleState.EMPTY, ActivityFilter.ALL)).isEmpty();
        assertThat(ActivityRows.counts(ConsoleState.EMPTY).values()).containsOnly(0);
        assertThat(ActivityRows.unsettled(ConsoleState.EMPTY)).isZero();
    }

    @Test
    void whatGoesOnStandsBeforeWhatIsUnsettledBeforeTheNewest() {
        ConsoleState state = state(
                restart("old-done", Phase.DONE, 900, FIVE), restart("new-done", Phase.DONE, 60, FIVE),
                restart("unknown", Phase.UNKNOWN, 9_000, FIVE), rollBack("sending", Phase.SENDING, 20_000, null));
        assertThat(rows(state, ActivityFilter.ALL)).extracting(r -> r.id().text())
                .containsExactly("sending", "unknown", "new-done", "old-done");
    }

    @Test
    void whatWasConfirmedAtOneMomentKeepsOneOrder() {
        ConsoleState state = state(
                restart("b", Phase.DONE, 60, FIVE), restart("c", Phase.FAILED, 60, FIVE),
                restart("a", Phase.DONE, 60, FIVE));
        assertThat(rows(state, ActivityFilter.ALL)).extracting(r -> r.id().text()).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @CsvSource({
        "IN_FLIGHT,'CHECKING,SENDING,VERIFYING'", "UNSETTLED,UNKNOWN", "FAILED,'FAILED,STOPPED'", "DONE,'DONE,CLOSED'"
    })
    void everyFilterLetsItsOwnThrough(ActivityFilter filter, String phases) {
        ActionRecord[] one = java.util.Arrays.stream(Phase.values())
                .map(p -> restart(p.name(), p, 60, p.isEnd() ? FIVE : null))
                .toArray(ActionRecord[]::new);
        assertThat(rows(state(one), filter)).extracting(r -> r.id().text())
                .containsExactlyInAnyOrder(phases.split(","));
        assertThat(ActivityRows.counts(state(one))).containsEntry(filter, phases.split(",").length)
                .containsEntry(ActivityFilter.ALL, Phase.values().length);
    }

    @Test
    void anActionThatGoesOnCountsOnAndOneThatEndedDoesNot() {
        ActivityRow flying = row(rollBack("p", Phase.VERIFYING, 22, null));
        assertThat(flying.when()).isEqualTo("for 22 s");
        assertThat(ActivityRows.of(state(rollBack("p", Phase.VERIFYING, 22, null)), ActivityFilter.ALL,
                NOW.plusSeconds(100), CLOCK, Redaction.SHAPES_ONLY).getFirst().when()).isEqualTo("for 2 m 02 s");
        assertThat(row(rollBack("p", Phase.DONE, 22, Duration.ofSeconds(12))).when()).isEqualTo("14:01:58 · 12 s");
        assertThat(row(rollBack("p", Phase.DONE, 90_000, Duration.ofMinutes(3))).when())
                .isEqualTo("19 Nov 13:02 · 3 m 00 s");
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void theRowSaysItsPhaseByShapeByWordAndAloud(Phase phase) {
        ActivityRow row = row(restart("p", phase, 60, phase.isEnd() ? FIVE : null));
        assertThat(row.mark()).isEqualTo(Phases.mark(phase));
        assertThat(row.phase()).isEqualTo(Phases.word(phase));
        assertThat(row.words()).isEqualTo("Restart mailer, " + Phases.word(phase)
                + ", mailer · staging · release-mgr · said");
    }

    @Test
    void whatComesFromOutsideStaysInItsLine() {
        ActivityRow row = row(Actions.titled("p", "Restart\u202e", "a\nb", "said\u0007" + "x".repeat(900)));
        assertThat(row.title()).isEqualTo("Restart‹U+202E›");
        assertThat(row.sub()).doesNotContain("\n").doesNotContain("\u0007").hasSizeLessThan(700);
        ActivityCard card = card(Actions.titled("p", "Restart\u202e", "a\nb", "said\u0007"));
        assertThat(card.title() + card.subject() + card.words())
                .doesNotContain("\u202e").doesNotContain("\n").doesNotContain("\u0007");
    }

    @Test
    void theCardTellsWhenByWhomAndHowLong() {
        assertThat(card(rollBack("p", Phase.DONE, 3_600, Duration.ofSeconds(98))).facts()).containsExactly(
                new Fact("Confirmed", "13:02:20 by release-mgr"), new Fact("Took", "1 m 38 s"),
                new Fact("Environment", "production"), new Fact("Journal key", "rollback:checkout:h57"));
        assertThat(card(rollBack("p", Phase.SENDING, 30, null)).facts()).contains(new Fact("Running for", "30 s"));
    }

    @Test
    void anActionWithoutAnEnvironmentNamesNone() {
        ActionRecord action = SampleActions.record(
                Actions.with(SampleActions.restart("p"), "Start CI", "acme/checkout", "", null), Phase.DONE, "", 60,
                FIVE);
        assertThat(card(action).facts()).extracting(Fact::name)
                .containsExactly("Confirmed", "Took", "Journal key");
    }

    @Test
    void theWayBackIsToldEvenWhereThereIsNone() {
        assertThat(card(rollBack("p", Phase.DONE, 60, FIVE, Fate.VERIFIED)).undo())
                .isEqualTo("Rolls forward to v2.14.1 again");
        ActivityCard none = card(restart("p", Phase.DONE, 60, FIVE, Fate.VERIFIED));
        assertThat(none.undo()).isEqualTo("A restart cannot be taken back");
        assertThat(none.undoable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "DONE,VERIFIED,true", "DONE,APPLIED,true", "FAILED,NOT_VERIFIED,true", "FAILED,VERIFIED,true",
        "FAILED,NOT_APPLIED,false", "FAILED,NOT_SENT,false", "FAILED,UNKNOWN,false", "STOPPED,NOT_SENT,false",
        "UNKNOWN,UNKNOWN,false", "UNKNOWN,VERIFIED,false", "CLOSED,UNKNOWN,false", "VERIFYING,APPLIED,false",
        "SENDING,INTENDED,false", "CHECKING,PENDING,false"
    })
    void onlyWhatMayHaveTakenEffectCanBeTakenBack(Phase phase, Fate fate, boolean back) {
        ActionRecord action = rollBack("p", phase, 60, phase.isEnd() ? FIVE : null, fate);
        assertThat(ActivityRows.canUndo(action)).isEqualTo(back);
        assertThat(card(action).undoable()).isEqualTo(back);
    }

    @Test
    void whatCannotBeTakenBackIsNotOfferedHoweverItEnded() {
        Undo none = new Undo.Impossible("Too late");
        ActionRecord action = SampleActions.record(
                Actions.with(SampleActions.rollBack("p"), "t", "s", "production", none), Phase.DONE, "", 60, FIVE,
                Fate.VERIFIED);
        assertThat(ActivityRows.canUndo(action)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void onlyAnUnknownOutcomeAsksForAPerson(Phase phase) {
        ActionRecord action = restart("p", phase, 60, phase.isEnd() ? FIVE : null);
        assertThat(card(action).unsettled()).isEqualTo(phase == Phase.UNKNOWN);
        assertThat(ActivityRows.unsettled(state(action))).isEqualTo(phase == Phase.UNKNOWN ? 1 : 0);
        assertThat(card(action).meaning()).isEqualTo(Phases.meaning(phase));
    }

    @Test
    void everyStepIsOnTheCard() {
        assertThat(card(rollBack("p", Phase.VERIFYING, 60, null, Fate.APPLIED)).steps())
                .extracting(step -> step.fate().replaceAll(" · .*", "")).containsExactly("accepted", "not yet");
    }

    @Test
    void filtersAreNamedAsPeopleSay() {
        assertThat(List.of(ActivityFilter.values())).extracting(ActivityFilter::title)
                .containsExactly("All", "In flight", "Unsettled", "Failed", "Done");
    }

    @Test
    void aTokenThatTheConsoleHoldsIsNotListed() {
        Redaction known = new Redaction(List.of("Roll back checkout", "checkout · production"));
        ActivityRow row = ActivityRows.of(
                state(rollBack("p", Phase.DONE, 22, FIVE)), ActivityFilter.ALL, NOW, CLOCK, known).getFirst();
        assertThat(row.title()).isEqualTo("••• to v2.14.0");
        assertThat(row.sub()).startsWith("••• · ");
        assertThat(row.words()).doesNotContain("checkout");
    }

    private static List<ActivityRow> rows(ConsoleState state, ActivityFilter filter) {
        return ActivityRows.of(state, filter, NOW, CLOCK, Redaction.SHAPES_ONLY);
    }

    private static ActivityRow row(ActionRecord action) {
        return rows(state(action), ActivityFilter.ALL).getFirst();
    }

    private static ActivityCard card(ActionRecord action) {
        return ActivityRows.card(action, ConsoleState.EMPTY, NOW, CLOCK);
    }
}
