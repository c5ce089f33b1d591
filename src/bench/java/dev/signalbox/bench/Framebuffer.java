package dev.signalbox.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/// The pixels of a virtual screen, as Xvfb keeps them in a file: an XWD header of big-endian numbers, a colour map, the
/// pixels. Reading them asks nothing of the screen or of the program on it.
record Framebuffer(ByteBuffer file) {

    private static final int HEADER_SIZE = 0;
    private static final int WIDTH = 4 * Integer.BYTES;
    private static final int HEIGHT = 5 * Integer.BYTES;
    private static final int BYTE_ORDER = 7 * Integer.BYTES;
    private static final int BYTES_PER_LINE = 12 * Integer.BYTES;
    private static final int COLOURS = 19 * Integer.BYTES;
    private static final int COLOUR = 12;

    /// Letters have soft edges: so many colours beside one another are text, and fewer are a line or a frame.
    private static final int TEXT = 6;
    private static final int SHADES = 0xFFFFFF;

    /// @param most where counting stops
    /// @return how many colours are on the screen
    int colours(int most) {
        int width = file.getInt(WIDTH);
        int height = file.getInt(HEIGHT);
        ByteBuffer pixels = pixels();
        Set<Integer> seen = new HashSet<>();
        int last = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = pixels.getInt(place(x, y)) & SHADES;
                if (pixel != last) {
                    last = pixel;
                    if (seen.add(pixel) && seen.size() >= most) {
                        return most;
                    }
                }
            }
        }
        return seen.size();
    }

    /// How many lines of text stand below one another in a strip of the screen.
    ///
    /// @param from left edge of the strip
    /// @param to its right edge, at most the width of the screen
    int linesOfText(int from, int to) {
        int height = file.getInt(HEIGHT);
        int right = Math.min(to, file.getInt(WIDTH));
        ByteBuffer pixels = pixels();
        int lines = 0;
        boolean within = false;
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < height; y++) {
            seen.clear();
            for (int x = from; x < right && seen.size() < TEXT; x++) {
                seen.add(pixels.getInt(place(x, y)) & SHADES);
            }
            boolean text = seen.size() >= TEXT;
            lines += text && !within ? 1 : 0;
            within = text;
        }
        return lines;
    }

    private ByteBuffer pixels() {
        return file.duplicate()
                .order(file.getInt(BYTE_ORDER) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    private int place(int x, int y) {
        int start = file.getInt(HEADER_SIZE) + file.getInt(COLOURS) * COLOUR;
        return start + y * file.getInt(BYTES_PER_LINE) + x * Integer.BYTES;
    }
}
