package dev.signalbox.domain.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenSheetTest {

    private static final Instant END = Instant.parse("2026-05-01T12:00:00Z");

    private static TokenSheet ending(@Nullable Instant told) {
        return new TokenSheet("kim", "OAuth token", told, List.of(), List.of("A note."));
    }

    @Test
    void whatHasNoEndIsAsItWas() {
        assertThat(ending(null).givenUntil(null)).isEqualTo(ending(null));
    }

    @Test
    void whatWasGivenForAWhileEndsThenAndSaysSo() {
        TokenSheet sheet = ending(null).givenUntil(END);

        assertThat(sheet.expiresAt()).isEqualTo(END);
        assertThat(sheet.notes()).hasSize(2).first().isEqualTo("A note.");
        assertThat(sheet.notes().getLast()).contains("not renewed by itself");
    }

    @Test
    void whatIsRenewedSaysSo() {
        TokenSheet sheet = ending(END).renewed();

        assertThat(sheet.expiresAt()).isEqualTo(END);
        assertThat(sheet.notes()).hasSize(2).first().isEqualTo("A note.");
        assertThat(sheet.notes().getLast()).contains("renews it by itself").doesNotContain("not renewed");
    }

    @Test
    void theServersOwnWordOnTheEndStands() {
        assertThat(ending(END.minusSeconds(60)).givenUntil(END).expiresAt()).isEqualTo(END.minusSeconds(60));
    }
}
