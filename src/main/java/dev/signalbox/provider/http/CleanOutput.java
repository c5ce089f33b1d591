package dev.signalbox.provider.http;

import dev.signalbox.domain.text.SecretBytes;
import dev.signalbox.domain.text.SecretSieve;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Marks secrets in what goes through it. What may be the beginning of one waits, at the latest until it is closed.
final class CleanOutput extends FilterOutputStream {

    private final SecretSieve sieve;
    private boolean closed;

    CleanOutput(OutputStream out, SecretBytes secrets) {
        super(out);
        sieve = new SecretSieve(secrets);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(sieve.next(bytes, from, from + length));
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (OutputStream last = out) {
                last.write(sieve.rest());
            }
        }
    }
}
