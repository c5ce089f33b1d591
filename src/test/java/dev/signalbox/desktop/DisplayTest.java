package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {

    @Test
    void knowsThatLinuxWithoutADisplayVariableHasNoScreen() {
        assertThat(Display.of("Linux", Map.of())).isEqualTo(Display.ABSENT);
        assertThat(Display.of("Linux", Map.of("DISPLAY", " "))).isEqualTo(Display.ABSENT);
    }

    @Test
    void otherSystemsAlwaysHaveOne() {
        assertThat(Display.of("Mac OS X", Map.of())).isEqualTo(Display.READY);
        assertThat(Display.of("Windows 11", Map.of())).isEqualTo(Display.READY);
    }

    @Test
    void neverCallsADisplayAbsentThatIsNamed() {
        assertThat(Display.of("Linux", Map.of("DISPLAY", ":0"))).isNotEqualTo(Display.ABSENT);
    }
}
