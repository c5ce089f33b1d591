package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a training of the cache finds around it.
class EverydayStartTest {

    @Test
    void theDesktopOfWhoeverBuildsTakesNoPart() {
        Map<String, String> found = EverydayStart.environment(
                Map.of(
                        "PATH", "/usr/bin", "HOME", "/home/anna", "DISPLAY", ":0", "DBUS_SESSION_BUS_ADDRESS",
                        "unix:path=/run/user/1000/bus", "JAVA_TOOL_OPTIONS", "-Xmx1g"),
                Map.of("XDG_DATA_HOME", "data"), Map.of("DISPLAY", ":7"));

        assertThat(found).containsExactlyInAnyOrderEntriesOf(
                Map.of("PATH", "/usr/bin", "HOME", "/home/anna", "XDG_DATA_HOME", "data", "DISPLAY", ":7"));
    }
}
