package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {

    private static final String TOKEN = "ghp_Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH";

    @Test
    void travelsInTheHeaderThatTheServerWants() {
        assertThat(Credential.bearer(TOKEN).headerName()).isEqualTo("Authorization");
        assertThat(Credential.bearer(TOKEN).headerValue()).isEqualTo("Bearer " + TOKEN);
        assertThat(Credential.header("PRIVATE-TOKEN", TOKEN).headerName()).isEqualTo("PRIVATE-TOKEN");
        assertThat(Credential.header("PRIVATE-TOKEN", TOKEN).headerValue()).isEqualTo(TOKEN);
        assertThat(Credential.basic("me", "pass").headerValue()).isEqualTo("Basic bWU6cGFzcw==");
        assertThat(Credential.none().isPresent()).isFalse();
    }

    @Test
    void everyFormOfTheSecretIsKnownForHiding() {
        assertThat(Credential.basic("me", "pass").secrets()).containsExactlyInAnyOrder("pass", "bWU6cGFzcw==");
        assertThat(Credential.bearer(TOKEN).secrets()).containsExactly(TOKEN);
        assertThat(Credential.none().secrets()).isEmpty();
    }

    @Test
    void isNeverPrinted() {
        for (Credential credential : List.of(
                Credential.bearer(TOKEN), Credential.basic("me", TOKEN), Credential.header("X", TOKEN))) {
            assertThat(String.valueOf(credential)).isEqualTo("Credential(hidden)");
            assertThat(credential.fingerprint()).matches("[0-9a-f]{16}");
            assertThat(Map.of("credential", credential).toString()).doesNotContain("Zq3xK9");
        }
    }

    @Test
    void theFingerprintTellsAccountsApartAndNothingElse() {
        assertThat(Credential.bearer(TOKEN).fingerprint()).isEqualTo(Credential.bearer(TOKEN).fingerprint());
        assertThat(List.of(
                Credential.bearer(TOKEN).fingerprint(), Credential.bearer(TOKEN + "x").fingerprint(),
                Credential.header("PRIVATE-TOKEN", TOKEN).fingerprint(), Credential.none().fingerprint()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\r\nX-Evil: 1", "a\nb", "tökèn", "a\u0000b", "a\u007fb"})
    void whatNoTokenLooksLikeIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> Credential.bearer(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Evil").hasMessageNotContaining("kèn");
        assertThatThrownBy(() -> Credential.header("PRIVATE-TOKEN", text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X\r\nY", "X\u0000", "Ä"})
    void aHeadersNameCannotHoldAnotherHeader(String name) {
        assertThatThrownBy(() -> Credential.header(name, TOKEN)).isInstanceOf(IllegalArgumentException.class);
    }
}
