package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphicsDeviceTest {

    @TempDir
    private Path devices;

    @Test
    void aMachineWithoutADeviceHasNone() {
        assertThat(GraphicsDevice.isAbsent("Linux", Map.of("DISPLAY", ":7.0"), devices)).isTrue();
        assertThat(GraphicsDevice.isAbsent("Linux", Map.of("DISPLAY", " :7 "), devices)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dri", "nvidiactl", "ati", "dxg"})
    void whatDrawsIsLeftToJavaFxWhereTheKernelShowsADevice(String device) throws IOException {
        Files.createFile(devices.resolve(device));
        assertThat(GraphicsDevice.isAbsent("Linux", Map.of("DISPLAY", ":7"), devices)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,DISPLAY,localhost:10.0", "Linux,DISPLAY,''", "Linux,TERM,xterm", "Mac OS X,DISPLAY,:7",
        "Windows 11,DISPLAY,:7"
    })
    void whatIsElsewhereIsNotKnown(String system, String name, String value) {
        assertThat(GraphicsDevice.isAbsent(system, Map.of(name, value), devices)).isFalse();
    }

    @Test
    void whoHasTheDisplayDrawDecides() {
        Map<String, String> indirect = Map.of("DISPLAY", ":7", "LIBGL_ALWAYS_INDIRECT", "1");
        assertThat(GraphicsDevice.isAbsent("Linux", indirect, devices)).isFalse();
    }
}
