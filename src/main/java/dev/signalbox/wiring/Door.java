package dev.signalbox.wiring;

import dev.signalbox.desktop.DoorPlaces;
import dev.signalbox.desktop.Doorbell;
import dev.signalbox.desktop.Folders;
import dev.signalbox.desktop.Ring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The way into a console that runs already, for a second start of the same person.
///
/// The newest ring before there is a window is kept for it, so that a link which is opened while the console starts is
/// followed too; there is room for one.
final class Door implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Door.class.getName());

    /// Long enough for a first console that is still opening on a busy machine.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Who hears rings now.
    ///
    /// @param waiting what the next window is told first
    /// @param keeps whether what is heard waits for the next window
    private record Listener(@Nullable Consumer<String> window, @Nullable String waiting, boolean keeps) {

        /// A start without a link takes nothing away from one with a link.
        Listener with(String link) {
            return link.isEmpty() && waiting != null ? this : new Listener(window, link, keeps);
        }

        boolean passesOn() {
            return window != null && !keeps;
        }
    }

    private final AtomicReference<Listener> listener;
    private final CountDownLatch windows = new CountDownLatch(1);
    private final @Nullable Doorbell bell;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// Hangs the bell of the console that has these folders.
    ///
    /// @param link what this very start is to show; empty for nothing
    Door(Machine machine, Folders folders, String link) {
        listener = new AtomicReference<>(first(link));
        bell = places(machine, folders)
                .flatMap(places -> Doorbell.hang(
                        places, this::heard, Thread.ofPlatform().daemon().name("doorbell").factory(),
                        machine.ticker()))
                .orElse(null);
    }

    private Door(String link) {
        listener = new AtomicReference<>(first(link));
        bell = null;
    }

    /// That of a console which has its folders not for itself: nobody rings there.
    static Door closed(String link) {
        return new Door(link);
    }

    private static Listener first(String link) {
        return new Listener(null, link.isEmpty() ? null : link, false);
    }

    /// Rings at the console that has these folders.
    static Ring ring(Machine machine, Folders folders, String link) {
        return places(machine, folders).map(places -> Ring.at(places, link, PATIENCE)).orElse(Ring.NOBODY);
    }

    private static Optional<List<Path>> places(Machine machine, Folders folders) {
        try {
            return Optional.of(DoorPlaces.of(folders.data(), machine.environment()));
        } catch (IOException gone) {
            LOG.log(Level.FINE, "No place for a doorbell", gone);
            return Optional.empty();
        }
    }

    /// Rings are told to this window from now on, the one that waits first.
    ///
    /// @param window is told a link, empty for a start without one; on any thread, and it must not block
    void answer(Consumer<String> window) {
        Listener before = listener.getAndSet(new Listener(window, null, false));
        windows.countDown();
        if (before.waiting != null) {
            window.accept(before.waiting);
        }
    }

    /// Somebody rings while there is no window that could follow a link: it comes to the front, and the newest link waits
    /// for the next one.
    ///
    /// @param front called on any thread; must not block
    void keep(Runnable front) {
        listener.updateAndGet(l -> new Listener(link -> front.run(), l.waiting, true));
        windows.countDown();
    }

    /// Waits until there is a window, of whichever kind, or has been one.
    void awaitWindow() throws InterruptedException {
        windows.await();
    }

    /// The window has gone, which may be told more than once: rings are kept for the next one.
    void leave() {
        listener.updateAndGet(l -> new Listener(null, l.waiting, false));
    }

    /// The link that waits for the next window; empty for none.
    String waiting() {
        return Objects.requireNonNullElse(listener.get().waiting, "");
    }

    /// Somebody wants this console, by ringing or as the system tells it: the window is told, or the next one. Must not block.
    ///
    /// @param link where to go; empty for just the window
    void heard(String link) {
        Listener now = listener.updateAndGet(l -> l.passesOn() ? l : l.with(link));
        if (now.window != null) {
            now.window.accept(link);
        }
    }

    /// Once is enough: the place may be another console's bell by then.
    @Override
    public void close() {
        if (bell == null || closed.getAndSet(true)) {
            return;
        }
        try {
            bell.close();
        } catch (IOException gone) {
            LOG.log(Level.FINE, "The doorbell could not be taken down", gone);
        }
    }
}
