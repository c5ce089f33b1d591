package dev.signalbox.ui.keys;

import java.util.Map;

/// A memory that a test looks into.
public final class RememberedKeys implements KeyMemory {

    public Map<String, String> kept;

    public RememberedKeys(Map<String, String> kept) {
        this.kept = kept;
    }

    @Override
    public Map<String, String> load() {
        return kept;
    }

    @Override
    public void save(Map<String, String> keys) {
        kept = keys;
    }
}
