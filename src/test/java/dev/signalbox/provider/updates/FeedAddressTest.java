package dev.signalbox.provider.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/box, https://api.github.com/repos/acme/box/releases/latest",
        "https://github.com/acme/box/, https://api.github.com/repos/acme/box/releases/latest",
        "https://github.com/acme/box.git, https://api.github.com/repos/acme/box/releases/latest",
        "https://github.com/acme/.git, https://api.github.com/repos/acme/.git/releases/latest",
        "https://github.com/acme/box/releases/latest, https://api.github.com/repos/acme/box/releases/latest",
        "https://acme.ghe.com/acme/box, https://api.acme.ghe.com/repos/acme/box/releases/latest",
        "https://git.acme.test:8443/acme/box, https://git.acme.test:8443/api/v3/repos/acme/box/releases/latest",
        "https://api.github.com/repos/acme/box/releases/latest, https://api.github.com/repos/acme/box/releases/latest",
        "https://mirror.acme.test/any/api/v3/releases/latest, https://mirror.acme.test/any/api/v3/releases/latest"
    })
    void aRepositoryOrTheAddressItselfIsUnderstood(String written, String asked) {
        assertThat(FeedAddress.of(written)).hasToString(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "github.com/acme/box", "http://github.com/acme/box", "http://127.0.0.1:80/acme/box", "https://github.com",
        "https://github.com/acme", "https://github.com/acme/box/issues", "https://user:secret@github.com/acme/box",
        "https://github.com/acme/box?x=1", "https://github.com/../box", "file:///acme/box",
        "https://169.254.169.254/a/b",
        "https://github.com/acme/b\u202Eox", "https://api.github.com/releases/latest"
    })
    void anythingElseIsRefusedWithASentence(String written) {
        assertThatThrownBy(() -> FeedAddress.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The address ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aRefusalSaysWhatToWrite() {
        assertThatThrownBy(() -> FeedAddress.of("http://github.com/acme/box"))
                .hasMessage("The address must begin with https://");
        assertThat(FeedAddress.of("HTTPS://github.com/acme/box").origin().scheme()).isEqualTo("https");
        assertThatThrownBy(() -> FeedAddress.of("https://github.com/acme"))
                .hasMessageContaining("https://github.com/owner/name");
    }
}
