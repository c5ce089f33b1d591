package dev.signalbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FramebufferTest {

    private static final int HEADER = 160;
    private static final int COLOUR_MAP = 2 * 12;
    private static final int PADDING = 8;

    @Test
    void aBlackScreenHasOneColour() {
        assertThat(new Framebuffer(screen(3, 2, ByteOrder.LITTLE_ENDIAN)).colours(10)).isEqualTo(1);
    }

    @Test
    void coloursAreCountedOnceAndWithoutTheirUnusedByte() {
        ByteBuffer screen = screen(3, 2, ByteOrder.LITTLE_ENDIAN, 0x10, 0x20, 0x10, 0x20, 0xFF000020, 0x30);

        assertThat(new Framebuffer(screen).colours(10)).isEqualTo(3);
    }

    @Test
    void countingStopsWhenThereAreEnough() {
        ByteBuffer screen = screen(3, 1, ByteOrder.LITTLE_ENDIAN, 1, 2, 3);

        assertThat(new Framebuffer(screen).colours(2)).isEqualTo(2);
    }

    @Test
    void headerPaddingAndColourMapAreNoPixels() {
        ByteBuffer screen = screen(2, 2, ByteOrder.LITTLE_ENDIAN, 7, 7, 7, 7);
        for (int i = HEADER; i < HEADER + COLOUR_MAP; i++) {
            screen.put(i, (byte) i);
        }
        screen.putInt(HEADER + COLOUR_MAP + 2 * Integer.BYTES, 0x99);

        assertThat(new Framebuffer(screen).colours(10)).isEqualTo(1);
    }

    @Test
    void theScreensOwnOrderOfBytesIsTaken() {
        // The byte that is not used comes first here.
        ByteBuffer screen = screen(2, 1, ByteOrder.BIG_ENDIAN, 0x10000001, 0x20000001);

        assertThat(new Framebuffer(screen).colours(10)).isEqualTo(1);
    }

    @Test
    void linesOfTextAreWhereManyColoursStandBesideOneAnother() {
        int[] blank = {9, 9, 9, 9, 9, 9};
        int[] text = {1, 2, 3, 4, 5, 6};
        int[] frame = {9, 1, 9, 1, 9, 1};
        ByteBuffer screen = screen(
                6, 7, ByteOrder.LITTLE_ENDIAN, IntStream.of(0, 1, 1, 0, 2, 1, 0)
                        .flatMap(kind -> IntStream.of(kind == 0 ? blank : kind == 1 ? text : frame))
                        .toArray());

        assertThat(new Framebuffer(screen).linesOfText(0, 6)).isEqualTo(2);
        assertThat(new Framebuffer(screen).linesOfText(0, 600)).as("no wider than the screen").isEqualTo(2);
        assertThat(new Framebuffer(screen).linesOfText(1, 6)).as("beside the text").isZero();
    }

    private static ByteBuffer screen(int width, int height, ByteOrder order, int... pixels) {
        int line = width * Integer.BYTES + PADDING;
        ByteBuffer screen = ByteBuffer.allocate(HEADER + COLOUR_MAP + line * height);
        screen.putInt(0, HEADER);
        screen.putInt(4 * Integer.BYTES, width);
        screen.putInt(5 * Integer.BYTES, height);
        screen.putInt(7 * Integer.BYTES, order == ByteOrder.BIG_ENDIAN ? 1 : 0);
        screen.putInt(12 * Integer.BYTES, line);
        screen.putInt(19 * Integer.BYTES, 2);
        screen.order(order);
        for (int i = 0; i < pixels.length; i++) {
            screen.putInt(HEADER + COLOUR_MAP + i / width * line + i % width * Integer.BYTES, pixels[i]);
        }
        return screen.order(ByteOrder.BIG_ENDIAN);
    }
}
