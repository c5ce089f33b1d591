package dev.signalbox.domain.plan;

import dev.signalbox.domain.text.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The exact steps and requests that an action would make, shown before it runs. Frozen: confirming it runs just this.
///
/// @param title what will happen, in words (`Roll back checkout to v2.14.0`)
/// @param subject where (`checkout · production`)
/// @param environment the environment concerned, empty when none is
/// @param preview differences that a dry run showed, a line each (`image v2.14.1 → v2.14.0`)
/// @param warnings what the operator should know before confirming
/// @param key equal for two plans that would do the same to the same state: a second confirmation is told of the first
public record Plan(
        PlanId id,
        Intent intent,
        String title,
        String subject,
        String environment,
        Guard guard,
        List<Precondition> preconditions,
        List<PlanStep> steps,
        Undo undo,
        List<String> preview,
        List<String> warnings,
        String key,
        Instant preparedAt) {

    /// How long a shown plan may be confirmed; after that it must be looked at anew.
    public static final Duration SHELF_LIFE = Duration.ofMinutes(10);

    /// The same to be shown and written down; nothing is ever sent from what was written down.
    ///
    /// @param redaction knows the secrets that the console holds
    public Plan withoutSecrets(Redaction redaction) {
        return new Plan(
                id, without(intent, redaction), redaction.hideWhole(title), redaction.hideWhole(subject), environment,
                guard, preconditions, steps.stream().map(step -> step.withoutSecrets(redaction)).toList(), undo,
                preview.stream().map(redaction::hideWhole).toList(),
                warnings.stream().map(redaction::hideWhole).toList(), key, preparedAt);
    }

    /// What somebody typed into the form of a workflow is in the intent as it is in the request.
    private static Intent without(Intent intent, Redaction redaction) {
        if (intent instanceof Intent.TriggerRun t) {
            Map<String, String> inputs = new HashMap<>(t.inputs());
            inputs.replaceAll((name, value) -> redaction.hideWhole(value));
            return new Intent.TriggerRun(t.repository(), t.workflow(), t.workflowName(), t.ref(), Map.copyOf(inputs));
        }
        return intent;
    }

    /// Whether it was shown too long ago to be confirmed at `now`.
    public boolean isExpiredAt(Instant now) {
        return preparedAt.plus(SHELF_LIFE).isBefore(now);
    }
}
