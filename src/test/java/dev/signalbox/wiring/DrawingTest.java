package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/// How JavaFX is told to draw.
class DrawingTest {

    private final Properties properties = new Properties();

    @Test
    void whereTheProcessorDrawsNoBackgroundsAreKept() {
        Drawing.choose(true, properties);

        assertThat(properties).containsExactlyInAnyOrderEntriesOf(
                Map.of("prism.order", "sw", "prism.disableRegionCaching", "true"));
    }

    @Test
    void itIsTheSameWhenSomebodyChoseTheProcessor() {
        properties.setProperty("prism.order", "sw");
        Drawing.choose(false, properties);

        assertThat(properties).containsEntry("prism.disableRegionCaching", "true");
    }

    @Test
    void aDeviceThatDrawsKeepsThem() {
        Drawing.choose(false, properties);

        assertThat(properties).isEmpty();
    }

    @Test
    void whatSomebodyChoseStays() {
        properties.setProperty("prism.order", "es2,sw");
        Drawing.choose(true, properties);
        assertThat(properties).containsExactly(Map.entry("prism.order", "es2,sw"));

        properties.setProperty("prism.order", "sw");
        properties.setProperty("prism.disableRegionCaching", "false");
        Drawing.choose(true, properties);
        assertThat(properties).containsEntry("prism.disableRegionCaching", "false");
    }
}
