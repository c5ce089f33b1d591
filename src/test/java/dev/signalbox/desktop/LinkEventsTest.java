package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Links as macOS hands them over. That one arrives can be tried there only.
class LinkEventsTest {

    private final List<String> heard = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Windows 11", "Mac OS X"})
    void whereTheDesktopHandsNothingOverNothingBreaks(String system) {
        LinkEvents.hear(system, heard::add);

        assertThat(heard).isEmpty();
    }
}
