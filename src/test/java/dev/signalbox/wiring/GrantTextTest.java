package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.HiddenText;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTextTest {

    static final Grant GRANT = new Grant(
            new HiddenText("ghu_access0123"), Instant.parse("2026-11-22T10:00:00.123456Z"),
            new HiddenText("ghr_refresh0123"), null, "Iv1.client",
            URI.create("https://github.com/login/oauth/access_token"));

    @Test
    void isReadAsItWasWritten() {
        Grant whole = new Grant(
                GRANT.token(), null, GRANT.refresh(), Instant.parse("2027-05-22T10:00:00Z"), "a b", GRANT.at());

        assertThat(GrantText.read(GrantText.of(GRANT))).contains(GRANT);
        assertThat(GrantText.read(GrantText.of(whole))).contains(whole);
    }

    @Test
    void theSameGrantIsAlwaysTheSameText() {
        assertThat(GrantText.of(GrantText.read(GrantText.of(GRANT)).orElseThrow())).isEqualTo(GrantText.of(GRANT));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "ghp_token", "glpat-x\n", "signalbox-grant 1", "signalbox-grant 1\na\n-\nb\n-\nc",
        "signalbox-grant 1\na\nsoon\nb\n-\nc\nhttps://x", "signalbox-grant 1\na\n-\nb\n-\nc\nnot an address",
        "signalbox-grant 1\n\n-\nb\n-\nc\nhttps://x", "signalbox-grant 1\na\n-\n\n-\nc\nhttps://x",
        "signalbox-grant 2\na\n-\nb\n-\nc\nhttps://x", "signalbox-grant 1\na\n-\nb\n-\nc\nhttps://x\nmore"
    })
    void everythingElseIsNone(String text) {
        assertThat(GrantText.read(text)).isEmpty();
    }
}
