package dev.signalbox.ui.runs;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Durations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lines of the list of runs. Pure.
final class RunRows {

    private static final int LONGEST = 120;

    private RunRows() {}

    /// Runs of all repositories, newest first.
    static List<RunRow> of(ConsoleState state, Instant now) {
        KeptRows.Sources sources = new KeptRows.Sources(state);
        return sources.known().newestFirst().stream().map(run -> row(run, sources.extras(run), now)).toList();
    }

    /// Those that pass the filter and hold every word of the search; the same list when all do, so that nothing is shown anew.
    static List<RunRow> passing(List<RunRow> rows, RunFilter filter, String search) {
        String[] words = search.strip().toLowerCase(Locale.ROOT).split("\\s+");
        List<RunRow> passing = new ArrayList<>();
        for (RunRow row : rows) {
            if (row.filters().contains(filter) && holdsAll(row.found(), words)) {
                passing.add(row);
            }
        }
        return passing.size() == rows.size() ? rows : Collections.unmodifiableList(passing);
    }

    static Map<RunFilter, Integer> counts(List<RunRow> rows) {
        Map<RunFilter, Integer> counts = new EnumMap<>(RunFilter.class);
        for (RunFilter filter : RunFilter.values()) {
            counts.put(filter, 0);
        }
        for (RunRow row : rows) {
            row.filters().forEach(filter -> counts.merge(filter, 1, Integer::sum));
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

    /// @param extras what the line takes from elsewhere
    static RunRow row(Run run, KeptRows.Extras extras, Instant now) {
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
        String age = Durations.ago(run.createdAt(), now);
        String found = String.join(
                " ", run.id().repository().fullName(), run.workflowName(), branch, run.title(), number,
                run.headSha(), actor, status)
                .toLowerCase(Locale.ROOT) + extras.more();
        return new RunRow(
                run.id(), mark, status, where, number, title, branch, shortSha(run), actor, took, extras.usual(), age,
                filters(run, extras.me()), found,
                where + " " + number + ", " + status + ", " + title + ", " + branch + ", " + took + ", " + age);
    }

    private static Set<RunFilter> filters(Run run, @Nullable Account me) {
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
