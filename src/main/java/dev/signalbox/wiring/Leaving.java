package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ways out of what is open now, beside closing its window.
interface Leaving extends StartAgain {

    /// Goes somewhere else, as [#again] does. Returns at once when it can be gone there.
    ///
    /// @return why it cannot, as a sentence; empty when it is on its way
    Optional<String> to(Way way);

    /// What is left for practice, or would be: to which practice leads back.
    default Way real() {
        return new Way.Own();
    }

    /// What the next window is to tell, as sentences: this one is about to go.
    void tellNext(List<String> sentences);

    /// What is connected here.
    Written written();

    /// A configuration that is in use.
    ///
    /// @param config absent where nothing was configured, as when one practises
    /// @param own the file in which the console keeps it itself; absent where it is somebody's file, which is left alone
    /// @param folders where the console keeps its files
    record Written(@Nullable ConsoleConfig config, @Nullable Path own, @Nullable Folders folders) {

        /// Nothing was configured.
        static final Written NOTHING = new Written(null, null, null);
    }
}
