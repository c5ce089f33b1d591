package dev.signalbox.ui.settings.updates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.update.LastLook;
import dev.signalbox.domain.update.PublishedVersion;
import dev.signalbox.domain.update.Version;
import dev.signalbox.ui.settings.updates.UpdateCheck.Standing;
import dev.signalbox.ui.settings.updates.UpdateCheck.Wanted;
import dev.signalbox.ui.words.TimeOfDay;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UpdateRowsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant ASKED = Instant.parse("2026-11-21T08:30:00Z");
    private static final @Nullable Version OWN = Version.parse("0.1.0").orElseThrow();
    private static final String WHERE = "https://github.com/acme/box";

    private static Standing standing(@Nullable LastLook last) {
        return new Standing(Wanted.DAILY, WHERE, "", false, last, "");
    }

    private static LastLook heard(String version, String problem) {
        return new LastLook(ASKED, new PublishedVersion(
                Version.parse(version).orElseThrow(), URI.create("https://github.com/acme/box/releases/x"),
                Instant.parse("2026-11-12T08:00:00Z")), problem);
    }

    private static UpdateRow row(Standing standing, @Nullable Version own) {
        return UpdateRows.of(standing, own, NOW, new TimeOfDay(ZoneOffset.UTC));
    }

    @Test
    void aNewerVersionIsToldWithItsDayAndALink() {
        assertThat(row(standing(heard("0.2.0", "")), OWN)).isEqualTo(new UpdateRow(
                "Version 0.2.0, published 12 Nov 2026, is there; this is 0.1.0. Asked 08:30:00.", "",
                "Look at 0.2.0 on github.com"));
    }

    @Test
    void whatIsNotNewerIsNoNews() {
        assertThat(row(standing(heard("0.1.0", "")), OWN)).isEqualTo(
                new UpdateRow("This is 0.1.0: nothing newer is published. Asked 08:30:00.", "", ""));
        assertThat(row(standing(heard("0.0.9", "")), OWN).link()).isEmpty();
    }

    @Test
    void aProblemStandsBesideWhatWasHeardBefore() {
        UpdateRow row = row(standing(heard("0.2.0", "It cannot be reached.")), OWN);
        assertThat(row.problem()).isEqualTo("It cannot be reached.");
        assertThat(row.words()).contains("Version 0.2.0");
        assertThat(row.link()).isNotEmpty();
        assertThat(row(standing(new LastLook(ASKED, null, "It cannot be reached.")), OWN))
                .isEqualTo(new UpdateRow("Asked 08:30:00.", "It cannot be reached.", ""));
    }

    @Test
    void aConsoleWithoutAVersionSaysSo() {
        UpdateRow row = row(standing(heard("0.2.0", "")), null);
        assertThat(row.words()).contains("is the newest").contains("has no version");
        assertThat(row.link()).isNotEmpty();
    }

    @Test
    void whoWasNeverAskedIsNotToldAsAnAnswer() {
        assertThat(row(standing(null), OWN).words()).isEqualTo("Nobody was asked yet.");
        assertThat(row(new Standing(Wanted.NEVER, "", "", false, null, ""), OWN).words()).contains("no address");
        assertThat(row(new Standing(Wanted.NEVER, WHERE, "", true, heard("0.2.0", ""), ""), OWN).words())
                .isEqualTo("Asking…");
        assertThat(row(new Standing(Wanted.NEVER, "", "Not in practice.", false, null, ""), OWN).words())
                .isEqualTo("Not in practice.");
    }
}
