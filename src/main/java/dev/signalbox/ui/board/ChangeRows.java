package dev.signalbox.ui.board;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.board.Drift;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.cluster.ImageRef;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.words.Numbers;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What changed between the revision that one would go back to and the one that runs.
final class ChangeRows {

    private static final int SHOWN = 8;

    private ChangeRows() {}

    static DrawerRow.Changes of(
            ServiceSpec service, Workload workload, @Nullable Revision before, ConsoleState state, Instant now) {
        if (before == null) {
            return new DrawerRow.Changes("What changed", null, List.of(),
                    "There is no earlier revision to compare with.");
        }
        String running = workload.image().map(ImageRef::version).orElse("?");
        String heading = "What changed · " + SafeText.line(before.version()) + " → " + SafeText.line(running);
        Optional<String> base = commitOf(before.annotations(), before.version());
        Optional<String> head = commitOf(workload.templateAnnotations(), running);
        if (service.repository() == null || base.isEmpty() || head.isEmpty()) {
            return new DrawerRow.Changes(
                    heading, null, List.of(), "The images do not say which commits they were built from.");
        }
        ComparisonKey key = new ComparisonKey(service.repository(), base.get(), head.get());
        Reading<Comparison> reading = state.comparisons().getOrDefault(key, Reading.never());
        Comparison comparison = reading.value();
        if (comparison == null) {
            String note =
                    reading.problem() == null ? "Reading the commits…" : Problems.sentence(reading.problem(), now);
            return new DrawerRow.Changes(heading, key, List.of(), note);
        }
        List<DrawerRow.CommitRow> commits = comparison.commits().stream()
                .limit(SHOWN)
                .map(c -> new DrawerRow.CommitRow(c.shortSha(), SafeText.line(c.subject())))
                .toList();
        String more = comparison.total() > commits.size()
                ? "… " + Numbers.grouped(comparison.total() - (long) commits.size()) + " more"
                : "";
        String back = comparison.behind() == 0
                ? commits.isEmpty() ? "No commit lies between them." : ""
                : "What runs lacks " + Numbers.counted(comparison.behind(), "commit", "commits") + " of "
                        + SafeText.line(before.version()) + ".";
        String heard = comparison.total() == 0 && comparison.behind() > 0
                ? Numbers.counted(comparison.behind(), "commit", "commits") + " back"
                : Numbers.counted(comparison.total(), "commit", "commits");
        return new DrawerRow.Changes(
                heading + " · " + heard, key, commits, (more + "\n" + back).strip());
    }

    /// The commit of an image: as its annotation says, else a version tag.
    private static Optional<String> commitOf(java.util.Map<String, String> annotations, String version) {
        String sha = annotations.getOrDefault(Drift.OCI_REVISION, "");
        if (!sha.isEmpty()) {
            return Optional.of(sha);
        }
        return version.matches("v\\d[\\w.+-]*|[0-9a-f]{7,40}") ? Optional.of(version) : Optional.empty();
    }
}
