package dev.signalbox.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/// What the build promises every test: the JDK that it chose, and JavaFX as modules without a display.
class ToolchainTest {

    @Test
    void testsRunOnJdk25() {
        assertThat(Runtime.version().feature()).isEqualTo(25);
    }

    @Test
    void javaFxRunsAsModules() {
        assertThat(Node.class.getModule().getName()).isEqualTo("javafx.graphics");
    }

    @Test
    void testsNeedNoDisplay() {
        assertThat(System.getProperty("glass.platform")).isEqualTo("Headless");
    }
}
