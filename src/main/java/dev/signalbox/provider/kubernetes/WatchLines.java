package dev.signalbox.provider.kubernetes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Cuts a watch's bytes into lines. Bytes are decoded only when a line is complete, so that a character that arrives in
/// two pieces stays whole: Fabric8's own HTTP watch decodes piece by piece and spoils it, which is why this reads the
/// stream itself.
final class WatchLines {

    private static final int LONGEST = 16 << 20;

    private final Exchange exchange;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private byte[] piece = new byte[0];
    private int at;

    WatchLines(Exchange exchange) {
        this.exchange = exchange;
    }

    /// The next line without its end; absent when the stream has ended.
    byte @Nullable [] next(Duration within) throws IOException, Exchange.Late, InterruptedException {
        while (true) {
            int end = at;
            while (end < piece.length && piece[end] != '\n') {
                end++;
            }
            line.write(piece, at, end - at);
            if (line.size() > LONGEST) {
                throw new IOException("one event of the watch is larger than 16 MB");
            }
            if (end < piece.length) {
                at = end + 1;
                byte[] whole = line.toByteArray();
                line.reset();
                return whole;
            }
            byte[] more = exchange.next(within);
            if (more == null) {
                if (line.size() > 0) {
                    throw new IOException("the watch ended in the middle of an event");
                }
                return null;
            }
            piece = more;
            at = 0;
        }
    }
}
