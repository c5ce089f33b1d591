package dev.signalbox.desktop;

import java.awt.Desktop;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Links that macOS hands as an event to a program that runs. Elsewhere a link is the argument of a new start, which rings at
/// the first one ([Ring]). Not tried on macOS yet.
///
/// AWT takes such events from JavaFX since JDK 25 and JavaFX 25 (JDK-8332947, JDK-8354631). The link that *starts* the program
/// comes before AWT can be there, and is lost (JDK-8198549).
public final class LinkEvents {

    private static final Logger LOG = Logger.getLogger(LinkEvents.class.getName());

    private final Supplier<Desktop> desktop;

    LinkEvents(Supplier<Desktop> desktop) {
        this.desktop = desktop;
    }

    /// Those of this system; absent for another one than macOS. Loads nothing of AWT there.
    ///
    /// @param system name of the operating system, as Java tells it
    public static Optional<LinkEvents> of(String system) {
        return system.toLowerCase(Locale.ROOT).contains("mac")
                ? Optional.of(new LinkEvents(Desktop::getDesktop))
                : Optional.empty();
    }

    /// Has whatever is opened from now on told here, and to nobody else. AWT is loaded by it, after JavaFX must have
    /// been; so it takes a while, and is to be called from a worker.
    ///
    /// @param heard is told what somebody opened, a link or not, on any thread; it must not block
    public void hear(Consumer<String> heard) {
        try {
            desktop.get().setOpenURIHandler(event -> heard.accept(event.getURI().toString()));
        } catch (UnsupportedOperationException | LinkageError absent) {
            LOG.log(Level.FINE, "No links are heard of", absent);
        }
    }
}
