package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Numbers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The clock in words. Pure.
final class ClockWords {

    /// Waits shorter than this are not worth a word.
    private static final Duration WORTH_SAYING = Duration.ofSeconds(15);

    private static final int LONGEST = 100;

    private ClockWords() {}

    static String heading(List<JobTimes> times, Set<Long> critical) {
        if (critical.isEmpty()) {
            return ClockCard.EMPTY.heading();
        }
        Duration path = Duration.ZERO;
        Duration queued = Duration.ZERO;
        for (JobTimes each : times) {
            if (critical.contains(each.job().number())) {
                path = path.plus(Duration.between(each.queued(), each.ended()));
            }
            if (each.ran()) {
                queued = queued.plus(each.waited());
            }
        }
        return "Jobs on the clock · critical path " + Durations.words(path) + " · " + Durations.words(queued)
                + " queued · " + JobTimes.parallel(times) + " % parallel" + longestWaits(times);
    }

    /// The one or two longest waits for a machine; the second only when it is not small beside the first.
    private static String longestWaits(List<JobTimes> times) {
        List<JobTimes> longest = times.stream()
                .filter(JobTimes::ran)
                .filter(t -> t.waited().compareTo(WORTH_SAYING) >= 0)
                .sorted(Comparator.comparing(JobTimes::waited).reversed())
                .limit(2)
                .toList();
        if (longest.isEmpty()) {
            return "";
        }
        Duration first = longest.getFirst().waited();
        return " · longest wait "
                + longest.stream()
                        .filter(t -> t.waited().multipliedBy(2).compareTo(first) >= 0)
                        .map(t -> Durations.words(t.waited()) + " before " + safe(t.job().name()))
                        .collect(Collectors.joining(", "));
    }

    static String job(JobTimes times, boolean critical, boolean kept, @Nullable Duration usual) {
        RunStatus status = times.job().status();
        StringBuilder words = new StringBuilder(safe(times.job().name()))
                .append(", ")
                .append(RunWords.word(times.job()));
        if (kept) {
            return words.append(", kept from an earlier attempt").toString();
        }
        boolean queues = status.isUnfinished() && status != RunStatus.WAITING;
        if ((times.ran() || queues) && !times.waited().isZero()) {
            words.append(", queued ").append(Durations.words(times.waited()));
        }
        if (times.ran()) {
            words.append(", ran ").append(Durations.words(times.took()));
        }
        if (usual != null) {
            words.append(", usually ").append(Durations.words(usual));
        }
        return words.append(critical ? ", on the critical path" : "").toString();
    }

    static String group(JobGroups.Members group, String took, boolean critical, boolean folded) {
        return safe(group.name()) + ", " + Numbers.counted(group.counting().size(), "job", "jobs") + ": "
                + group.tally()
                + (took.isEmpty() ? "" : ", " + took + " from first to last") + (critical
                        ? ", on the critical path"
                        : "")
                + (folded ? ", folded" : ", unfolded");
    }

    static String safe(String name) {
        return SafeText.line(name, LONGEST);
    }
}
