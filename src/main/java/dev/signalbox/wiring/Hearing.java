package dev.signalbox.wiring;

import dev.signalbox.action.Pause;
import dev.signalbox.desktop.AwtIcon;
import dev.signalbox.desktop.LinkEvents;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hears of links that the system hands to a process that runs, where it does so. Whatever the windows of the process
/// are, it takes one who hears, and for good: so it begins once, and ends with the process.
final class Hearing implements AutoCloseable {

    private final @Nullable Consumer<Consumer<String>> system;
    private final Pause pause;
    private @Nullable Thread begun;

    /// @param system has whatever is handed over from then on told; takes a while; null where links come in another way
    /// @param pause waits until the first window has what it needs
    Hearing(@Nullable Consumer<Consumer<String>> system, Pause pause) {
        this.system = system;
        this.pause = pause;
    }

    /// That of this system.
    ///
    /// @param name of the operating system, as Java tells it
    static Hearing of(String name) {
        Optional<LinkEvents> events = LinkEvents.of(name);
        return new Hearing(events.isPresent() ? events.get()::hear : null, Pause.real());
    }

    /// Begins, on a thread of its own, some seconds after the first window of the process.
    ///
    /// @param door of the first window
    /// @param heard is told what somebody opened, a link or not, on any thread; it must not block
    void begin(Door door, Consumer<String> heard) {
        if (system == null) {
            return;
        }
        begun = Thread.ofPlatform().daemon().name("links").start(() -> {
            try {
                beginHere(door, heard);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Begins on the calling thread, which waits for it.
    void beginHere(Door door, Consumer<String> heard) throws InterruptedException {
        door.awaitWindow();
        pause.lasting(AwtIcon.REST);
        if (system != null) {
            system.accept(heard);
        }
    }

    /// Does not begin any more, if it has not.
    @Override
    public void close() {
        if (begun != null) {
            begun.interrupt();
        }
    }
}
