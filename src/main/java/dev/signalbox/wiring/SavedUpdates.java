package dev.signalbox.wiring;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.domain.update.LastLook;
import dev.signalbox.domain.update.PublishedVersion;
import dev.signalbox.domain.update.Version;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What was chosen about newer versions, and what the last look heard, kept in a small file. Somebody may have written
/// into it: what is odd counts as not there.
record SavedUpdates(SettingsFile file) {

    private static final Logger LOG = Logger.getLogger(SavedUpdates.class.getName());
    private static final int LONGEST = 300;

    /// What is kept.
    ///
    /// @param on whether newer versions are looked for without being asked
    /// @param where the address as it was written; empty when there is none
    record Kept(boolean on, String where, @Nullable LastLook last) {

        /// As it is until somebody chooses: nothing is asked.
        static final Kept USUAL = new Kept(false, "", null);
    }

    Kept read() {
        Map<String, String> text = file.read();
        return new Kept(
                "true".equals(text.get("daily")), SafeText.line(text.getOrDefault("address", ""), LONGEST),
                time(text.get("asked-at"))
                        .map(at -> new LastLook(
                                at, found(text), SafeText.line(text.getOrDefault("problem", ""), LONGEST)))
                        .orElse(null));
    }

    void write(Kept kept) {
        Map<String, String> text = new HashMap<>();
        text.put("daily", Boolean.toString(kept.on()));
        text.put("address", kept.where());
        LastLook last = kept.last();
        if (last != null) {
            text.put("asked-at", last.at().toString());
            text.put("problem", last.problem());
            PublishedVersion found = last.found();
            if (found != null) {
                text.put("version", found.version().toString());
                text.put("page", found.page().toString());
                Optional.ofNullable(found.published()).ifPresent(at -> text.put("published-at", at.toString()));
            }
        }
        try {
            file.write(text);
        } catch (IOException lost) {
            LOG.log(Level.WARNING, "What was chosen and heard about newer versions could not be kept", lost);
        }
    }

    private static @Nullable PublishedVersion found(Map<String, String> text) {
        Optional<Version> version = Version.parse(text.getOrDefault("version", ""));
        try {
            return version.isEmpty()
                    ? null
                    : new PublishedVersion(
                            version.get(), URI.create(text.getOrDefault("page", "")),
                            time(text.get("published-at")).orElse(null));
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }

    private static Optional<Instant> time(@Nullable String written) {
        try {
            return written == null ? Optional.empty() : Optional.of(Instant.parse(written));
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }
}
