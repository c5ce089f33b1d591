package dev.signalbox.ui.runs;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Durations;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Lines of the list of runs. Pure.
final class RunRows {

    private static final int LONGEST = 120;

    private RunRows() {}

    /// Runs of all repositories, newest first.
    static List<RunRow> of(ConsoleState state, Instant now) {
        KnownRuns known = new KnownRuns(state);
        RunSearchWords more = new RunSearchWords(state);
        return known.newestFirst().stream().map(run -> row(state, known, more.of(run), run, now)).toList();
    }

    /// Those that pass the filter and hold every word of the search.
    static List<RunRow> passing(List<RunRow> rows, RunFilter filter, String search) {
        String[] words = search.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return rows.stream().filter(r -> r.filters().contains(filter) && holdsAll(r.found(), words)).toList();
    }

    static Map<RunFilter, Integer> counts(List<RunRow> rows) {
        Map<RunFilter, Integer> counts = new EnumMap<>(RunFilter.class);
        for (RunFilter filter : RunFilter.values()) {
            counts.put(filter, (int) rows.stream().filter(r -> r.filters().contains(filter)).count());
        }
        return counts;
    }

    /// How a run is called: `search · CI`.
    static String where(Run run) {
        return safe(run.id().repository().name()) + " · " + safe(run.workflowName());
    }

    static String shortSha(Run run) {
        return safe(run.headSha().length() > 7 ? run.headSha().substring(0, 7) : run.headSha());
    }

    private static RunRow row(ConsoleState state, KnownRuns known, String more, Run run, Instant now) {
        Mark mark = RunWords.mark(run.status(), run.conclusion());
        String status = RunWords.word(run.status(), run.conclusion());
        String where = where(run);
        String number = "#" + run.number();
        String title = safe(run.title());
        String branch = safe(Objects.requireNonNullElse(run.branch(), "–"));
        String actor = safe(run.actor());
        boolean begun = run.status() == RunStatus.COMPLETED || run.status() == RunStatus.IN_PROGRESS
                || run.status() == RunStatus.WAITING;
        String took = begun ? Durations.words(run.durationAt(now)) : "";
        String usual = known.usual(run).map(u -> "usually " + Durations.brief(u.median())).orElse("");
        String age = Durations.ago(run.createdAt(), now);
        String found = String.join(
                " ", run.id().repository().fullName(), run.workflowName(), branch, run.title(), number,
                run.headSha(), actor, status)
                .toLowerCase(Locale.ROOT) + more;
        return new RunRow(
                run.id(), mark, status, where, number, title, branch, shortSha(run), actor, took, usual, age,
                filters(state, run), found,
                where + " " + number + ", " + status + ", " + title + ", " + branch + ", " + took + ", " + age);
    }

    private static Set<RunFilter> filters(ConsoleState state, Run run) {
        Set<RunFilter> filters = EnumSet.of(RunFilter.ALL);
        if (run.status().isUnfinished() && run.status() != RunStatus.WAITING) {
            filters.add(RunFilter.ACTIVE);
        }
        if (run.status() == RunStatus.COMPLETED && run.conclusion().isBad()) {
            filters.add(RunFilter.FAILED);
        }
        if (run.status() == RunStatus.WAITING) {
            filters.add(RunFilter.WAITING);
        }
        Connection connection = state.connections().get(run.id().repository().connection());
        Account me = connection == null ? null : connection.account();
        if (me != null
                && (me.login().equalsIgnoreCase(run.actor()) || me.login().equalsIgnoreCase(run.triggeredBy()))) {
            filters.add(RunFilter.MINE);
        }
        return filters;
    }

    private static boolean holdsAll(String text, String[] words) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String safe(String text) {
        return SafeText.line(text, LONGEST);
    }
}
