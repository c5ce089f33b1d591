package dev.signalbox.ui.board;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.text.SafePage;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Releases of a service's repository, as the drawer tells them. Pure.
final class ReleaseRows {

    private static final int SHOWN = 5;
    private static final int LONGEST = 80;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private ReleaseRows() {}

    /// @param workload what the drawer is about; absent where nothing is known to run
    static DrawerRow.Releases of(
            ServiceSpec service, @Nullable Workload workload, ConsoleState state, Instant now) {
        if (service.repository() == null) {
            return DrawerRow.Releases.NONE;
        }
        Reading<List<Release>> reading = state.releases().getOrDefault(service.repository(), Reading.never());
        String running = workload == null ? "" : tag(workload);
        List<DrawerRow.ReleaseRow> rows = reading.or(List.of()).stream()
                .limit(SHOWN)
                .map(release -> row(release, running, now))
                .toList();
        return new DrawerRow.Releases(service.repository(), rows, note(reading, now));
    }

    /// What the release that runs is called, if what runs is one.
    static Optional<String> running(ServiceSpec service, Workload workload, ConsoleState state, Instant now) {
        String running = tag(workload);
        return service.repository() == null || running.isEmpty()
                ? Optional.empty()
                : state.releases().getOrDefault(service.repository(), Reading.never()).or(List.of()).stream()
                        .filter(release -> release.tag().equals(running))
                        .findFirst()
                        .map(release -> named(release) + ", " + made(release, now));
    }

    private static String tag(Workload workload) {
        return workload.image().map(image -> Objects.requireNonNullElse(image.tag(), "")).orElse("");
    }

    private static DrawerRow.ReleaseRow row(Release release, String running, Instant now) {
        String tag = SafeText.line(release.tag(), LONGEST);
        String name = SafeText.line(release.name(), LONGEST);
        String made = made(release, now);
        boolean runs = release.tag().equals(running);
        return new DrawerRow.ReleaseRow(
                tag,
                name.isEmpty() || name.equals(tag) ? made : name + " · " + made,
                SafePage.mayOpen(release.page()) ? release.page() : null,
                runs,
                "Release " + tag + (name.isEmpty() || name.equals(tag) ? "" : ", " + name) + ", " + made
                        + (release.at() == null ? "" : ", " + DAY.format(release.at()))
                        + (runs ? ", runs here" : ""));
    }

    private static String named(Release release) {
        String name = SafeText.line(release.name(), LONGEST);
        return name.isEmpty() ? SafeText.line(release.tag(), LONGEST) : name;
    }

    /// `2 d ago by ada`.
    private static String made(Release release, Instant now) {
        String when = release.at() == null
                ? ""
                : release.at().isAfter(now) ? Durations.until(release.at(), now) : Durations.ago(release.at(), now);
        String author = SafeText.line(release.author(), LONGEST);
        String by = author.isEmpty() ? "" : "by " + author;
        String made = when + (when.isEmpty() || by.isEmpty() ? "" : " ") + by;
        String stage = switch (release.stage()) {
            case PUBLISHED -> made.isEmpty() ? "published" : "";
            case EARLY -> "pre-release";
            case DRAFT -> "draft";
            case UPCOMING -> "upcoming";
        };
        return stage + (stage.isEmpty() || made.isEmpty() ? "" : ", ") + made;
    }

    private static String note(Reading<List<Release>> reading, Instant now) {
        if (reading.problem() != null) {
            return SafeText.line(Problems.sentence(reading.problem(), now), 300)
                    + (reading.value() == null
                            ? ""
                            : " Shown as of " + Durations.ago(reading.readAt(), now) + ".");
        }
        if (reading.value() == null) {
            return "being read";
        }
        return reading.value().isEmpty() ? "none published" : "";
    }
}
