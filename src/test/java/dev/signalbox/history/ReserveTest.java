package dev.signalbox.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.junit.jupiter.api.Test;

class ReserveTest {

    /// Takes a little at a time, as a disk does that is nearly full.
    private static final class Trickle implements WritableByteChannel {

        private int taken;

        @Override
        public int write(ByteBuffer source) {
            int some = Math.min(1_000, source.remaining());
            source.position(source.position() + some);
            taken += some;
            return some;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @Test
    void theWholeOfItIsWrittenThoughADiskTakesItInParts() throws IOException {
        Trickle disk = new Trickle();
        Reserve.fill(disk);
        assertThat(disk.taken).isEqualTo(1 << 20);
    }
}
