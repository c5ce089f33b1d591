package dev.signalbox.ui.shell;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.widget.Tone;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The line at the bottom: its words for every state, and that it shows them and nothing old.
class FooterViewTest {

    private final FooterView view = Fx.run(() -> {
        FooterView made = new FooterView();
        assertThat(new Scene(made)).isNotNull();
        return made;
    });

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void takesNoRoomForWhatThereIsNot() {
        show(new FooterRow("everything live", Tone.OK, List.of("a: done", "b: failed"), "1 action in flight", "", "ok",
                Tone.IDLE));
        assertThat(shown()).containsExactly("everything live", "a: done", "b: failed", "1 action in flight", "ok");
        show(new FooterRow("everything live", Tone.OK, List.of("a: done"), "", "", "ok", Tone.IDLE));
        assertThat(shown()).containsExactly("everything live", "a: done", "ok");
        show(new FooterRow("nothing connected", Tone.IDLE, List.of(), "", "", "ok", Tone.IDLE));
        assertThat(shown()).containsExactly("nothing connected", "ok");
    }

    @Test
    void theLightHasTheToneOfTheWords() {
        show(new FooterRow("x", Tone.WARN, List.of(), "", "", "ok", Tone.IDLE));
        assertThat(view.lookupAll(".sb-dot")).singleElement()
                .satisfies(dot -> assertThat(dot.getStyleClass()).contains("tone-warn").doesNotContain("tone-idle"));
        show(new FooterRow("x", Tone.OK, List.of(), "", "", "ok", Tone.IDLE));
        assertThat(view.lookupAll(".sb-dot")).singleElement()
                .satisfies(dot -> assertThat(dot.getStyleClass()).contains("tone-ok").doesNotContain("tone-warn"));
    }

    @Test
    void aJournalThatWorksAgainIsNoLongerRed() {
        show(new FooterRow("x", Tone.OK, List.of(), "", "", "journal does not work", Tone.BAD));
        show(new FooterRow("x", Tone.OK, List.of(), "", "", "journal does not work", Tone.BAD));
        assertThat(label("footer-journal").getStyleClass()).containsOnlyOnce("sb-bad");
        show(new FooterRow("x", Tone.OK, List.of(), "", "", "journal in sync", Tone.IDLE));
        assertThat(label("footer-journal").getStyleClass()).doesNotContain("sb-bad");
    }

    @ParameterizedTest
    @CsvSource({
        "DONE,done", "FAILED,failed", "STOPPED,stopped", "UNKNOWN,unknown", "CLOSED,closed"
    })
    void namesEveryOutcome(Phase phase, String word) {
        SampleStates states = SampleStates.full().action(SampleActions.record(
                SampleActions.restart("new"), phase, "", 10, Duration.ofSeconds(9), Fate.VERIFIED));
        assertThat(rows(states).last().getFirst()).isEqualTo("14:02:19 Restart mailer: " + word);
    }

    @Test
    void tellsTheNewestTwoByTheirEndNotByTheirBeginning() {
        SampleStates states = SampleStates.full()
                .action(SampleActions.record(
                        named("began last", "x1"), Phase.DONE, "", 100, Duration.ofSeconds(10), Fate.VERIFIED))
                .action(SampleActions.record(
                        named("ended last", "x2"), Phase.DONE, "", 500, Duration.ofSeconds(495), Fate.VERIFIED))
                .action(SampleActions.record(
                        named("ended first", "x3"), Phase.DONE, "", 90, Duration.ZERO, Fate.VERIFIED));
        assertThat(rows(states).last()).hasSize(2).satisfiesExactly(
                first -> assertThat(first).contains("ended last"), second -> assertThat(second).contains("began last")
                        .isNotNull());
    }

    @Test
    void whatGoesOnAndWhatIsUnknownAreCountedApart() {
        SampleStates more = SampleStates.full()
                .action(SampleActions.record(named("a", "f1"), Phase.SENDING, "", 5, null, Fate.INTENDED))
                .action(SampleActions.record(named("b", "f2"), Phase.CHECKING, "", 5, null))
                .action(SampleActions.record(named("c", "u2"), Phase.UNKNOWN, "", 5, Duration.ofSeconds(2)));
        assertThat(rows(more).flight()).isEqualTo("3 actions in flight · 2 outcomes unknown");
    }

    @Test
    void namesTheFirstConnectionThatIsNotLiveAndCountsTheOthers() {
        SampleStates states = SampleStates.full()
                .connection(cluster("a-new"))
                .connection(cluster("b-limited").live(NOW.minusSeconds(90))
                        .troubled(new RemoteProblem.RateLimited("", NOW.plusSeconds(9)), null));
        assertThat(rows(states).fresh()).isEqualTo("a-new not read yet, 2 more not live");
        assertThat(rows(states).tone()).isEqualTo(Tone.WARN);
    }

    @Test
    void aTitleFromOutsideIsMadeHarmlessAndShort() {
        SampleStates states = SampleStates.full().action(SampleActions.record(
                named("evil\u202e\n" + "x".repeat(400), "x"), Phase.DONE, "", 5, Duration.ofSeconds(1)));
        assertThat(rows(states).last().getFirst()).doesNotContain("\u202e").doesNotContain("\n").hasSizeLessThan(100);
    }

    private static Plan named(String title, String id) {
        Plan p = SampleActions.restart(id);
        return new Plan(
                new PlanId(id), p.intent(), title, p.subject(), p.environment(), p.guard(), p.preconditions(),
                p.steps(), p.undo(), p.preview(), p.warnings(), p.key() + id, p.preparedAt());
    }

    private static Connection cluster(String name) {
        return Connection.fresh(new ConnectionId(name), Connection.Kind.KUBERNETES, "https://" + name);
    }

    private static FooterRow rows(SampleStates states) {
        return FooterRows.of(states.state(), NOW, new TimeOfDay(ZoneOffset.UTC), Redaction.SHAPES_ONLY);
    }

    private void show(FooterRow row) {
        Fx.act(() -> view.show(row));
    }

    private List<String> shown() {
        return Fx.run(() -> view.lookupAll(".label").stream()
                .map(Label.class::cast)
                .filter(Label::isManaged)
                .map(Label::getText)
                .toList());
    }

    private Label label(String id) {
        return (Label) Objects.requireNonNull(view.lookup("#" + id));
    }
}
