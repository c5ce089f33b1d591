package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.runs.AttemptsCard.Choice;
import dev.signalbox.ui.runs.AttemptsCard.Difference;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Attempts of a run side by side. Pure.
final class AttemptRows {

    /// More attempts than this are not offered; the newest are.
    private static final int MOST = 12;

    /// A difference in time is worth a word from this on.
    private static final Duration NOTABLE = Duration.ofSeconds(10);

    private AttemptRows() {}

    /// @param beside the attempt to compare with; 0 for the one before
    static AttemptsCard of(ConsoleState state, Run latest, int shown, int beside, Instant now) {
        if (latest.attempt() < 2) {
            return AttemptsCard.ONE;
        }
        List<Choice> choices = new ArrayList<>();
        for (int number = Math.max(1, latest.attempt() - MOST + 1); number <= latest.attempt(); number++) {
            choices.add(choice(number, runOf(state, latest, number)));
        }
        boolean chosen = beside > 0 && beside <= latest.attempt() && beside != shown;
        int other = chosen ? beside : shown - 1;
        if (other < 1) {
            return new AttemptsCard(shown, 0, List.copyOf(choices), "", List.of());
        }
        int older = Math.min(shown, other);
        int newer = Math.max(shown, other);
        List<Job> before = state.run(latest.id()).jobsOf(older).value();
        List<Job> after = state.run(latest.id()).jobsOf(newer).value();
        if (before == null || after == null) {
            return new AttemptsCard(
                    shown, other, List.copyOf(choices), "Attempt " + other + " is being read…", List.of());
        }
        Run next = runOf(state, latest, older + 1);
        Run run = next == null ? runOf(state, latest, newer) : next;
        List<Pair> pairs = pairs(before, after, run == null ? null : run.startedAt());
        List<Difference> differences = differences(pairs, now);
        String which = other == older ? "Beside attempt " + older : "Attempt " + newer + " beside this one";
        return new AttemptsCard(
                shown, other, List.copyOf(choices), words(which, pairs, differences, now), differences);
    }

    /// The run as of an attempt, as far as it was read.
    static @Nullable Run runOf(ConsoleState state, Run latest, int number) {
        if (number == latest.attempt()) {
            return latest;
        }
        var read = state.attempts().get(new AttemptKey(latest.id(), number));
        return read == null ? null : read.value();
    }

    private static Choice choice(int number, @Nullable Run run) {
        if (run == null) {
            return new Choice(number, Mark.IDLE, "Attempt " + number);
        }
        return new Choice(
                number, RunWords.mark(run.status(), run.conclusion()),
                "Attempt " + number + ", " + RunWords.word(run.status(), run.conclusion()));
    }

    /// A job in both attempts.
    private record Pair(Job old, Job job) {

        boolean ranTwice() {
            return ran(old) && ran(job) && job.status() == RunStatus.COMPLETED;
        }
    }

    /// Jobs that ran in both attempts, by their names; what was kept from the earlier one is no news.
    private static List<Pair> pairs(List<Job> before, List<Job> after, @Nullable Instant since) {
        Map<String, Job> earlier = new HashMap<>();
        before.forEach(job -> earlier.put(job.name(), job));
        List<Pair> pairs = new ArrayList<>();
        for (Job job : after) {
            Job old = earlier.get(job.name());
            if (old != null && !isKept(job, since)) {
                pairs.add(new Pair(old, job));
            }
        }
        return pairs;
    }

    private static List<Difference> differences(List<Pair> pairs, Instant now) {
        List<Difference> found = new ArrayList<>();
        for (Pair pair : pairs) {
            String words = difference(pair, now);
            if (!words.isEmpty()) {
                Mark mark = RunWords.mark(pair.job().status(), pair.job().conclusion());
                found.add(new Difference(mark, SafeText.line(pair.job().name(), 100), words));
            }
        }
        return List.copyOf(found);
    }

    private static String difference(Pair pair, Instant now) {
        Job old = pair.old();
        Job job = pair.job();
        String then = RunWords.word(old.status(), old.conclusion());
        String today = RunWords.word(job.status(), job.conclusion());
        List<String> parts = new ArrayList<>();
        if (!then.equals(today)) {
            parts.add(then + " before, " + today + " now");
        } else if (job.conclusion().isBad()) {
            parts.add(today + " again");
        }
        String pace = pace(took(old, now), took(job, now));
        if (pair.ranTwice() && !pace.isEmpty()) {
            parts.add(pace);
        }
        return String.join(", ", parts);
    }

    private static String words(String which, List<Pair> pairs, List<Difference> found, Instant now) {
        long green = count(found, "failed before, passed now");
        long red = count(found, "passed before, failed now");
        long again = found.stream().filter(d -> d.words().contains(" again")).count();
        List<String> parts = new ArrayList<>();
        add(parts, green, "became green");
        add(parts, red, "became red");
        add(parts, again, "failed again");
        List<Pair> twice = pairs.stream().filter(Pair::ranTwice).toList();
        String pace = pace(
                total(twice.stream().map(Pair::old).toList(), now), total(twice.stream().map(Pair::job).toList(), now));
        if (!pace.isEmpty()) {
            parts.add(pace + " in all");
        }
        return which + ": "
                + (parts.isEmpty() ? "no difference worth a word." : String.join(", ", parts) + ".");
    }

    private static long count(List<Difference> found, String words) {
        return found.stream().filter(d -> d.words().startsWith(words)).count();
    }

    private static void add(List<String> parts, long count, String words) {
        if (count > 0) {
            parts.add(count + (count == 1 ? " job " : " jobs ") + words);
        }
    }

    private static String pace(Duration then, Duration today) {
        Duration more = today.minus(then);
        boolean notable = more.abs().compareTo(NOTABLE) >= 0 && more.abs().multipliedBy(10).compareTo(then) >= 0;
        return notable ? Durations.words(more.abs()) + (more.isNegative() ? " faster" : " slower") : "";
    }

    private static Duration total(List<Job> jobs, Instant now) {
        return jobs.stream().map(j -> took(j, now)).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration took(Job job, Instant now) {
        return JobTimes.of(List.of(job), now).stream()
                .filter(JobTimes::ran)
                .map(JobTimes::took)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static boolean ran(Job job) {
        return job.startedAt() != null && job.conclusion() != Conclusion.SKIPPED;
    }

    private static boolean isKept(Job job, @Nullable Instant since) {
        return since != null && job.completedAt() != null && job.completedAt().isBefore(since);
    }
}
