package dev.signalbox.practice.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.practice.cluster.objects.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContinueTokenTest {

    @Test
    void comesBackAsItWasGiven() {
        ContinueToken token = new ContinueToken(1234, "shop\u0000web-0");

        assertThat(ContinueToken.parse(token.text())).isEqualTo(token);
    }

    @Test
    void fitsIntoAnAddressAsItIs() {
        assertThat(new ContinueToken(Long.MAX_VALUE, "ÿ".repeat(300)).text()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "{\"rv\":0,\"start\":\"a\"}", "{\"rv\":-5,\"start\":\"a\"}",
        "{\"rv\":\"many\",\"start\":\"a\"}", "{\"rv\":5}", "{\"rv\":5,\"start\":7}", "{\"rv\":5,"})
    void refusesATokenOfAnotherShape(String json) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> ContinueToken.parse(text))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(400))
                .hasMessageStartingWith("continue key is not valid");
    }
}
