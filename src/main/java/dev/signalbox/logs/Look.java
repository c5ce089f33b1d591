package dev.signalbox.logs;

import dev.signalbox.logs.LogLine.Colour;
import java.util.List;

/// Colour and weight as the last `ESC [ … m` left them. Only foreground colours and bold are followed: concealed text and
/// grounds are not, so that all text stays readable.
///
/// @param colour of the text
record Look(Colour colour, boolean bold) {

    static final Look PLAIN = new Look(Colour.PLAIN, false);

    /// Black and white are shown in the ordinary colour: one of them would vanish on our ground.
    private static final List<Colour> BASIC = List.of(
            Colour.GREY, Colour.RED, Colour.GREEN, Colour.YELLOW, Colour.BLUE, Colour.MAGENTA, Colour.CYAN,
            Colour.PLAIN);

    private static final int MOST_PARAMETERS = 32;

    /// @param parameters what stands between `[` and `m`
    Look after(String parameters) {
        Look look = this;
        String[] words = parameters.split("[;:]", MOST_PARAMETERS + 1);
        for (int at = 0; at < Math.min(words.length, MOST_PARAMETERS); at++) {
            int code = number(words[at]);
            if (code == 38 && at + 2 < words.length && number(words[at + 1]) == 5) {
                look = new Look(ofPalette(number(words[at + 2])), look.bold);
                at += 2;
            } else if (code == 38 && at + 4 < words.length && number(words[at + 1]) == 2) {
                look = new Look(nearest(number(words[at + 2]), number(words[at + 3]), number(words[at + 4])),
                        look.bold);
                at += 4;
            } else if (code == 48 || code == 58) {
                // A ground or an underline: its parameters must not be read as codes of their own.
                at += at + 1 < words.length && number(words[at + 1]) == 2 ? 4 : 2;
            } else {
                look = look.with(code);
            }
        }
        return look;
    }

    private Look with(int code) {
        if (code == 0) {
            return PLAIN;
        } else if (code == 1) {
            return new Look(colour, true);
        } else if (code == 2) {
            return new Look(Colour.GREY, bold);
        } else if (code == 22) {
            return new Look(colour == Colour.GREY ? Colour.PLAIN : colour, false);
        } else if (code >= 30 && code <= 37) {
            return new Look(BASIC.get(code - 30), bold);
        } else if (code >= 90 && code <= 97) {
            return new Look(BASIC.get(code - 90), bold);
        }
        return code == 39 ? new Look(Colour.PLAIN, bold) : this;
    }

    private static Colour ofPalette(int index) {
        if (index < 0 || index > 255) {
            return Colour.PLAIN;
        }
        if (index < 16) {
            return BASIC.get(index % 8);
        }
        if (index >= 232) {
            return index < 248 ? Colour.GREY : Colour.PLAIN;
        }
        int cube = index - 16;
        return nearest(cube / 36 * 51, cube / 6 % 6 * 51, cube % 6 * 51);
    }

    private static Colour nearest(int red, int green, int blue) {
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        if (most - least < 48) {
            return most < 160 ? Colour.GREY : Colour.PLAIN;
        }
        int middle = (most + least) / 2;
        int bits = (red > middle ? 1 : 0) | (green > middle ? 2 : 0) | (blue > middle ? 4 : 0);
        return BASIC.get(bits);
    }

    private static int number(String word) {
        if (word.isEmpty()) {
            return 0;
        }
        return word.length() > 5 || !word.chars().allMatch(c -> c >= '0' && c <= '9') ? -1 : Integer.parseInt(word);
    }
}
