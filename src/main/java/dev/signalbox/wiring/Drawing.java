package dev.signalbox.wiring;

import java.util.Properties;

/// How JavaFX is told to draw, unless somebody who starts the console has chosen.
final class Drawing {

    private static final String PIPELINE = "prism.order";
    private static final String PROCESSOR = "sw";

    /// Whether JavaFX does without pictures of the backgrounds that it has drawn. The processor keeps them in the heap, 8 MB of
    /// them, and draws ours as quickly without (docs/decisions/0067-memory-of-a-day.md).
    private static final String NO_BACKGROUNDS = "prism.disableRegionCaching";

    private Drawing() {}

    /// @param plain whether nothing but the processor can draw
    /// @param properties the process's own, before JavaFX starts
    static void choose(boolean plain, Properties properties) {
        if (plain) {
            properties.putIfAbsent(PIPELINE, PROCESSOR);
        }
        if (PROCESSOR.equals(properties.getProperty(PIPELINE))) {
            properties.putIfAbsent(NO_BACKGROUNDS, "true");
        }
    }
}
