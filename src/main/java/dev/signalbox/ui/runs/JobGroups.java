package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.ui.widget.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Jobs that belong together by their names: those of a matrix (`build (linux, 21)`) or of a called workflow
/// (`deploy / smoke test`). The provider tells no more about it than the name. Pure.
final class JobGroups {

    /// More jobs than this are folded at first, when nothing in them asks for attention.
    private static final int SHOWN_AT_FIRST = 6;

    private static final List<Mark> WORST_FIRST = List.of(
            Mark.BAD, Mark.WARNING, Mark.MOVING, Mark.WAITING, Mark.QUEUED, Mark.UNKNOWN, Mark.STOPPED, Mark.GOOD,
            Mark.IDLE);

    private JobGroups() {}

    /// The group that a job of this name may belong to; empty when it stands alone.
    static String groupOf(Job job) {
        return job.stage() == null ? groupOf(job.name()) : job.stage();
    }

    static String groupOf(String name) {
        int call = name.indexOf(" / ");
        if (call > 0) {
            return name.substring(0, call);
        }
        int matrix = name.indexOf(" (");
        return matrix > 0 && name.endsWith(")") ? name.substring(0, matrix) : "";
    }

    /// The name of a job below the line of its group.
    static String within(String name) {
        int call = name.indexOf(" / ");
        return call > 0 ? name.substring(call + 3) : name;
    }

    /// Jobs in their order, those of a group together at the place of its first. One job makes no group: it comes under
    /// an empty name, as one that stands alone.
    static List<Members> of(List<JobTimes> times) {
        Map<String, List<JobTimes>> byName = new LinkedHashMap<>();
        for (JobTimes each : times) {
            String group = groupOf(each.job());
            if (!group.isEmpty()) {
                byName.computeIfAbsent(group, name -> new ArrayList<>()).add(each);
            }
        }
        List<Members> all = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (JobTimes each : times) {
            String group = groupOf(each.job());
            List<JobTimes> members = byName.getOrDefault(group, List.of());
            if (members.size() < 2) {
                all.add(new Members("", List.of(each)));
            } else if (listed.add(group)) {
                all.add(new Members(group, List.copyOf(members)));
            }
        }
        return List.copyOf(all);
    }

    /// Jobs that belong together.
    ///
    /// @param name empty for a job that stands alone
    record Members(String name, List<JobTimes> jobs) {

        boolean isGroup() {
            return !name.isEmpty();
        }

        /// Those that were not tried again.
        List<JobTimes> counting() {
            return jobs.stream().filter(t -> !t.job().replaced()).toList();
        }

        /// The state that people must know of first.
        Mark worst() {
            return counting().stream()
                    .map(t -> RunWords.mark(t.job()))
                    .min(Comparator.comparingInt(WORST_FIRST::indexOf))
                    .orElse(Mark.UNKNOWN);
        }

        /// How many jobs stand how, the worst first: `1 failed, 3 passed`.
        String tally() {
            Map<String, Long> counts = new HashMap<>();
            Map<String, Mark> marks = new HashMap<>();
            for (JobTimes each : jobs) {
                String word = each.job().replaced() ? "tried again" : RunWords.word(each.job());
                counts.merge(word, 1L, Long::sum);
                marks.put(word, each.job().replaced() ? Mark.IDLE : RunWords.mark(each.job()));
            }
            return counts.entrySet().stream()
                    .sorted(Comparator.comparingInt(
                            (Map.Entry<String, Long> e) -> WORST_FIRST.indexOf(marks.get(e.getKey())))
                            .thenComparing(Map.Entry::getKey))
                    .map(e -> e.getValue() + " " + e.getKey())
                    .collect(Collectors.joining(", "));
        }

        /// Whether the jobs are hidden as long as nobody said otherwise.
        boolean foldedAtFirst() {
            return jobs.size() > SHOWN_AT_FIRST && jobs.stream().map(JobTimes::job).allMatch(Members::isCalm);
        }

        private static boolean isCalm(Job job) {
            return job.conclusion() == Conclusion.SUCCESS || job.conclusion() == Conclusion.SKIPPED || job.replaced();
        }
    }
}
