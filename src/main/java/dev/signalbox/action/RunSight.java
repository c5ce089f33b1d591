package dev.signalbox.action;

import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;

/// A run read anew for a plan, and still the attempt that the screen showed.
record RunSight(CiProvider ci, Run run) {

    static RunSight of(Outside outside, RunId id, int attempt) throws RemoteFailure, Refusal {
        CiProvider ci = outside.provider(id.repository().connection());
        Run run = ci.runs().one(id);
        if (run.attempt() != attempt) {
            throw new Refusal(
                    name(run) + " is at attempt " + run.attempt() + " by now; the screen showed attempt " + attempt
                            + " (started by " + Words.name(run.triggeredBy()) + ").",
                    "Look at the " + outside.words(id.repository().connection()).run() + " anew.");
        }
        return new RunSight(ci, run);
    }

    String name() {
        return name(run);
    }

    CiWords words() {
        return CiWords.of(ci.kind());
    }

    String repository() {
        return Words.name(run.id().repository().fullName());
    }

    static String name(Run run) {
        return Words.name(run.workflowName()) + " #" + run.number();
    }
}
