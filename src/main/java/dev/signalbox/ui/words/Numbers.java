package dev.signalbox.ui.words;

/// Numbers for people.
public final class Numbers {

    /// Narrow and without a line break: groups of digits stay together.
    private static final char GAP = '\u202f';

    private Numbers() {}

    /// `4 182`, grouped by threes.
    public static String grouped(long number) {
        String digits = Long.toString(number).replace("-", ""); // the smallest number has no opposite
        StringBuilder out = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            out.insert(at, GAP);
        }
        return number < 0 ? "−" + out : out.toString();
    }

    /// `1 commit`, `14 commits`.
    public static String counted(long number, String one, String many) {
        return grouped(number) + " " + (number == 1 ? one : many);
    }

    /// `812 B`, `12.4 MB`; powers of 1 000.
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        long tenths = bytes / 100;
        int unit = 0;
        while (tenths >= 10_000 && unit < units.length - 1) {
            tenths /= 1_000;
            unit++;
        }
        return tenths / 10 + (tenths < 1_000 ? "." + tenths % 10 : "") + " " + units[unit];
    }
}
