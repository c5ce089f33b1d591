package dev.signalbox.ui.runs;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.Commit;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.LastGreen;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.text.SafePage;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.words.Numbers;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Commits since the last green run, in words. Pure.
final class ChangesRows {

    private static final int MOST = 25;
    private static final String TITLE = "Changed since last green";

    private ChangesRows() {}

    static ChangesCard of(ConsoleState state, KnownRuns known, Run run, Instant now) {
        Optional<LastGreen> before = lastGreen(state, known, run);
        if (before.isEmpty()) {
            return new ChangesCard(TITLE, null, noneGreen(state, run), List.of());
        }
        LastGreen green = before.get();
        String heading = TITLE + " · #" + green.number();
        if (green.sha().equals(run.headSha())) {
            return new ChangesCard(heading, null, "Nothing: it ran on the same commit.", List.of());
        }
        ComparisonKey key = new ComparisonKey(run.id().repository(), green.sha(), run.headSha());
        Reading<Comparison> read = state.comparisons().getOrDefault(key, Reading.never());
        Comparison comparison = read.value();
        if (comparison == null) {
            String words = read.problem() == null
                    ? "The commits are being read…"
                    : SafeText.line(Problems.sentence(read.problem(), now), 300);
            return new ChangesCard(heading, key, words, List.of());
        }
        List<ChangesCard.Line> lines = comparison.commits().stream().limit(MOST).map(ChangesRows::line).toList();
        return new ChangesCard(heading, key, words(comparison, lines.size()), lines);
    }

    /// What the history says; before it says anything, the runs that are known.
    static Optional<LastGreen> lastGreen(ConsoleState state, KnownRuns known, Run run) {
        LastGreen kept = state.past().of(run.id()).lastGreen();
        Optional<LastGreen> listed = known.lastGreenBefore(run);
        if (kept == null) {
            return listed;
        }
        return listed.filter(l -> l.run().number() > kept.run().number()).or(() -> Optional.of(kept));
    }

    private static String noneGreen(ConsoleState state, Run run) {
        CiWords words = state.words(run.id().repository().connection());
        return "No green " + words.runOf("this workflow") + " on this branch is known.";
    }

    private static ChangesCard.Line line(Commit commit) {
        String subject = SafeText.line(commit.subject(), 200);
        String author = SafeText.line(commit.author(), 60);
        String sha = SafeText.line(commit.shortSha(), 12);
        return new ChangesCard.Line(
                sha, subject, author, SafePage.mayOpen(commit.page()) ? commit.page() : null,
                sha + ", " + subject + ", by " + author);
    }

    private static String words(Comparison comparison, int shown) {
        List<String> parts = new ArrayList<>();
        if (comparison.behind() > 0) {
            parts.add(Numbers.counted(comparison.behind(), "commit was", "commits were") + " taken back.");
        }
        if (comparison.total() > shown) {
            parts.add("And " + Numbers.grouped(comparison.total() - shown) + " more.");
        }
        if (comparison.total() == 0 && comparison.behind() == 0) {
            parts.add("Nothing.");
        }
        return String.join(" ", parts);
    }
}
