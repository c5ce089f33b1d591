package dev.signalbox.ui.theme;

import java.util.Optional;

/// Remembers the appearance between two starts. Losing it is no harm: neither call fails, and both return at once.
public interface AppearanceMemory {

    /// Absent until something was saved.
    Optional<Appearance> load();

    void save(Appearance appearance);
}
