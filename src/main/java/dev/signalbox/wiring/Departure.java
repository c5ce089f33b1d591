package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// How one window of the console is left: closed, or for the next one. Folders of the next are taken before this one is
/// left, so that nobody ends up with neither.
final class Departure implements Leaving {

    private final Way here;
    private final Way reality;
    private final HeldFolders held;
    private final Folders real;
    private @Nullable Runnable close;
    private @Nullable Next next;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile Written written = Written.NOTHING;

    /// @param here what is open, to which [#again] leads anew
    /// @param held its folders
    /// @param real the folders of a console that does not practise
    Departure(Way here, HeldFolders held, Folders real) {
        this(here, here.reality(new Way.Own()), held, real);
    }

    /// @param reality to what practice leads back
    Departure(Way here, Way reality, HeldFolders held, Folders real) {
        this.here = here;
        this.reality = reality;
        this.held = held;
        this.real = real;
    }

    /// Where to go when the window has gone.
    record Next(Way way, HeldFolders held) {}

    /// How the window is closed from inside. When it is to be left already, that happens now.
    ///
    /// @param closing may be called from any thread
    void closeWith(Runnable closing) {
        boolean now;
        synchronized (this) {
            close = closing;
            now = next != null;
        }
        if (now) {
            closing.run();
        }
    }

    /// Told what is connected, before a window opens for it.
    void connects(ConsoleConfig config) {
        written = new Written(
                config, here instanceof Way.Own ? real.settings().resolve(OwnConfig.FILE) : null,
                held.folders());
    }

    @Override
    public Written written() {
        return written;
    }

    @Override
    public Way real() {
        return reality;
    }

    @Override
    public void tellNext(List<String> sentences) {
        told.addAll(sentences);
    }

    /// What is still to be told.
    List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void again() {
        go(new Next(here, held));
    }

    @Override
    public Optional<String> to(Way way) {
        Folders wanted = way.folders(real);
        // Where nothing could be kept, the folders that are used are no folders of either.
        if (held.lock() == null || wanted.equals(held.folders())) {
            go(new Next(way, held));
            return Optional.empty();
        }
        try {
            Optional<HeldFolders> taken = HeldFolders.take(wanted);
            if (taken.isEmpty()) {
                return Optional.of(HeldFolders.taken(wanted));
            }
            if (!go(new Next(way, taken.get()))) {
                taken.get().close();
            }
            return Optional.empty();
        } catch (IOException unusable) {
            return Optional.of(IoWords.of(unusable) + ".");
        }
    }

    private boolean go(Next wanted) {
        Runnable closing;
        synchronized (this) {
            if (next != null) {
                return false;
            }
            next = wanted;
            closing = close;
        }
        if (closing != null) {
            closing.run();
        }
        return true;
    }

    /// Where to go now; nothing when a person closed the window.
    synchronized Optional<Next> next() {
        return Optional.ofNullable(next);
    }
}
