package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// When a job was queued, ran and ended.
///
/// @param queued when it could have begun
/// @param started when it began; equal to `ended` when it has not
/// @param ended when it ended, or now
/// @param ran whether a machine worked on it
record JobTimes(Job job, Instant queued, Instant started, Instant ended, boolean ran) {

    /// A job that begins this soon after another ended may have waited for it: servers stamp whole seconds.
    private static final Duration SLACK = Duration.ofSeconds(5);

    /// Times of the jobs that have any.
    static List<JobTimes> of(List<Job> jobs, Instant now) {
        return jobs.stream().flatMap(job -> of(job, now).stream()).toList();
    }

    private static Optional<JobTimes> of(Job job, Instant now) {
        Instant created = job.createdAt() != null ? job.createdAt() : job.startedAt();
        if (created == null) {
            return Optional.empty();
        }
        boolean over = job.status() == RunStatus.COMPLETED;
        Instant started = job.startedAt();
        boolean ran = started != null && job.conclusion() != Conclusion.SKIPPED
                && (over || job.status() == RunStatus.IN_PROGRESS);
        Instant end =
                over ? later(job.completedAt() == null ? created : job.completedAt(), created) : later(now, created);
        // A cancelled job that never got a machine has a start that means nothing.
        Instant begin = ran && started != null ? earlier(later(started, created), end) : end;
        return Optional.of(new JobTimes(job, created, begin, end, ran));
    }

    Duration waited() {
        return Duration.between(queued, started);
    }

    Duration took() {
        return Duration.between(started, ended);
    }

    /// The jobs that the end of the run waited for, found backwards from the job that ended last: before each comes the
    /// one whose end let it begin. The provider does not tell what a job needs, so this is read off the clock.
    static Set<Long> criticalPath(List<JobTimes> times) {
        Set<Long> path = new HashSet<>();
        List<JobTimes> left = new ArrayList<>(times.stream().filter(JobTimes::ran).toList());
        Optional<JobTimes> at = left.stream().max(Comparator.comparing(JobTimes::ended));
        while (at.isPresent()) {
            JobTimes job = at.get();
            path.add(job.job().number());
            left.remove(job);
            Instant limit = job.queued().plus(SLACK);
            at = left.stream()
                    .filter(j -> !j.ended().isAfter(limit) && j.queued().isBefore(job.queued()))
                    .max(Comparator.comparing(JobTimes::ended));
        }
        return path;
    }

    /// Part of the working time, in percent, in which at least two jobs ran.
    static int parallel(List<JobTimes> times) {
        List<Instant> edges = times.stream()
                .filter(JobTimes::ran)
                .flatMap(t -> Stream.of(t.started(), t.ended()))
                .distinct()
                .sorted()
                .toList();
        long busy = 0;
        long shared = 0;
        for (int i = 1; i < edges.size(); i++) {
            Instant from = edges.get(i - 1);
            Instant to = edges.get(i);
            long running = times.stream()
                    .filter(t -> t.ran() && !t.started().isAfter(from) && !t.ended().isBefore(to))
                    .count();
            long length = Duration.between(from, to).toMillis();
            busy += running > 0 ? length : 0;
            shared += running > 1 ? length : 0;
        }
        return busy == 0 ? 0 : (int) (shared * 100 / busy);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
