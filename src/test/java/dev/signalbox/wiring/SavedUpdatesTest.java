package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.domain.update.LastLook;
import dev.signalbox.domain.update.PublishedVersion;
import dev.signalbox.domain.update.Version;
import dev.signalbox.wiring.SavedUpdates.Kept;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedUpdatesTest {

    private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
    private static final PublishedVersion FOUND = new PublishedVersion(
            Version.parse("0.2.0-rc.1").orElseThrow(), URI.create("https://example.com/0.2.0"), AT.minusSeconds(60));

    @TempDir
    private Path folder = Path.of("");

    private SavedUpdates saved() {
        return new SavedUpdates(new SettingsFile(folder.resolve("updates.properties")));
    }

    @Test
    void nothingIsAskedUntilSomebodyChooses() {
        assertThat(saved().read()).isEqualTo(Kept.USUAL);
        assertThat(Kept.USUAL.on()).isFalse();
    }

    @Test
    void whatWasChosenAndHeardIsThereAgain() {
        for (Kept kept : new Kept[] {
            new Kept(true, "https://github.com/acme/box", new LastLook(AT, FOUND, "")),
            new Kept(false, "", new LastLook(AT, null, "It cannot be reached.")), new Kept(true, "", null),
            new Kept(true, "", new LastLook(AT, new PublishedVersion(FOUND.version(), FOUND.page(), null), "No."))
        }) {
            saved().write(kept);
            assertThat(saved().read()).isEqualTo(kept);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///bin/sh", "http://example.com/", "", "not an address", "https://me@example.com/"})
    void aPageThatSomebodyWroteIntoTheFileIsCheckedToo(String page) throws Exception {
        saved().file().write(Map.of("asked-at", AT.toString(), "version", "9.9.9", "page", page));
        assertThat(Objects.requireNonNull(saved().read().last()).found()).isNull();
    }

    @Test
    void whatIsOddIsNotBelieved() throws Exception {
        saved().file().write(Map.of(
                "daily", "yes", "asked-at", "yesterday", "version", "latest", "address", "a\u202eb", "problem", "x"));
        Kept read = saved().read();
        assertThat(read.on()).isFalse();
        assertThat(read.last()).isNull();
        assertThat(read.where()).doesNotContain("\u202e");
    }

    @Test
    void aFileThatCannotBeWrittenStopsNobody() throws Exception {
        Files.createDirectory(folder.resolve("updates.properties"));
        saved().write(new Kept(true, "", null));
        assertThat(saved().read()).isEqualTo(Kept.USUAL);
    }
}
