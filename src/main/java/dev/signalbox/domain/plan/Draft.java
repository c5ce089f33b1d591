package dev.signalbox.domain.plan;

import dev.signalbox.domain.RemoteProblem;
import org.jspecify.annotations.Nullable;

/// A plan on its way to confirmation, as the sheet shows it.
public sealed interface Draft {

    DraftId id();

    Intent intent();

    /// Being read and computed.
    record Preparing(DraftId id, Intent intent) implements Draft {}

    /// Ready to be confirmed.
    record Ready(DraftId id, Intent intent, Plan plan) implements Draft {}

    /// Cannot be done, and why; `advice` says what to do instead.
    ///
    /// @param unread what kept it from being known; absent where everything was read and it cannot be done
    record Refused(DraftId id, Intent intent, String reason, String advice, @Nullable RemoteProblem unread)
            implements Draft {

        /// Everything was read, and it cannot be done.
        public Refused(DraftId id, Intent intent, String reason, String advice) {
            this(id, intent, reason, advice, null);
        }
    }

    /// Confirmed; its fate is the action with this plan's id.
    record Confirmed(DraftId id, Intent intent, PlanId plan) implements Draft {}
}
