package dev.signalbox.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenColoursTest {

    @Test
    void areThoseOfTheSheets() {
        for (String sheet : List.of("dark.css", "light.css")) {
            TokenColours read = TokenColours.of(List.of(sheet));
            assertThat(Tokens.colours(sheet)).hasSizeGreaterThan(40).allSatisfy(
                    (name, colour) -> assertThat(read.get(name.substring("-sb-".length()))).isEqualTo(colour));
        }
    }

    @Test
    void thoseOfALaterSheetWin() {
        TokenColours safe = Theme.DARK.tokens(Appearance.Palette.SAFE);
        assertThat(safe.get("ok")).isEqualTo(Tokens.colours("dark-safe.css").get("-sb-ok"))
                .isNotEqualTo(Tokens.colours("dark.css").get("-sb-ok"));
        assertThat(safe.get("bg-0")).isEqualTo(Tokens.colours("dark.css").get("-sb-bg-0"));
    }

    @Test
    void whatIsNoTokenIsSaid() {
        TokenColours read = TokenColours.of(List.of("dark.css"));
        assertThatThrownBy(() -> read.get("pink")).hasMessageContaining("pink");
    }
}
