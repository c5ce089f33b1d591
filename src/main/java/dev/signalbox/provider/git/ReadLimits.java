package dev.signalbox.provider.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// One deadline and one number of bytes for everything that a read takes in. The time limits of a socket alone would not
/// do: a byte now and then would keep a read alive for ever.
final class ReadLimits {

    private final long most;
    private final long endsAt;
    private final LongSupplier ticker;
    private long read;

    ReadLimits(GitSettings settings) {
        most = settings.limits().fetch();
        ticker = settings.ticker();
        endsAt = ticker.getAsLong() + settings.limits().deadline().toNanos();
    }

    /// Whether the time is over.
    boolean isOver() {
        return ticker.getAsLong() - endsAt >= 0;
    }

    /// The same bytes, until a limit is reached.
    InputStream bound(InputStream bytes) {
        return new FilterInputStream(bytes) {
            @Override
            public int read() throws IOException {
                count(1);
                return super.read();
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                count(0);
                int got = super.read(into, from, length);
                count(got);
                return got;
            }
        };
    }

    private synchronized void count(long more) throws Exceeded {
        read += Math.max(0, more);
        if (read > most) {
            throw new Exceeded("The repository sent more than " + Math.max(1, most >> 20) + " MB");
        }
        if (isOver()) {
            throw new Exceeded("The repository took too long to answer");
        }
    }

    /// A limit was reached.
    static final class Exceeded extends IOException {

        private static final long serialVersionUID = 1;

        Exceeded(String sentence) {
            super(sentence);
        }
    }
}
