package dev.signalbox.provider.http;

import java.time.Instant;

/// A complete answer to a read of something that is not JSON, such as a file's content.
///
/// @param bytes the decompressed body; not to be changed
/// @param status the HTTP status
/// @param headers the answer's headers
/// @param readAt when the server answered, by our clock
public record BytesAnswer(byte[] bytes, int status, AnswerHeaders headers, Instant readAt) {

    /// Sizes only.
    @Override
    public String toString() {
        return "BytesAnswer[" + status + ", " + bytes.length + " bytes]";
    }
}
