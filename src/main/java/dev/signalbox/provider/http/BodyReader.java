package dev.signalbox.provider.http;

import dev.signalbox.provider.http.WireAnswer.Flaw;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/// Reads a body with one ceiling for the bytes on the wire and one for what they become: a small gzip can hold
/// gigabytes. Stops as soon as the answer is known to be unusable.
final class BodyReader {

    private final long most;
    private final LongConsumer progress;
    private long length;

    /// @param most ceiling, before and after decompression
    /// @param progress told the number of bytes on the wire, as they come
    BodyReader(long most, LongConsumer progress) {
        this.most = most;
        this.progress = progress;
    }

    /// Bytes written, after decompression.
    long length() {
        return length;
    }

    /// Copies the body.
    ///
    /// @return why it is unusable, or nothing when it is whole
    /// @throws NotKept when `out` refused
    @Nullable
    Flaw copy(HttpEntity entity, OutputStream out) throws NotKept {
        if (entity.getContentLength() > most) {
            return Flaw.TOO_LARGE;
        }
        String encoding =
                entity.getContentEncoding() == null ? "" : entity.getContentEncoding().toLowerCase(Locale.ROOT);
        try (Counted wire = new Counted(entity.getContent())) {
            return switch (encoding) {
                case "", "identity" -> copy(wire, wire, out);
                case "gzip", "x-gzip" -> copy(new GZIPInputStream(wire, 8192), wire, out);
                default -> Flaw.UNKNOWN_ENCODING;
            };
        } catch (TooMuch e) {
            return Flaw.TOO_LARGE;
        } catch (NotKept e) {
            throw e;
        } catch (IOException e) {
            return Flaw.CUT_SHORT;
        }
    }

    private @Nullable Flaw copy(InputStream in, Counted wire, OutputStream out) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            length += n;
            if (length > most) {
                return Flaw.TOO_LARGE;
            }
            try {
                out.write(buffer, 0, n);
            } catch (IOException e) {
                throw new NotKept(e);
            }
        }
        // The end of a gzip is not the end of the body; reading on lets the framing be checked.
        while (wire.read(buffer) >= 0) {}
        return null;
    }

    /// The destination failed, not the source.
    static final class NotKept extends IOException {
        NotKept(IOException cause) {
            super("could not be written", cause);
        }
    }

    private static final class TooMuch extends IOException {}

    private final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            add(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int from, int size) throws IOException {
            int n = super.read(buffer, from, size);
            add(Math.max(0, n));
            return n;
        }

        @Override
        public void close() {
            // The response closes the connection; closing here would first read an endless body to its end.
        }

        private void add(int more) throws TooMuch {
            count += more;
            if (count > most) {
                throw new TooMuch();
            }
            progress.accept(count);
        }
    }
}
