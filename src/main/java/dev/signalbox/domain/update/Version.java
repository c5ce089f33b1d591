package dev.signalbox.domain.update;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version as semver.org (2.0.0) orders them: `1.4.0-rc.2` comes before `1.4.0`. What follows a plus sign says
/// nothing about the order and is left out.
///
/// @param stage the parts after the hyphen; empty for a finished version
public record Version(int major, int minor, int patch, List<String> stage) implements Comparable<Version> {

    private static final int LONGEST = 60;
    private static final String NUMBER = "(0|[1-9][0-9]{0,8})";
    private static final Pattern FORM = Pattern.compile(
            "[vV]?" + NUMBER + "\\." + NUMBER + "(?:\\." + NUMBER + ")?(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");
    private static final Pattern STAGE = Pattern.compile("0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    public Version {
        stage = List.copyOf(stage);
    }

    /// Reads `1.4.0`, `v1.4.0`, `1.4` or `1.4.0-rc.2`. Anything else is no version: it comes from outside, and whatever
    /// cannot be ordered must not be taken for newer.
    public static Optional<Version> parse(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(written);
        if (!form.matches()) {
            return Optional.empty();
        }
        List<String> stage = form.group(4) == null ? List.of() : List.of(form.group(4).split("\\.", -1));
        return stage.stream().allMatch(part -> STAGE.matcher(part).matches())
                ? Optional.of(new Version(number(form.group(1)), number(form.group(2)), number(form.group(3)), stage))
                : Optional.empty();
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /// Whether it came later.
    public boolean isNewerThan(Version other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Version other) {
        int numbers = major != other.major
                ? Integer.compare(major, other.major)
                : minor != other.minor ? Integer.compare(minor, other.minor) : Integer.compare(patch, other.patch);
        if (numbers != 0) {
            return numbers;
        }
        if (stage.isEmpty() || other.stage.isEmpty()) {
            return Boolean.compare(stage.isEmpty(), other.stage.isEmpty());
        }
        for (int i = 0; i < Math.min(stage.size(), other.stage.size()); i++) {
            int part = compare(stage.get(i), other.stage.get(i));
            if (part != 0) {
                return part;
            }
        }
        return Integer.compare(stage.size(), other.stage.size());
    }

    /// Numbers by their size and before words. They may have more digits than any type holds, and no zero in front.
    private static int compare(String one, String other) {
        boolean number = DIGITS.matcher(one).matches();
        if (number != DIGITS.matcher(other).matches()) {
            return number ? -1 : 1;
        }
        return number && one.length() != other.length()
                ? Integer.compare(one.length(), other.length())
                : one.compareTo(other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (stage.isEmpty() ? "" : "-" + String.join(".", stage));
    }
}
