package dev.signalbox.ui.activity;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.FakeOperator;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ActivityTest {

    private static final TimeOfDay CLOCK = new TimeOfDay(ZoneOffset.UTC);

    private final FakeOperator operator = new FakeOperator();
    private final List<Intent> proposed = new ArrayList<>();
    private final ActivityViewModel model = new ActivityViewModel(operator, proposed::add, CLOCK);

    @Test
    void listsWhatGoesOnAndWhatIsUnsettledFirst() {
        List<ActivityRow> rows =
                ActivityRows.of(SampleStates.rich(), ActivityFilter.ALL, NOW, CLOCK, Redaction.SHAPES_ONLY);
        assertThat(rows).extracting(r -> r.id().text()).containsExactly("p1", "p4", "p2", "p3", "p5");
        assertThat(rows.getFirst().when()).isEqualTo("for 22 s");
        assertThat(rows.get(2).when()).isEqualTo("13:42:20 · 38 s");
        assertThat(rows.getFirst().words())
                .startsWith("Roll back checkout to v2.14.0, verifying, checkout · production");
    }

    @Test
    void everyPhaseIsInOneFilterBesideAll() {
        for (Phase phase : Phase.values()) {
            assertThat(Arrays.stream(ActivityFilter.values()).filter(f -> f.accepts(phase))).as(phase.name())
                    .hasSize(2);
        }
        assertThat(ActivityRows.counts(SampleStates.rich()))
                .containsEntry(ActivityFilter.ALL, 5)
                .containsEntry(ActivityFilter.FAILED, 2)
                .containsEntry(ActivityFilter.UNSETTLED, 1);
        assertThat(ActivityRows.unsettled(SampleStates.rich())).isEqualTo(1);
    }

    @Test
    void offersTheWayBackOnlyForWhatTookEffect() {
        assertThat(ActivityRows.canUndo(ended(Phase.DONE, Fate.VERIFIED))).isTrue();
        assertThat(ActivityRows.canUndo(ended(Phase.FAILED, Fate.NOT_VERIFIED))).isTrue();
        assertThat(ActivityRows.canUndo(ended(Phase.FAILED, Fate.NOT_APPLIED))).isFalse();
        assertThat(ActivityRows.canUndo(ended(Phase.STOPPED, Fate.NOT_SENT))).isFalse();
        assertThat(ActivityRows.canUndo(ended(Phase.UNKNOWN, Fate.UNKNOWN))).isFalse();
        assertThat(ActivityRows.canUndo(ended(Phase.VERIFYING, Fate.APPLIED))).isFalse();
    }

    @Test
    void proposesTheWayBack() {
        ActionRecord done = ended(Phase.DONE, Fate.VERIFIED);
        model.show(SampleStates.full().action(done).state(), NOW);
        assertThat(model.open(new PlanId("p1"))).isTrue();
        model.undo();
        assertThat(proposed).containsExactly(((Undo.ByIntent) done.plan().undo()).intent());
    }

    @Test
    void settlesAnUnknownOutcomeByReadingOrByANote() {
        model.show(SampleStates.rich(), NOW);
        model.open(new PlanId("p4"));
        assertThat(Objects.requireNonNull(model.cardProperty().get()).unsettled()).isTrue();
        model.checkAgain();
        assertThat(operator.checked).containsExactly(new PlanId("p4"));
        model.close();
        assertThat(operator.closed).isEmpty();
        model.noteProperty().set(" looked at the pods: restarted ");
        model.close();
        assertThat(operator.closed).containsExactly("p4: looked at the pods: restarted");
    }

    @Test
    void staysWithTheChosenActionWhileItIsListed() {
        model.show(SampleStates.rich(), NOW);
        model.select(new PlanId("p3"));
        model.show(SampleStates.rich(), NOW.plusSeconds(1));
        assertThat(model.selectedProperty().get()).isEqualTo(new PlanId("p3"));
        model.filterProperty().set(ActivityFilter.DONE);
        assertThat(model.selectedProperty().get()).isEqualTo(new PlanId("p2"));
    }

    @Test
    void aNoteDoesNotGoOverToAnotherAction() {
        model.show(SampleStates.rich(), NOW);
        model.open(new PlanId("p4"));
        model.noteProperty().set("the pods were looked at");
        model.show(SampleStates.rich(), NOW.plusSeconds(1));
        assertThat(model.noteProperty().get()).isEqualTo("the pods were looked at");
        model.filterProperty().set(ActivityFilter.DONE);
        assertThat(model.noteProperty().get()).isEmpty();
        model.close();
        assertThat(operator.closed).isEmpty();
    }

    @Test
    void hasNothingToShowAtFirst() {
        model.show(ConsoleState.EMPTY, NOW);
        assertThat(model.rowsProperty().get()).isEmpty();
        assertThat(model.cardProperty().get()).isNull();
        assertThat(model.open(new PlanId("gone"))).isFalse();
    }

    @Test
    void tellsTheFactsOfAnAction() {
        ActivityCard card = ActivityRows.card(ended(Phase.DONE, Fate.VERIFIED), ConsoleState.EMPTY, NOW, CLOCK);
        assertThat(card.facts()).extracting(f -> f.name() + ": " + f.value()).containsExactly(
                "Confirmed: 14:02:00 by release-mgr", "Took: 12 s", "Environment: production",
                "Journal key: rollback:checkout:h57");
        assertThat(card.undo()).isEqualTo("Rolls forward to v2.14.1 again");
        assertThat(card.steps()).hasSize(2);
    }

    private static ActionRecord ended(Phase phase, Fate fate) {
        return SampleActions.record(SampleActions.rollBack("p1"), phase, "words", 20, Duration.ofSeconds(12), fate);
    }
}
