package dev.signalbox.domain.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastLookTest {

    private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");
    private static final Version OWN = new Version(0, 1, 0, List.of());

    private static PublishedVersion published(String version, String page) {
        return new PublishedVersion(Version.parse(version).orElseThrow(), URI.create(page), null);
    }

    @Test
    void aDayGoesByBeforeTheClockAsksAgain() {
        LastLook look = new LastLook(AT, null, "It cannot be reached.");
        assertThat(look.isOver(AT)).isFalse();
        assertThat(look.isOver(AT.plusSeconds(86_399))).isFalse();
        assertThat(look.isOver(AT.plusSeconds(86_400))).isTrue();
    }

    @Test
    void aLookInTheFutureKeepsNobodyFromAsking() {
        assertThat(new LastLook(AT, null, "").isOver(AT.minusSeconds(1))).isTrue();
    }

    @Test
    void onlyANewerVersionIsNews() {
        PublishedVersion newer = published("0.2.0", "https://example.com/0.2.0");
        assertThat(new LastLook(AT, newer, "").newerThan(OWN)).isEqualTo(newer);
        assertThat(new LastLook(AT, published("0.1.0", "https://example.com/"), "").newerThan(OWN)).isNull();
        assertThat(new LastLook(AT, null, "").newerThan(OWN)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://example.com/", "file:///etc/passwd", "javascript:alert(1)", "https://user@example.com/", "https:///x",
        "/relative", "signalbox://run/1"
    })
    void aPageThatNoBrowserMayBeSentToIsNone(String page) {
        assertThatThrownBy(() -> published("0.2.0", page)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEndlessPageIsNone() {
        assertThatThrownBy(() -> published("0.2.0", "https://example.com/" + "a".repeat(2000)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
