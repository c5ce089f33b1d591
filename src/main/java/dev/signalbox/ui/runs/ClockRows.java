package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.runs.ClockCard.Tick;
import dev.signalbox.ui.words.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Jobs on a common time axis. Pure.
final class ClockRows {

    private static final int MOST_TICKS = 8;
    private static final long[] STEPS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400
    };

    private ClockRows() {}

    static ClockCard of(List<Job> jobs, Instant now) {
        List<JobTimes> times = JobTimes.of(jobs, now).stream()
                .sorted(Comparator.comparing(JobTimes::queued).thenComparing(t -> t.job().number()))
                .toList();
        if (times.isEmpty()) {
            return ClockCard.EMPTY;
        }
        Instant begin = times.getFirst().queued();
        Instant end = times.stream().map(JobTimes::ended).max(Comparator.naturalOrder()).orElse(begin);
        Duration whole = Duration.between(begin, end).plusMillis(1);
        Set<Long> critical = JobTimes.criticalPath(times);
        return new ClockCard(
                heading(times, critical), ticks(whole),
                times.stream().map(t -> row(t, begin, whole, critical)).toList());
    }

    private static String heading(List<JobTimes> times, Set<Long> critical) {
        Duration path = Duration.ZERO;
        Duration queued = Duration.ZERO;
        for (JobTimes t : times) {
            if (critical.contains(t.job().number())) {
                path = path.plus(Duration.between(t.queued(), t.ended()));
            }
            if (t.ran()) {
                queued = queued.plus(t.waited());
            }
        }
        if (critical.isEmpty()) {
            return "Jobs on the clock";
        }
        return "Jobs on the clock · critical path " + Durations.words(path) + " · " + Durations.words(queued)
                + " queued · "
                + JobTimes.parallel(times) + " % parallel";
    }

    private static ClockRow row(JobTimes times, Instant begin, Duration whole, Set<Long> critical) {
        Job job = times.job();
        String name = SafeText.line(job.name(), 100);
        String status = RunWords.word(job.status(), job.conclusion());
        boolean onPath = critical.contains(job.number());
        boolean waits = job.status() == RunStatus.WAITING;
        boolean queues = job.status().isUnfinished() && !waits;
        boolean queued = times.ran() || queues;
        String took = times.ran() ? Durations.words(times.took()) : "";
        String words = name + ", " + status
                + (queued && !times.waited().isZero() ? ", queued " + Durations.words(times.waited()) : "")
                + (took.isEmpty() ? "" : ", ran " + took) + (onPath ? ", on the critical path" : "");
        return new ClockRow(
                job.number(), name, part(begin, queued || waits ? times.queued() : times.started(), whole),
                part(begin, waits ? times.queued() : times.started(), whole), part(begin, times.ended(), whole),
                times.ran(),
                RunWords.mark(job.status(), job.conclusion()), onPath, took, words);
    }

    private static List<Tick> ticks(Duration whole) {
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

    private static double part(Instant begin, Instant at, Duration whole) {
        return Math.clamp((double) Duration.between(begin, at).toMillis() / whole.toMillis(), 0, 1);
    }
}
