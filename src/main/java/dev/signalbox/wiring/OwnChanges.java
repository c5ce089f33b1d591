package dev.signalbox.wiring;

import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.SavedConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Changes in the settings of what the console's own configuration says. They count when it has started again. A file that
/// somebody named is theirs.
final class OwnChanges {

    private final Executor workers;
    private final Executor fx;
    private final @Nullable Leaving leaving;
    private final Leaving.Written written;
    private final Path home;
    private final String practice;

    /// @param workers do what waits for a disk
    /// @param fx runs work on the screen's thread
    /// @param leaving absent where there is no window to leave
    /// @param home what `~` stands for in the file
    /// @param practice why nothing is changed in practice, in a sentence
    OwnChanges(Executor workers, Executor fx, @Nullable Leaving leaving, Path home, String practice) {
        this.workers = workers;
        this.fx = fx;
        this.leaving = leaving;
        this.written = leaving == null ? Leaving.Written.NOTHING : leaving.written();
        this.home = home;
        this.practice = practice;
    }

    /// The configuration in use.
    Leaving.Written written() {
        return written;
    }

    /// Why nothing can be changed, in a sentence; empty when it can.
    String fixed() {
        if (written.config() == null) {
            return practice;
        }
        return written.own() == null
                ? "The console was started with --config and a file of yours: it is shown here, and changed there."
                : "";
    }

    /// Does some work beside the screen's thread, then starts again.
    ///
    /// @param work gives why not to start again, as a sentence; empty to do so
    /// @param failed told that sentence on the screen's thread
    void thenAgain(Supplier<String> work, Consumer<String> failed) {
        Leaving ways = leaving;
        if (ways == null || written.own() == null) {
            failed.accept(fixed());
            return;
        }
        workers.execute(() -> {
            String why = work.get();
            if (why.isEmpty()) {
                ways.again();
            } else {
                fx.execute(() -> failed.accept(why));
            }
        });
    }

    /// Writes the changed configuration. What was written holds when this came back empty; else nothing was changed.
    ///
    /// @return why it was not written, as a sentence; empty when it was
    synchronized String write(UnaryOperator<ConsoleConfig> change) {
        Path own = written.own();
        if (own == null) {
            return fixed();
        }
        try {
            new SavedConfig(own).change(home, change);
            return "";
        } catch (IOException unwritable) {
            return "The configuration could not be written: " + IoWords.of(unwritable) + ".";
        } catch (IllegalArgumentException impossible) {
            return "The configuration could not be written: " + impossible.getMessage();
        }
    }
}
