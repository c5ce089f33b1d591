package dev.signalbox.ui.words;

import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Usual;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a run does beside what is usual for its kind.
///
/// @param usually how long such runs take; empty when nothing is known
/// @param instead what this one does, in a few words (`about 3 m left`); empty when that is no news
/// @param late whether it takes notably longer than usual
/// @param expected when it should be over, while it goes on
public record RunPace(String usually, String instead, boolean late, @Nullable Instant expected) {

    /// Nothing to compare with.
    public static final RunPace UNKNOWN = new RunPace("", "", false, null);

    /// Less than this over what is usual is no news.
    private static final Duration SLACK = Duration.ofSeconds(30);

    /// @param usual of runs of its kind, as far as it is known
    public static RunPace of(Run run, @Nullable Usual usual, Instant now) {
        if (usual == null) {
            return UNKNOWN;
        }
        String usually = "usually " + Durations.words(usual.median());
        Instant start = run.startedAt();
        if (start == null || run.status() == RunStatus.WAITING || !run.status().isUnfinished()) {
            boolean over = run.status() == RunStatus.COMPLETED && !run.conclusion().isBad()
                    && isLate(run.durationAt(now), usual);
            return new RunPace(usually, over ? longer(run.durationAt(now), usual) : "", over, null);
        }
        Duration taken = run.durationAt(now);
        Instant expected = usual.expectedEnd(start);
        if (isLate(taken, usual)) {
            return new RunPace(usually, longer(taken, usual), true, expected);
        }
        Duration left = Duration.between(now, expected);
        return new RunPace(
                usually,
                left.toSeconds() < 5
                        ? "should be over any moment"
                        : "about " + Durations.brief(rounded(left)) + " left",
                false, expected);
    }

    /// Both together; empty when nothing is known.
    public String words() {
        return instead.isEmpty() ? usually : usually + ", " + instead;
    }

    /// To the nearest minute: two minutes less a second are no “1 m”.
    private static Duration rounded(Duration left) {
        return left.toSeconds() < 60 ? left : left.plusSeconds(30);
    }

    /// Longer than nine of ten before, and not by a trifle.
    private static boolean isLate(Duration taken, Usual usual) {
        return taken.compareTo(usual.ninetieth()) > 0 && taken.compareTo(usual.median().plus(SLACK)) > 0;
    }

    private static String longer(Duration taken, Usual usual) {
        return Durations.brief(taken.minus(usual.median())) + " longer than usual";
    }
}
