package dev.signalbox.domain.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// Tells names that borrow letters from another alphabet (`prоd` with a Cyrillic о) and names that only look like
/// ASCII (`ｐｒｏｄ`).
public final class Scripts {

    private static final Set<UnicodeScript> NEUTRAL =
            EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);
    private static final Set<UnicodeScript> EAST_ASIAN = EnumSet.of(
            UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    private Scripts() {}

    /// Whether letters of more than one alphabet stand together, so that two different names may look the same. Latin
    /// beside East Asian writing is ordinary and does not count.
    public static boolean areMixed(String name) {
        Set<UnicodeScript> found = EnumSet.noneOf(UnicodeScript.class);
        name.codePoints().mapToObj(Scripts::of).filter(s -> !NEUTRAL.contains(s)).forEach(found::add);
        if (found.stream().anyMatch(EAST_ASIAN::contains)) {
            found.removeAll(EAST_ASIAN);
            found.remove(UnicodeScript.LATIN);
            return !found.isEmpty();
        }
        return found.size() > 1;
    }

    /// Whether a person could take a letter that is not ASCII for one that is: other alphabets beside Latin,
    /// full-width and mathematical letters.
    public static boolean maySpoof(String name) {
        return areMixed(name) || name.codePoints().anyMatch(Scripts::isStyledLetter);
    }

    private static UnicodeScript of(int c) {
        return Character.isValidCodePoint(c) ? UnicodeScript.of(c) : UnicodeScript.UNKNOWN;
    }

    private static boolean isStyledLetter(int c) {
        return (c >= 0xff01 && c <= 0xff5e) || (c >= 0x1d400 && c <= 0x1d7ff) || (c >= 0x2100 && c <= 0x214f)
                || (c >= 0x249c && c <= 0x24e9) || (c >= 0x1f110 && c <= 0x1f189);
    }
}
