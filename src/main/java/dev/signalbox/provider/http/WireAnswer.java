package dev.signalbox.provider.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came back, whole or with the reason why its body is not.
///
/// @param body decompressed; empty when it went to a file or is flawed
/// @param length decompressed bytes
/// @param flaw why the body cannot be used, in words; the status still can
/// @param framing how the end of the body was known
/// @param sentAt when the request was made, by our clock
/// @param receivedAt when the head of the answer came
record WireAnswer(
        int status,
        AnswerHeaders headers,
        byte[] body,
        long length,
        @Nullable Flaw flaw,
        Framing framing,
        Instant sentAt,
        Instant receivedAt) {

    /// Why a body cannot be used.
    enum Flaw {
        TOO_LARGE("the answer is too large"),
        CUT_SHORT("the answer was cut short"),
        UNKNOWN_ENCODING("the answer is compressed in an unknown way"),
        NOT_KEPT("the answer could not be written to disk");

        final String words;

        Flaw(String words) {
            this.words = words;
        }
    }

    /// How the end of a body was known.
    enum Framing {
        /// By its length, by chunks, or there was none.
        EXACT,
        /// The connection ended, which a cut one does as well.
        BY_CLOSE
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return "WireAnswer[" + status + "]";
    }
}
