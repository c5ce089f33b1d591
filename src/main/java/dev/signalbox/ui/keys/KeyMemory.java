package dev.signalbox.ui.keys;

import java.util.Map;

/// Remembers chosen keys between two starts: names of commands and keys as JavaFX writes them. Losing them is no harm:
/// neither call fails, and both return at once.
public interface KeyMemory {

    /// Remembers nothing.
    KeyMemory NONE = new KeyMemory() {
        @Override
        public Map<String, String> load() {
            return Map.of();
        }

        @Override
        public void save(Map<String, String> keys) {
            // Nobody asked for it to be kept.
        }
    };

    Map<String, String> load();

    void save(Map<String, String> keys);
}
