package dev.signalbox.domain.text;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Addresses that may be handed to the browser: `https`, or `http` on this machine. Anything else that a server sends
/// could start a program (CVE-2024-52308).
public final class SafePage {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private SafePage() {}

    /// Whether a browser may be sent there.
    public static boolean mayOpen(@Nullable URI page) {
        if (page == null || page.getScheme() == null || page.getHost() == null || page.getUserInfo() != null) {
            return false;
        }
        String scheme = page.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("https")
                || (scheme.equals("http") && THIS_MACHINE.contains(page.getHost().toLowerCase(Locale.ROOT)));
    }
}
