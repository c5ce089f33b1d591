package dev.signalbox.ui.plan;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.ActionRecord.StepRecord;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.testing.SampleActions;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.widget.Mark;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StepRowsTest {

    private static final Plan PLAN = SampleActions.rollBack("p");

    @ParameterizedTest
    @CsvSource({
        "https://api.github.com/repos/a/b?x=1&y=%2F,POST /repos/a/b?x=1&y=%2F",
        "https://api.github.com,POST /", "https://api.github.com/a%20b/c,POST /a%20b/c",
        "https://10.0.0.7:6443/api/v1/x#y,POST /api/v1/x"
    })
    void showsMethodAndPathExactlyAsTheyGoOnTheWire(String address, String request) {
        assertThat(row(step("t", address, "{}", false)).request()).isEqualTo(request);
        assertThat(row(step("t", address, "{}", false)).url()).isEqualTo(address);
    }

    @Test
    void numbersStepsFromOneInTheirOrder() {
        assertThat(StepRows.of(PLAN)).extracting(StepRow::number).containsExactly(1, 2);
        assertThat(StepRows.of(PLAN)).extracting(StepRow::fate).containsOnly("");
    }

    @Test
    void theBodyIsSpreadOverLinesButNotChanged() {
        String body = StepRows.of(PLAN).getFirst().body();
        assertThat(body.lines().count()).isGreaterThan(5);
        assertThat(body.replaceAll("\\s+", "")).isEqualTo(
                PLAN.steps().getFirst().request().body().replaceAll("\\s+", ""));
    }

    @Test
    void aBodyThatDeceivesIsWrittenOutAndALongOneIsCut() {
        assertThat(row(step("t", "https://x/", "{\"comment\":\"a\u202eb\"}", false)).body())
                .contains("‹U+202E›").doesNotContain("\u202e");
        assertThat(row(step("t", "https://x/", "x".repeat(100_000), false)).body()).hasSizeLessThanOrEqualTo(20_000)
                .endsWith("…");
    }

    @Test
    void theCommandIsTheOneThatIsCopiedUnchanged() {
        assertThat(row(step("t", "https://x/", "{}", false)).command()).isEqualTo("curl https://x/");
    }

    @Test
    void saysWhatIsReadAfterwardsOnlyWhereSomethingIs() {
        assertThat(StepRows.of(PLAN)).extracting(StepRow::verified)
                .containsExactly("all 6 pods run v2.14.0 and are available", "");
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void everyStepHasItsFateInWordsAndAsAShape(Fate fate) {
        StepRow row = StepRows.of(SampleActions.record(PLAN, Phase.VERIFYING, "", 5, null, fate)).getFirst();
        assertThat(row.fate()).isEqualTo(Phases.word(fate) + " · HTTP 200");
        assertThat(row.mark()).isEqualTo(Phases.mark(fate));
    }

    @Test
    void stepsThatWereNotReachedSaySo() {
        List<StepRow> rows = StepRows.of(SampleActions.record(PLAN, Phase.CHECKING, "", 5, null));
        assertThat(rows).extracting(StepRow::fate).containsOnly("not yet");
        assertThat(rows).extracting(StepRow::mark).containsOnly(Mark.QUEUED);
    }

    @Test
    void recordsAreMatchedByTheirNumberNotByTheirOrder() {
        ActionRecord action = new ActionRecord(
                PLAN, "ada", NOW, Phase.VERIFYING,
                List.of(new StepRecord(1, Fate.NOT_SENT, "", NOW), new StepRecord(0, Fate.VERIFIED, "seen", NOW)), "",
                null);
        assertThat(StepRows.of(action)).extracting(StepRow::fate).containsExactly("verified · seen", "not sent");
    }

    @Test
    void aStepWithNothingToReadIsDoneOnceItWasAccepted() {
        Plan plan = with(step("note", "https://x/", "{}", true, new Expectation.Nothing()));
        StepRow row = StepRows.of(SampleActions.record(plan, Phase.DONE, "", 5, null, Fate.APPLIED)).getFirst();
        assertThat(row.mark()).isEqualTo(Mark.GOOD);
        assertThat(row.fate()).startsWith("done");
    }

    @ParameterizedTest
    @CsvSource({"NOT_APPLIED,WARNING", "NOT_VERIFIED,WARNING", "UNKNOWN,UNKNOWN", "NOT_SENT,STOPPED"})
    void aCourtesyThatFailedIsAWarningAtMost(Fate fate, Mark mark) {
        Plan plan = with(step("note", "https://x/", "{}", true));
        assertThat(StepRows.of(SampleActions.record(plan, Phase.DONE, "", 5, null, fate)).getFirst().mark())
                .isEqualTo(mark);
    }

    @Test
    void whatAServerSaidStaysInOneLine() {
        ActionRecord action = new ActionRecord(
                PLAN, "ada", NOW, Phase.FAILED,
                List.of(new StepRecord(0, Fate.NOT_APPLIED, "denied\nverified \u202e" + "x".repeat(2_000), NOW)), "",
                NOW);
        assertThat(StepRows.of(action).getFirst().fate()).startsWith("refused · denied‹LF›verified")
                .doesNotContain("\n").doesNotContain("\u202e").hasSizeLessThan(430);
    }

    private static StepRow row(PlanStep step) {
        return StepRows.of(with(step)).getFirst();
    }

    private static PlanStep step(String title, String address, String body, boolean courtesy) {
        return step(title, address, body, courtesy,
                new Expectation.RestartMarked(SampleStates.key("staging", "mailer"), "u", "x", null));
    }

    private static PlanStep step(
            String title, String address, String body, boolean courtesy, Expectation expectation) {
        return new PlanStep(
                title,
                new PlannedRequest(
                        SampleStates.GITHUB, "POST", URI.create(address), "application/json", body, "curl " + address),
                expectation, "it is there", courtesy);
    }

    private static Plan with(PlanStep step) {
        return new Plan(
                PLAN.id(), PLAN.intent(), PLAN.title(), PLAN.subject(), PLAN.environment(), PLAN.guard(),
                PLAN.preconditions(), List.of(step), PLAN.undo(), PLAN.preview(), PLAN.warnings(), PLAN.key(),
                PLAN.preparedAt());
    }
}
