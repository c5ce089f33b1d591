package dev.signalbox.ui.plan;

import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Draft;
import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.words.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The confirmation sheet as a pure function of state and time.
final class SheetRows {

    private static final int LONGEST = 600;

    private SheetRows() {}

    /// @param intent what was asked for, for the time until the draft is in the state
    /// @param known takes out the secrets that the console holds
    static SheetCard of(ConsoleState state, DraftId id, Intent intent, Instant now, Redaction known) {
        Draft draft = state.drafts().get(id);
        return switch (draft) {
            case null -> preparing(state, intent, known);
            case Draft.Preparing p -> preparing(state, p.intent(), known);
            case Draft.Refused r ->
                    new SheetCard.Refused(
                            preparing(state, r.intent(), known).title(), safe(known.hideWhole(r.reason())),
                            safe(known.hideWhole(r.advice())));
            case Draft.Ready r -> ready(state, r.plan().withoutSecrets(known), now, known);
            case Draft.Confirmed c -> confirmed(state, c.plan(), c.intent(), now, known);
        };
    }

    private static SheetCard.Preparing preparing(ConsoleState state, Intent intent, Redaction known) {
        return new SheetCard.Preparing(safe(known.hideWhole(IntentWords.of(intent, new RunNames(state)))));
    }

    private static SheetCard confirmed(
            ConsoleState state, PlanId plan, Intent intent, Instant now, Redaction known) {
        ActionRecord action = state.actions().get(plan);
        return action == null
                ? preparing(state, intent, known)
                : running(action.withoutSecrets(known), OpenedRequest.of(action, state), now);
    }

    private static SheetCard.Ready ready(ConsoleState state, Plan plan, Instant now, Redaction known) {
        Duration left = Duration.between(now, plan.preparedAt().plus(Plan.SHELF_LIFE));
        boolean expired = plan.isExpiredAt(now);
        boolean production = plan.guard() instanceof Guard.TypeName
                || !plan.environment().isEmpty() && state.described().isProduction(plan.environment());
        return new SheetCard.Ready(
                safe(plan.title()),
                safe(plan.subject()),
                StepRows.asTheyAre(plan),
                plan.preconditions().stream().map(p -> PreconditionWords.of(p, new RunNames(state)))
                        .map(words -> safe(known.hideWhole(words))).toList(),
                plan.preview().stream().map(SheetRows::safe).toList(),
                plan.warnings().stream().map(SheetRows::safe).toList(),
                switch (plan.undo()) {
                    case Undo.ByIntent(String words, Intent ignored) -> safe(words);
                    case Undo.Impossible(String reason) -> safe(reason);
                },
                plan.undo() instanceof Undo.ByIntent,
                plan.guard() instanceof Guard.TypeName(String name) ? name : "",
                press(plan.intent(), new RunNames(state)),
                production,
                expired
                        ? "Shown too long ago: the world may have moved"
                        : "May be confirmed for " + Durations.words(left),
                expired);
    }

    private static SheetCard.Running running(ActionRecord action, @Nullable OpenedRequest request, Instant now) {
        Phase phase = action.phase();
        Instant end = action.endedAt() == null ? now : action.endedAt();
        return new SheetCard.Running(
                safe(action.plan().title()),
                safe(action.plan().subject()),
                Phases.mark(phase),
                Phases.word(phase),
                safe(action.words()),
                Phases.meaning(phase),
                StepRows.asTheyAre(action),
                (phase.isEnd() ? "Took " : "Running for ")
                        + Durations.words(Duration.between(action.confirmedAt(), end)),
                phase.isEnd(),
                phase == Phase.UNKNOWN,
                undoOf(action),
                request);
    }

    /// The way back of an action that took effect, in words.
    private static @Nullable String undoOf(ActionRecord action) {
        return (action.phase() == Phase.DONE || isHalfDone(action))
                && action.plan().undo() instanceof Undo.ByIntent(String words, Intent ignored)
                        ? safe(words)
                        : null;
    }

    /// Some of it was seen to be done, and the rest certainly was not.
    private static boolean isHalfDone(ActionRecord action) {
        return action.phase() == Phase.FAILED && action.steps().size() > 1
                && action.steps().stream().anyMatch(step -> step.fate() == ActionRecord.Fate.VERIFIED
                        && !action.plan().steps().get(step.index()).courtesy())
                && action.steps().stream().noneMatch(step -> step.fate() == ActionRecord.Fate.NOT_VERIFIED);
    }

    /// What the button says: the verb of the action.
    static String press(Intent intent, RunNames names) {
        return switch (intent) {
            case Intent.TriggerRun t -> "Start the " + names.words(t.repository()).run();
            case Intent.RerunRun ignored -> "Run again";
            case Intent.CancelRun c -> c.force() ? "Force to stop" : "Cancel the " + names.words(c.run()).run();
            case Intent.ReviewDeployment r ->
                    switch (r.decision()) {
                        case APPROVE -> approve(r, names.state());
                        case REJECT -> "Reject";
                    };
            case Intent.Redeploy r -> "Deploy " + safe(r.version()) + " again";
            case Intent.StopEnvironment s -> "Stop " + SafeText.line(s.name(), 60);
            case Intent.ProposeTeamFile ignored -> "Propose the change";
            case Intent.WithdrawProposal ignored -> "Take it back";
            case Intent.RollBack r -> "Roll back to " + safe(r.version());
            case Intent.RestartWorkload ignored -> "Restart";
            case Intent.PauseRollout ignored -> "Pause";
            case Intent.ResumeRollout ignored -> "Resume";
            case Intent.ScaleWorkload s -> "Scale to " + s.to();
        };
    }

    /// Where the approval of a deployment starts nothing, the button promises none.
    private static String approve(Intent.ReviewDeployment intent, ConsoleState state) {
        if (intent.represented() != null) {
            return "Approve for " + SafeText.line(intent.represented(), 60);
        }
        if (intent.gates().stream().anyMatch(Gate.Deployment.class::isInstance)) {
            List<Gate> starting = state.run(intent.run()).pending().or(List.of()).stream()
                    .filter(PendingApproval::startsWithOneYes)
                    .map(PendingApproval::gate)
                    .toList();
            return starting.containsAll(intent.gates()) ? "Approve and deploy" : "Approve";
        }
        return intent.gates().stream().allMatch(Gate.ManualJob.class::isInstance)
                ? "Start the job"
                : "Approve and deploy";
    }

    static List<String> commands(List<StepRow> steps) {
        return steps.stream().map(StepRow::command).toList();
    }

    private static String safe(String text) {
        return SafeText.line(text, LONGEST);
    }
}
