package dev.signalbox.ui.settings.updates;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.domain.update.LastLook;
import dev.signalbox.domain.update.PublishedVersion;
import dev.signalbox.domain.update.Version;
import dev.signalbox.ui.words.TimeOfDay;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The newest version in words.
final class UpdateRows {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private UpdateRows() {}

    /// @param own the version that runs; absent where it runs from its build tree
    static UpdateRow of(UpdateCheck.Standing standing, @Nullable Version own, Instant now, TimeOfDay clock) {
        LastLook last = standing.last();
        if (!standing.fixed().isEmpty()) {
            return new UpdateRow(standing.fixed(), "", "");
        }
        if (standing.looking()) {
            return new UpdateRow("Asking…", "", "");
        }
        if (last == null) {
            return new UpdateRow(
                    standing.where().isEmpty() ? "Nobody was asked yet: there is no address." : "Nobody was asked yet.",
                    "", "");
        }
        String asked = "Asked " + clock.words(last.at(), now) + ".";
        PublishedVersion found = last.found();
        if (found == null) {
            return new UpdateRow(asked, last.problem(), "");
        }
        boolean newer = own == null || found.version().isNewerThan(own);
        return new UpdateRow(
                news(found, own, clock) + " " + asked, last.problem(), newer ? link(found) : "");
    }

    private static String news(PublishedVersion found, @Nullable Version own, TimeOfDay clock) {
        String newest = "Version " + found.version();
        Instant published = found.published();
        String when = published == null ? "" : ", published " + DATE.format(published.atZone(clock.zone())) + ",";
        if (own == null) {
            return newest + when + " is the newest. This console runs from its build tree and has no version.";
        }
        return found.version().isNewerThan(own)
                ? newest + when + " is there; this is " + own + "."
                : "This is " + own + ": nothing newer is published.";
    }

    private static String link(PublishedVersion found) {
        return "Look at " + found.version() + " on " + SafeText.line(String.valueOf(found.page().getHost()), 60);
    }
}
