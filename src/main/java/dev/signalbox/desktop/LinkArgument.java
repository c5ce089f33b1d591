package dev.signalbox.desktop;

import dev.signalbox.domain.link.DeepLinks;
import java.util.Locale;
import java.util.regex.Pattern;

/// A link as the argument of a start, which is not always what somebody opened.
public final class LinkArgument {

    /// What the shell of Windows makes of a link that has a host and nothing behind it, as those to screens have.
    /// Source: electron/electron#10786.
    private static final Pattern HOST_ALONE = Pattern.compile(Pattern.quote(DeepLinks.SCHEME) + "[a-z]+/");

    private LinkArgument() {}

    /// The text that somebody opened; it need not be a link.
    ///
    /// @param system name of the operating system, as Java tells it
    /// @param handed what the system has made of it
    public static String opened(String system, String handed) {
        return system.toLowerCase(Locale.ROOT).contains("windows") && HOST_ALONE.matcher(handed).matches()
                ? handed.substring(0, handed.length() - 1)
                : handed;
    }
}
