package dev.signalbox.desktop;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Opens pages in the user's browser: https only (and http on this machine, for practice), never through a shell.
public final class Browser {

    private final String system;
    private final List<Path> places;
    private final Supplier<Set<String>> kept;

    /// @param system name of the operating system, as Java tells it
    /// @param places folders in which the opening program may lie
    /// @param kept names of environment variables that it does not get
    public Browser(String system, List<Path> places, Supplier<Set<String>> kept) {
        this.kept = kept;
        this.system = system.toLowerCase(Locale.ROOT);
        this.places = List.copyOf(places);
    }

    /// Whether an address from outside may be opened.
    public static boolean mayOpen(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null) {
            return false;
        }
        return scheme.equals("https")
                || scheme.equals("http") && (host.equals("127.0.0.1") || host.equals("localhost"));
    }

    /// Opens the page; false when it may not be opened or no program to open it is found.
    public boolean open(URI address) {
        if (!mayOpen(address)) {
            return false;
        }
        String name = system.contains("mac") ? "open" : system.contains("windows") ? "explorer.exe" : "xdg-open";
        Optional<Path> found =
                places.stream().map(p -> p.resolve(name)).filter(Files::isExecutable).findFirst();
        if (found.isEmpty()) {
            return false;
        }
        try {
            ProcessBuilder program = new ProcessBuilder(found.get().toString(), address.toASCIIString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            program.environment().keySet().removeAll(kept.get());
            program.start();
            return true;
        } catch (IOException cannotStart) {
            return false;
        }
    }
}
