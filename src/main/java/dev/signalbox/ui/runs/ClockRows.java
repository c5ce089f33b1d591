package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.ui.runs.ClockCard.Tick;
import dev.signalbox.ui.runs.ClockRow.Fold;
import dev.signalbox.ui.runs.ClockRow.Key;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Jobs on a common time axis. Pure.
final class ClockRows {

    private static final int MOST_TICKS = 8;
    private static final long[] STEPS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400
    };

    private final ClockFacts facts;
    private final boolean keeps;
    private final List<JobTimes> fresh;
    private final Set<Long> critical;
    private final Instant begin;
    private final Duration whole;

    private ClockRows(ClockFacts facts, List<JobTimes> times) {
        this.facts = facts;
        List<JobTimes> own = times.stream().filter(t -> !isKept(t)).toList();
        keeps = !own.isEmpty() && own.size() < times.size();
        List<JobTimes> drawn = keeps ? own : times;
        fresh = drawn.stream().filter(t -> !t.job().replaced()).toList();
        critical = JobTimes.criticalPath(fresh);
        begin = drawn.getFirst().queued();
        Instant last = end(drawn, begin);
        Instant expected = facts.expected();
        Instant end = expected != null && expected.isAfter(last) ? expected : last;
        whole = Duration.between(begin, end).plusMillis(1);
    }

    /// Where the axis ends. People may take days: what waits for them takes no more of it than the work does.
    private static Instant end(List<JobTimes> times, Instant begin) {
        Instant last = times.stream().map(JobTimes::ended).max(Comparator.naturalOrder()).orElse(begin);
        Instant worked = times.stream()
                .filter(t -> t.job().status() != RunStatus.WAITING)
                .map(JobTimes::ended)
                .max(Comparator.naturalOrder())
                .orElse(begin);
        Instant latest = worked.plus(Duration.between(begin, worked));
        return worked.isAfter(begin) && last.isAfter(latest) ? latest : last;
    }

    static ClockCard of(ClockFacts facts) {
        List<JobTimes> times = JobTimes.of(facts.jobs(), facts.now()).stream()
                .sorted(Comparator.comparing(JobTimes::queued).thenComparing(t -> t.job().number()))
                .toList();
        return times.isEmpty() ? ClockCard.EMPTY : new ClockRows(facts, times).card(times);
    }

    private ClockCard card(List<JobTimes> times) {
        List<ClockRow> rows = new ArrayList<>();
        for (JobGroups.Members members : JobGroups.of(times)) {
            boolean folded = members.isGroup()
                    && facts.folds().getOrDefault(members.name(), members.foldedAtFirst());
            if (members.isGroup()) {
                rows.add(heading(members, folded));
            }
            if (!folded) {
                members.jobs().forEach(t -> rows.add(row(t, members.name())));
            }
        }
        return new ClockCard(ClockWords.heading(fresh, critical), ticks(), List.copyOf(rows), ghost());
    }

    private ClockRow row(JobTimes times, String group) {
        long number = times.job().number();
        RunStatus status = times.job().status();
        boolean kept = keeps && isKept(times);
        boolean onPath = critical.contains(number);
        boolean waits = status == RunStatus.WAITING;
        boolean queues = status.isUnfinished() && !waits;
        boolean queued = times.ran() || queues;
        String name = times.job().name();
        String took = kept ? "kept" : times.ran() ? Durations.words(times.took()) : "";
        return new ClockRow(
                Key.job(number), group, Fold.NONE,
                ClockWords.safe(group.isEmpty() || times.job().stage() != null ? name : JobGroups.within(name)),
                times.job().replaced() ? "earlier try" : "",
                part(queued || waits ? times.queued() : times.started()),
                part(waits ? times.queued() : times.started()), part(times.ended()), times.ran() && !kept,
                RunWords.mark(times.job()), onPath, took,
                ClockWords.job(times, onPath, kept, facts.usual().get(name)));
    }

    private ClockRow heading(JobGroups.Members members, boolean folded) {
        List<JobTimes> ran = members.jobs().stream().filter(t -> t.ran() && !(keeps && isKept(t))).toList();
        Instant from = ran.stream().map(JobTimes::started).min(Comparator.naturalOrder()).orElse(begin);
        Instant to = ran.stream().map(JobTimes::ended).max(Comparator.naturalOrder()).orElse(from);
        boolean onPath = members.jobs().stream().anyMatch(t -> critical.contains(t.job().number()));
        String took = ran.isEmpty() ? "" : Durations.words(Duration.between(from, to));
        return new ClockRow(
                Key.group(members.name()), members.name(), folded ? Fold.FOLDED : Fold.UNFOLDED,
                ClockWords.safe(members.name()), Numbers.counted(members.counting().size(), "job", "jobs"), part(from),
                part(from), part(to),
                !ran.isEmpty(), members.worst(), onPath && folded, took,
                ClockWords.group(members, took, onPath, folded));
    }

    private boolean isKept(JobTimes times) {
        Instant since = facts.since();
        return since != null && times.job().status() == RunStatus.COMPLETED && times.ended().isBefore(since);
    }

    private @Nullable Tick ghost() {
        Instant expected = facts.expected();
        return expected == null || expected.isBefore(begin) ? null : new Tick(part(expected), "usual end");
    }

    private List<Tick> ticks() {
        long seconds = Math.max(1, whole.toSeconds());
        long step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && seconds / STEPS[i] < MOST_TICKS; i--) {
            step = STEPS[i];
        }
        step = Math.max(step, seconds / MOST_TICKS);
        List<Tick> ticks = new ArrayList<>();
        for (long at = 0; at <= seconds; at += step) {
            ticks.add(new Tick(at * 1_000.0 / whole.toMillis(), label(at)));
        }
        return List.copyOf(ticks);
    }

    private static String label(long seconds) {
        if (seconds == 0) {
            return "0";
        }
        return seconds % 60 == 0 && seconds < 3_600
                ? seconds / 60 + " m"
                : Durations.words(Duration.ofSeconds(seconds));
    }

    private double part(Instant at) {
        return Math.clamp((double) Duration.between(begin, at).toMillis() / whole.toMillis(), 0, 1);
    }
}
