package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void knowsThatLinuxWithoutADisplayVariableHasNoScreen() {
        assertThat(Display.of("Linux", Map.of())).isEqualTo(Display.ABSENT);
        assertThat(Display.of("Linux", Map.of("DISPLAY", " "))).isEqualTo(Display.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mac OS X", "Windows 11"})
    void otherSystemsAlwaysHaveOneAndNothingIsAsked(String system) {
        assertThat(look(system, Map.of(), false, false)).isEqualTo(Display.READY);
        assertThat(look(system, Map.of("DISPLAY", ":0"), false, false)).isEqualTo(Display.READY);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,true,READY", "true,false,NO_GTK", "false,true,DEAD", "false,false,DEAD"})
    void tellsAScreenThatIsDeadFromALibraryThatIsMissing(boolean answers, boolean gtk, Display display) {
        assertThat(look("Linux", Map.of("DISPLAY", " :7 "), answers, gtk)).isEqualTo(display);
        assertThat(asked).containsExactly(":7");
    }

    @Test
    void aScreenThatNobodyServesIsDead() {
        // No server listens there: display numbers this high have no port at all.
        assertThat(Display.of("Linux", Map.of("DISPLAY", ":64123"))).isEqualTo(Display.DEAD);
        assertThat(Display.of("Linux", Map.of("DISPLAY", "nonsense"))).isEqualTo(Display.DEAD);
    }

    @Test
    void aDisplayOfThisMachineIsLikelyWhereItTakesConnections(@TempDir Path sockets) throws IOException {
        Map<String, String> named = Map.of("DISPLAY", ":7.0");
        assertThat(Display.isLikely("Linux", named, sockets)).as("nobody listens").isFalse();
        try (ServerSocketChannel display = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            display.bind(UnixDomainSocketAddress.of(sockets.resolve("X7")));
            assertThat(Display.isLikely("Linux", named, sockets)).isTrue();
            assertThat(Display.isLikely("Linux", Map.of("DISPLAY", " :7 "), sockets)).isTrue();
            assertThat(Display.isLikely("Linux", Map.of("DISPLAY", ":8"), sockets)).isFalse();
            assertThat(Display.isLikely("Mac OS X", named, sockets)).isFalse();
        }
        assertThat(Display.isLikely("Linux", named, sockets)).as("who listened is gone").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", ":.0", "localhost:7", ":x", ":../X7", ":7x", "nonsense"})
    void everyOtherNameHasToBeAsked(String name, @TempDir Path sockets) {
        assertThat(Display.isLikely("Linux", Map.of("DISPLAY", name), sockets)).isFalse();
    }

    private Display look(String system, Map<String, String> environment, boolean answers, boolean gtk) {
        return Display.of(
                system, environment,
                name -> {
                    asked.add(name);
                    return answers;
                },
                () -> gtk);
    }
}
