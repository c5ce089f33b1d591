package dev.signalbox.action;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.ActionRecord.StepRecord;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.port.JournalFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// An action on its way, and the only one who changes its record.
final class RunningAction {

    private final Recorder recorder;
    private final InstantSource clock;
    private ActionRecord record;

    private RunningAction(Recorder recorder, InstantSource clock, ActionRecord record) {
        this.recorder = recorder;
        this.clock = clock;
        this.record = record;
    }

    /// A plan that was just confirmed; nothing is written yet.
    static RunningAction confirmed(Recorder recorder, InstantSource clock, Plan plan, String operator) {
        Instant now = clock.instant();
        List<StepRecord> steps = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            steps.add(new StepRecord(i, Fate.PENDING, "", now));
        }
        return new RunningAction(recorder, clock, new ActionRecord(
                plan, operator, now, Phase.CHECKING, List.copyOf(steps), "Reading again what the plan stands on.",
                null));
    }

    /// An action taken up again from its record.
    static RunningAction takenUp(Recorder recorder, InstantSource clock, ActionRecord record) {
        return new RunningAction(recorder, clock, record);
    }

    ActionRecord record() {
        return record;
    }

    Plan plan() {
        return record.plan();
    }

    PlanStep step(int index) {
        return record.plan().steps().get(index);
    }

    Fate fate(int index) {
        return record.steps().get(index).fate();
    }

    /// Writes down that the plan was confirmed.
    void begin() throws JournalFailure {
        recorder.before(record);
    }

    /// Writes down that a step is about to be sent.
    void intend(int index, String words) throws JournalFailure {
        ActionRecord next = with(record.plan(), Phase.SENDING, changed(index, Fate.INTENDED, ""), words, null);
        recorder.before(next);
        record = next;
    }

    /// Writes down what became of a step.
    void tell(int index, Fate fate, String words) {
        record = with(record.plan(), record.phase(), changed(index, fate, words), record.words(), null);
        recorder.after(record);
    }

    /// Writes down that reading begins.
    void verify(String words) {
        record = with(record.plan(), Phase.VERIFYING, record.steps(), words, null);
        recorder.after(record);
    }

    /// Shows how it goes, without writing it down.
    void say(String words) {
        if (!words.equals(record.words())) {
            record = with(record.plan(), record.phase(), record.steps(), words, null);
            recorder.show(record);
        }
    }

    /// Puts a plan in place of the first; what is written next carries it.
    void replan(Plan plan) {
        record = with(plan, record.phase(), record.steps(), record.words(), null);
    }

    /// Writes down the end. Steps that never came to their turn were not sent.
    void end(Phase phase, String words) {
        Instant now = clock.instant();
        List<StepRecord> steps = record.steps().stream()
                .map(s -> atEnd(s, now))
                .toList();
        record = with(record.plan(), phase, steps, words, now);
        recorder.after(record);
    }

    /// What was written down as about to be sent and never told of may have been sent.
    private static StepRecord atEnd(StepRecord step, Instant now) {
        return switch (step.fate()) {
            case PENDING -> new StepRecord(step.index(), Fate.NOT_SENT, "", now);
            case INTENDED -> new StepRecord(step.index(), Fate.UNKNOWN, step.words(), now);
            case APPLIED, NOT_APPLIED, UNKNOWN, VERIFIED, NOT_VERIFIED, NOT_SENT -> step;
        };
    }

    /// Writes down that a step which had taken effect no longer holds.
    void undone(int index, String words) {
        record = with(
                record.plan(), Phase.FAILED, changed(index, Fate.NOT_VERIFIED, words), words, clock.instant());
        recorder.after(record);
    }

    /// Shows an end that is not worth a line in the journal, since nothing was ever begun.
    void refuse(String words) {
        Instant now = clock.instant();
        record = with(record.plan(), Phase.STOPPED, record.steps(), words, now);
        recorder.show(record);
    }

    private List<StepRecord> changed(int index, Fate fate, String words) {
        List<StepRecord> steps = new ArrayList<>(record.steps());
        steps.set(index, new StepRecord(index, fate, words, clock.instant()));
        return List.copyOf(steps);
    }

    private ActionRecord with(
            Plan plan, Phase phase, List<StepRecord> steps, String words,
            @org.jspecify.annotations.Nullable Instant ended) {
        return new ActionRecord(plan, record.operator(), record.confirmedAt(), phase, steps, words, ended);
    }
}
