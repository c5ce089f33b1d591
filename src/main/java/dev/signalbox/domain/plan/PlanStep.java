package dev.signalbox.domain.plan;

import dev.signalbox.domain.text.Redaction;

/// One step of a plan.
///
/// @param title what it does, in words
/// @param verifies what reading must show afterwards; `verifiedBy` says it in words
/// @param courtesy whether its failure leaves the plan successful (an Event, a lock)
public record PlanStep(
        String title, PlannedRequest request, Expectation verifies, String verifiedBy, boolean courtesy) {

    /// The same to be written down; see [PlannedRequest#withoutSecrets(Redaction)].
    PlanStep withoutSecrets(Redaction redaction) {
        return new PlanStep(
                redaction.hideWhole(title), request.withoutSecrets(redaction), verifies,
                redaction.hideWhole(verifiedBy),
                courtesy);
    }
}
