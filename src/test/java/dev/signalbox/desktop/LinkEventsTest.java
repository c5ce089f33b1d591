package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.HeadlessException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Links as macOS hands them over. That one arrives can be tried there only.
class LinkEventsTest {

    private final List<String> happened = new ArrayList<>();

    @Test
    void onMacosTheDesktopIsAskedAndWhereItHandsNothingOverNothingBreaks() {
        assertThat(LinkEvents.of("Mac OS X")).isPresent();

        new LinkEvents(() -> {
            happened.add("asked");
            throw new HeadlessException();
        }).hear(happened::add);

        assertThat(happened).containsExactly("asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Windows 11"})
    void elsewhereALinkIsAnArgumentAndNobodyIsAsked(String system) {
        assertThat(LinkEvents.of(system)).isEmpty();
    }
}
