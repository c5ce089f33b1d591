package dev.signalbox.domain.plan;

import dev.signalbox.domain.text.Redaction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A confirmed plan and what became of it, as the journal keeps it.
///
/// @param operator who confirmed
/// @param words how it stands, in words
public record ActionRecord(
        Plan plan,
        String operator,
        Instant confirmedAt,
        Phase phase,
        List<StepRecord> steps,
        String words,
        @Nullable Instant endedAt) {

    /// The same to be shown and written down: the words quote servers, and what is sent may hold secrets that somebody
    /// wrote plainly. Nothing is ever sent from it.
    ///
    /// @param redaction knows the secrets that the console holds
    public ActionRecord withoutSecrets(Redaction redaction) {
        List<StepRecord> told = steps.stream()
                .map(step -> new StepRecord(step.index(), step.fate(), redaction.hideWhole(step.words()), step.at()))
                .toList();
        return new ActionRecord(
                plan.withoutSecrets(redaction), operator, confirmedAt, phase, told, redaction.hideWhole(words),
                endedAt);
    }

    /// Where an action stands.
    public enum Phase {
        /// Written down, preconditions being read again.
        CHECKING,
        /// A request is written down and may be on the wire.
        SENDING,
        /// Sent and accepted; reading whether it took effect.
        VERIFYING,
        /// Took effect, confirmed by reading.
        DONE,
        /// Certainly not applied, or applied and found not to work.
        FAILED,
        /// Stopped before anything was sent: the world had moved.
        STOPPED,
        /// Sent, and reading has not settled it.
        UNKNOWN,
        /// A person closed it without settling.
        CLOSED;

        /// Whether nothing more will happen by itself.
        public boolean isEnd() {
            return this == DONE || this == FAILED || this == STOPPED || this == UNKNOWN || this == CLOSED;
        }
    }

    /// What became of one step.
    ///
    /// @param at when this was last true
    public record StepRecord(int index, Fate fate, String words, Instant at) {}

    /// Fate of a step.
    public enum Fate {
        PENDING,
        /// On disk, about to be sent.
        INTENDED,
        APPLIED,
        NOT_APPLIED,
        UNKNOWN,
        VERIFIED,
        NOT_VERIFIED,
        NOT_SENT
    }
}
