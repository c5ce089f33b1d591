package dev.signalbox.provider.shell;

import dev.signalbox.domain.text.SafeText;
import java.util.HexFormat;

/// Text for a POSIX shell, and for the eyes of whoever pastes it there.
public final class ShellText {

    private ShellText() {}

    /// One word for the shell, whatever it holds.
    public static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /// The same JSON with every character written out that could hide or reorder what a person reads.
    public static String visible(String json) {
        StringBuilder out = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            String written = Character.toString(c);
            if (c < 0x7f || !SafeText.deceives(written)) {
                out.append(written);
            } else {
                for (char unit : Character.toChars(c)) {
                    out.append("\\u").append(HexFormat.of().toHexDigits(unit));
                }
            }
        });
        return out.toString();
    }
}
