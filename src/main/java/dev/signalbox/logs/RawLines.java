package dev.signalbox.logs;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.logs.LogLine.Colour;
import dev.signalbox.logs.LogLine.Kind;
import dev.signalbox.logs.LogLine.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Lines as they were sent: what cannot be seen is written as an escape, in the manner of a string in a program.
final class RawLines {

    private RawLines() {}

    static LogLine of(byte[] bytes, long more) {
        StringBuilder out = new StringBuilder(bytes.length + 16);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer decoded = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        while (in.hasRemaining()) {
            boolean wrong = utf8.decode(in, decoded, true).isError();
            decoded.flip();
            decoded.codePoints().forEach(c -> write(out, c));
            decoded.clear();
            if (wrong) {
                out.append(String.format(Locale.ROOT, "\\x%02x", in.get() & 0xff)); // no UTF-8: the byte itself
            }
            utf8.reset();
        }
        return new LogLine(null, "", List.of(new Span(out.toString(), Colour.PLAIN, false)), Kind.PLAIN, 0, more);
    }

    private static void write(StringBuilder out, int c) {
        switch (c) {
            case '\\' -> out.append("\\\\");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            default -> {
                if (isVisible(c)) {
                    out.appendCodePoint(c);
                } else if (c <= 0xff) {
                    out.append(String.format(Locale.ROOT, "\\x%02x", c));
                } else {
                    out.append(String.format(Locale.ROOT, c > 0xffff ? "\\U%08x" : "\\u%04x", c));
                }
            }
        }
    }

    /// Whether a character is safe to be shown as itself: only those that [SafeText] leaves alone.
    private static boolean isVisible(int c) {
        return !SafeText.deceives(Character.toString(c));
    }
}
