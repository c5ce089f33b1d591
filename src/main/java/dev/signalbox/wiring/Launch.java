package dev.signalbox.wiring;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Starts what was asked for.
record Launch(Machine machine, @Nullable Path config, @Nullable Path snapshot, @Nullable Path data) {

    int run(boolean serversOnly) {
        return 0;
    }
}
