package dev.signalbox.ui.plan;

import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.ui.widget.Mark;

/// Where an action and its steps stand, as shapes and words. The three outcomes look and read differently.
public final class Phases {

    private Phases() {}

    public static Mark mark(Phase phase) {
        return switch (phase) {
            case CHECKING, SENDING, VERIFYING -> Mark.MOVING;
            case DONE -> Mark.GOOD;
            case FAILED -> Mark.BAD;
            case STOPPED -> Mark.STOPPED;
            case UNKNOWN -> Mark.UNKNOWN;
            case CLOSED -> Mark.IDLE;
        };
    }

    /// A word or two for a pill.
    public static String word(Phase phase) {
        return switch (phase) {
            case CHECKING -> "checking";
            case SENDING -> "sending";
            case VERIFYING -> "verifying";
            case DONE -> "done";
            case FAILED -> "failed";
            case STOPPED -> "stopped";
            case UNKNOWN -> "outcome unknown";
            case CLOSED -> "closed unsettled";
        };
    }

    /// What that means for the person who asked for it.
    public static String meaning(Phase phase) {
        return switch (phase) {
            case CHECKING -> "Everything is read again before the first request leaves.";
            case SENDING -> "A request is written down and may be on the wire.";
            case VERIFYING -> "The server accepted it. Reading whether it takes effect.";
            case DONE -> "It took effect; reading confirmed it.";
            case FAILED -> "It did not work. What happened is known; nothing is sent again by itself.";
            case STOPPED -> "Nothing was sent that changed anything. Why stands above; look at it anew.";
            case UNKNOWN ->
                    "The request was sent and no answer settled it. It is not sent again; look, or check again.";
            case CLOSED -> "A person closed it without settling what happened.";
        };
    }

    public static Mark mark(Fate fate) {
        return switch (fate) {
            case PENDING -> Mark.QUEUED;
            case INTENDED, APPLIED -> Mark.MOVING;
            case VERIFIED -> Mark.GOOD;
            case NOT_APPLIED, NOT_VERIFIED -> Mark.BAD;
            case UNKNOWN -> Mark.UNKNOWN;
            case NOT_SENT -> Mark.STOPPED;
        };
    }

    public static String word(Fate fate) {
        return switch (fate) {
            case PENDING -> "not yet";
            case INTENDED -> "being sent";
            case APPLIED -> "accepted";
            case VERIFIED -> "verified";
            case NOT_APPLIED -> "refused";
            case NOT_VERIFIED -> "not seen to work";
            case UNKNOWN -> "unknown";
            case NOT_SENT -> "not sent";
        };
    }
}
