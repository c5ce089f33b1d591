package dev.signalbox.domain.plan;

/// A plan on its way to confirmation, as the sheet shows it.
public sealed interface Draft {

    DraftId id();

    Intent intent();

    /// Being read and computed.
    record Preparing(DraftId id, Intent intent) implements Draft {}

    /// Ready to be confirmed.
    record Ready(DraftId id, Intent intent, Plan plan) implements Draft {}

    /// Cannot be done, and why; `advice` says what to do instead.
    record Refused(DraftId id, Intent intent, String reason, String advice) implements Draft {}

    /// Confirmed; its fate is the action with this plan's id.
    record Confirmed(DraftId id, Intent intent, PlanId plan) implements Draft {}
}
