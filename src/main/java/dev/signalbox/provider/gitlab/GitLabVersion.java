package dev.signalbox.provider.gitlab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A server's version, such as `17.11.2-ee` or `15.2-pre`; what comes after the first two numbers says nothing about what
/// it understands.
record GitLabVersion(int major, int minor) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:[.-].*)?");

    static @Nullable GitLabVersion of(@Nullable String written) {
        Matcher found = FORM.matcher(written == null ? "" : written);
        return found.matches()
                ? new GitLabVersion(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))
                : null;
    }

    boolean isAtLeast(int otherMajor, int otherMinor) {
        return major > otherMajor || (major == otherMajor && minor >= otherMinor);
    }
}
