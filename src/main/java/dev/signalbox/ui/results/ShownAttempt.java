package dev.signalbox.ui.results;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.AttemptKey;
import dev.signalbox.domain.ci.AttemptTimes;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.state.ConsoleState;
import java.util.Objects;
import java.util.stream.IntStream;

/// The attempt of a run that is on the screen.
///
/// @param latest the run as of its newest attempt
/// @param number of the attempt that is shown
/// @param conclusion how that attempt ended; `UNKNOWN` while it was not read
/// @param times when the attempts began, as far as it is known
/// @param hasOwnReport whether the provider keeps a report of tests itself
record ShownAttempt(Run latest, int number, Conclusion conclusion, AttemptTimes times, boolean hasOwnReport) {

    static ShownAttempt of(ConsoleState state, Run latest, int number) {
        int shown = Math.clamp(number, 1, Math.max(1, latest.attempt()));
        var read = IntStream.range(1, latest.attempt())
                .mapToObj(n -> state.attempts().get(new AttemptKey(latest.id(), n)))
                .filter(Objects::nonNull)
                .map(Reading::value)
                .filter(Objects::nonNull)
                .toList();
        Conclusion conclusion = shown == latest.attempt()
                ? latest.conclusion()
                : read.stream().filter(run -> run.attempt() == shown).map(Run::conclusion).findFirst()
                        .orElse(Conclusion.UNKNOWN);
        return new ShownAttempt(latest, shown, conclusion, AttemptTimes.of(latest, read),
                state.whyNot(latest.id().repository().connection(), CiAbility.TEST_REPORT).isEmpty());
    }

    /// Whether there is more to say than which run it is.
    boolean isOneOfMany() {
        return latest.attempt() > 1;
    }

    /// Whether it has not ended: only the newest one may go on.
    boolean isUnfinished() {
        return number == latest.attempt() && latest.status().isUnfinished();
    }

    boolean isBad() {
        return conclusion == Conclusion.FAILURE || conclusion == Conclusion.TIMED_OUT;
    }
}
