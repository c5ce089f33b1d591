package dev.signalbox.domain.ci;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When the attempts of a run began, as far as it is known. Providers file what a run leaves behind under the run and
/// not under the attempt; what was made after an attempt began and before the next one did is of that attempt.
///
/// @param newest number of the newest attempt
/// @param begins by attempt
public record AttemptTimes(int newest, Map<Integer, Instant> begins) {

    /// Copies the map.
    public AttemptTimes {
        begins = Map.copyOf(begins);
    }

    /// What a run tells of itself.
    ///
    /// @param latest the run as of its newest attempt
    /// @param earlier the run as of other attempts, as far as they were read
    public static AttemptTimes of(Run latest, Collection<Run> earlier) {
        Map<Integer, Instant> begins = new HashMap<>();
        earlier.forEach(run -> add(begins, run));
        add(begins, latest);
        return new AttemptTimes(latest.attempt(), begins);
    }

    private static void add(Map<Integer, Instant> begins, Run run) {
        Instant began = run.startedAt();
        if (began != null) {
            begins.put(run.attempt(), began);
        }
    }

    /// The attempts in which something may have been made; all of them when the time is not told.
    public Span at(@Nullable Instant made) {
        int first = 1;
        int last = newest;
        for (int attempt = 2; attempt <= newest && made != null; attempt++) {
            Instant began = begins.get(attempt);
            if (began != null && !made.isBefore(began)) {
                first = attempt;
            } else if (began != null) {
                last = Math.min(last, attempt - 1);
            }
        }
        return new Span(first, Math.max(first, last));
    }

    /// Attempts that something may be of, both ends included.
    public record Span(int first, int last) {

        /// Whether it can be told which attempt it was.
        public boolean isCertain() {
            return first == last;
        }

        /// Whether it may have been this attempt.
        public boolean holds(int attempt) {
            return first <= attempt && attempt <= last;
        }

        /// `attempt 2`, `attempt 1 or 2`, `one of attempts 1 to 4`.
        public String words() {
            return isCertain()
                    ? "attempt " + first
                    : last == first + 1
                            ? "attempt " + first + " or " + last
                            : "one of attempts " + first + " to " + last;
        }
    }
}
