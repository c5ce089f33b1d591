package dev.signalbox.domain.plan;

/// One step of a plan.
///
/// @param title what it does, in words
/// @param verifies what reading must show afterwards; `verifiedBy` says it in words
/// @param courtesy whether its failure leaves the plan successful (an Event, a lock)
public record PlanStep(
        String title, PlannedRequest request, Expectation verifies, String verifiedBy, boolean courtesy) {

    /// The same to be written down; see [PlannedRequest#withoutSecrets()].
    PlanStep withoutSecrets() {
        return new PlanStep(title, request.withoutSecrets(), verifies, verifiedBy, courtesy);
    }
}
