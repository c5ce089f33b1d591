package dev.signalbox.provider.kubernetes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Cuts a followed log into lines. Of a very long line only the beginning is taken, so that a container that never ends a
/// line does not fill the memory.
final class LogLines {

    /// Bytes of a line that are taken.
    static final int LONGEST = 256 * 1_024;

    private final Exchange exchange;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private byte[] piece = new byte[0];
    private int at;

    LogLines(Exchange exchange) {
        this.exchange = exchange;
    }

    /// The next line without its end; absent when the stream has ended. What stands behind the last line feed is not given:
    /// nobody knows whether it is a whole line.
    byte @Nullable [] next(Duration within) throws IOException, Exchange.Late, InterruptedException {
        while (true) {
            int end = at;
            while (end < piece.length && piece[end] != '\n') {
                end++;
            }
            line.write(piece, at, Math.max(0, Math.min(end - at, LONGEST - line.size())));
            if (end < piece.length) {
                at = end + 1;
                byte[] whole = line.toByteArray();
                line.reset();
                return whole;
            }
            byte[] more = exchange.next(within);
            if (more == null) {
                return null;
            }
            piece = more;
            at = 0;
        }
    }

    /// What stands behind the last line feed.
    byte[] rest() {
        return line.toByteArray();
    }
}
