package dev.signalbox.ui.shell;

import java.util.Optional;

/// Remembers the window between two starts. Losing it is no harm: neither call fails.
public interface WindowMemory {

    Optional<WindowState> load();

    void save(WindowState state);
}
