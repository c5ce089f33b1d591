package dev.signalbox.state;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.domain.report.Findings;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How changes alter what a run left behind.
final class Results {

    /// Least recently read first; what is being saved comes last.
    static final Comparator<RunResults> AGE = Comparator
            .comparing((RunResults r) -> r.saves().values().stream().anyMatch(s -> !s.stage().isEnd()))
            .thenComparing(r -> r.artifacts().readAt() == null ? Instant.MIN : r.artifacts().readAt());

    private Results() {}

    static RunResults after(RunResults known, ResultNews news) {
        return switch (news) {
            case ResultNews.ArtifactsRead n -> listed(known, n.answer());
            case ResultNews.ReportsRead n -> read(known, n.answer());
            case ResultNews.ReportsWanted n -> asked(known, n.time());
            case ResultNews.Saving n -> saving(known, n.save());
        };
    }

    private static RunResults listed(RunResults known, Answer<List<Artifact>> answer) {
        return new RunResults(known.artifacts().after(answer), known.findings(), known.asked(), known.saves());
    }

    /// Findings of an older attempt never replace those of a newer one.
    private static RunResults read(RunResults known, Answer<Findings> answer) {
        Findings old = known.findings().value();
        if (old != null && answer instanceof Answer.Good<Findings>(Findings read, var at)
                && read.attempt() < old.attempt()) {
            return known;
        }
        return new RunResults(known.artifacts(), known.findings().after(answer), known.asked(), known.saves());
    }

    private static RunResults asked(RunResults known, int time) {
        return new RunResults(known.artifacts(), known.findings(), Math.max(known.asked(), time), known.saves());
    }

    /// A step that arrives after the end, or after somebody stopped it, is late.
    private static RunResults saving(RunResults known, ArtifactSave save) {
        ArtifactSave before = known.saves().get(save.artifact().number());
        boolean over = before == null || before.stage().isEnd();
        if (over && save.stage() != ArtifactSave.Stage.WANTED) {
            return known;
        }
        Map<Long, ArtifactSave> saves = new HashMap<>(known.saves());
        saves.put(save.artifact().number(), save);
        return new RunResults(known.artifacts(), known.findings(), known.asked(), Map.copyOf(saves));
    }
}
