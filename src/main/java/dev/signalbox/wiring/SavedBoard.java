package dev.signalbox.wiring;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.ui.board.BoardMemory;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps how the board was left in a settings file, written away from the screen's thread.
final class SavedBoard implements BoardMemory {

    private static final Logger LOG = Logger.getLogger(SavedBoard.class.getName());
    private static final String CLOSED = "closed-groups";

    private final SettingsFile file;
    private final Executor background;
    private final AtomicReference<@Nullable Set<String>> waiting = new AtomicReference<>();

    SavedBoard(SettingsFile file, Executor background) {
        this.file = file;
        this.background = background;
    }

    @Override
    public Set<String> closedGroups() {
        return Arrays.stream(file.read().getOrDefault(CLOSED, "").split("\n"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public void keep(Set<String> closedGroups) {
        if (waiting.getAndSet(closedGroups) == null) {
            background.execute(this::write);
        }
    }

    private synchronized void write() {
        Set<String> newest = waiting.getAndSet(null);
        if (newest == null) {
            return;
        }
        try {
            file.write(Map.of(CLOSED, newest.stream().sorted().collect(Collectors.joining("\n"))));
        } catch (IOException lost) {
            LOG.log(Level.INFO, "How the board was left was not remembered", lost);
        }
    }
}
