package dev.signalbox.action;

import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Reads until it is known whether a request took effect, for a minute at most. Sends nothing.
final class Settlement {

    /// Together one minute: servers answer or give up within that time, so what has not happened then will not.
    private static final List<Duration> BACK_OFF =
            Stream.of(0, 1, 2, 4, 8, 15, 15, 15).map(Duration::ofSeconds).toList();

    private final Verifier verifier;
    private final Pause pause;

    Settlement(Verifier verifier, Pause pause) {
        this.verifier = verifier;
        this.pause = pause;
    }

    /// @param answered whether the server had said that it did it
    Settled settle(Expectation expectation, boolean answered) throws InterruptedException {
        String words = "Reading did not settle it.";
        boolean tells = false;
        for (Duration wait : BACK_OFF) {
            if (wait.isPositive()) {
                pause.lasting(wait);
            }
            try {
                Verdict verdict = verifier.read(expectation, answered);
                words = verdict.words();
                switch (verdict) {
                    case Verdict.Met met -> {
                        return new Settled(Outcome.MET, met);
                    }
                    case Verdict.Excluded excluded -> {
                        return new Settled(Outcome.EXCLUDED, excluded);
                    }
                    case Verdict.NotYet notYet -> tells = notYet.tells();
                }
            } catch (RemoteFailure e) {
                words = Words.of(e.problem());
                tells = false;
            }
        }
        return tells && !answered
                ? new Settled(Outcome.EXCLUDED, new Verdict.Excluded(words))
                : new Settled(Outcome.OPEN, new Verdict.NotYet(words, false));
    }

    /// What reading brought.
    record Settled(Outcome outcome, Verdict verdict) {}

    /// Whether it took effect.
    enum Outcome {
        MET,
        EXCLUDED,
        OPEN
    }
}
