package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.link.DeepLinks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkArgumentTest {

    @ParameterizedTest
    @ValueSource(strings = {"board", "runs", "approvals", "activity"})
    void theSlashThatWindowsAddsToALinkToAScreenIsTakenAway(String screen) {
        String link = "signalbox://" + screen;

        assertThat(LinkArgument.opened("Windows 11", link + "/")).isEqualTo(link);
        assertThat(LinkArgument.opened("Windows 11", link)).isEqualTo(link);
        assertThat(DeepLinks.parse(link + "/")).as("a link has one way to be written").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"signalbox://board//", "signalbox://service/a/", "signalbox://board/?x",
        "signalbox://Board/", "signalbox://board/\n", "signalbox:///", "https://board/", "board/", "/", ""})
    void whateverElseItHandsOverStaysAsItIs(String handed) {
        assertThat(LinkArgument.opened("Windows 11", handed)).isEqualTo(handed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Darwin"})
    void noOtherSystemAddsOne(String system) {
        assertThat(LinkArgument.opened(system, "signalbox://approvals/")).isEqualTo("signalbox://approvals/");
    }
}
