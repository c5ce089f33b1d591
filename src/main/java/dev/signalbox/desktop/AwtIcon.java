package dev.signalbox.desktop;

import java.awt.PopupMenu;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The one icon that macOS and Windows have of the console: its tray shows how things stand on it, and notifications
/// come out of it. AWT draws it, and is loaded when something is first shown: on Linux never, so nothing here may need a
/// class of AWT before that. Tried with a tray of X11, and on neither system yet.
public final class AwtIcon implements Notifications {

    /// How long after its window whoever loads AWT waits, so that a second toolkit is not in the middle of a start.
    public static final Duration REST = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(AwtIcon.class.getName());

    private final Supplier<AwtPeer> loading;
    private @Nullable AwtPeer peer;
    private volatile boolean closed;

    /// @param system name of the operating system, as Java tells it
    /// @param wanted is told where a person wants to go, as a link or empty for just the window; on any thread, and it must not
    ///               block
    /// @param ticker nanoseconds that only grow
    public AwtIcon(String system, Consumer<String> wanted, LongSupplier ticker) {
        this(() -> new AwtPeer(new IconClicks(system, wanted, ticker)));
    }

    /// @param loading asked for the first that is shown, and not again once it gave an answer
    AwtIcon(Supplier<AwtPeer> loading) {
        this.loading = loading;
    }

    /// Shows this from now on. Blocks while the desktop does not answer; to be called from a worker.
    ///
    /// @param picture makes it as high as this many dots, or as near as there is
    /// @param tip one line
    /// @return whether the desktop took it; whether anybody sees it is not known
    public synchronized boolean show(IntFunction<BufferedImage> picture, String tip, Supplier<PopupMenu> menu) {
        return isTaken(there -> there.show(picture, tip, menu));
    }

    @Override
    public synchronized boolean show(Notification notification) {
        return isTaken(there -> there.tell(notification));
    }

    private boolean isTaken(Consumer<AwtPeer> something) {
        if (closed) {
            return false;
        }
        try {
            AwtPeer there = peer == null ? loading.get() : peer;
            peer = there;
            something.accept(there);
            return true;
        } catch (UnsupportedOperationException | LinkageError absent) {
            LOG.log(Level.FINE, "No icon here", absent);
            return false;
        }
    }

    /// Nothing more is shown. Does not wait for the desktop, which may itself wait for who calls this.
    @Override
    public void close() {
        closed = true;
    }

    /// Takes the icon away. Blocks while the desktop does not answer; to be called from a thread that nobody waits for.
    public synchronized void takeAway() {
        closed = true;
        if (peer != null) {
            peer.takeAway();
            peer = null;
        }
    }
}
