package dev.signalbox.action;

import dev.signalbox.domain.cluster.LastChange;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Expectation.SpecBefore;
import dev.signalbox.port.RemoteFailure;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads whether a workload is as a change of ours leaves it, and whether that is our work.
final class WorkloadSight {

    private static final String UNTOLD = " It was changed since, and reading cannot tell whose work that is.";

    private final Outside outside;

    WorkloadSight(Outside outside) {
        this.outside = outside;
    }

    Verdict templateIs(Expectation.TemplateIs e, boolean answered) throws RemoteFailure {
        return same(e.workload(), e.uid(), workload -> {
            Optional<String> hash = workload.currentRevision().map(Revision::hash);
            if (workload.generation() <= e.beyond()) {
                return new Verdict.NotYet("The template is as it was.", true);
            }
            if (hash.isEmpty()) {
                return new Verdict.NotYet("The cluster does not tell yet which revision the template is.", false);
            }
            boolean onlyChange = workload.generation() == e.beyond() + 1;
            if (hash.get().equals(e.hash())) {
                if (!answered && onlyChange && isByOther(workload)) {
                    return new Verdict.Excluded(
                            "Somebody else did the same: changed" + Words.by(workload.lastChange()) + ".");
                }
                return new Verdict.Met("The template is that of " + Words.version(workload) + ".");
            }
            String words =
                    "It was changed" + Words.by(workload.lastChange()) + " and runs " + Words.version(workload) + ".";
            // One change since, and it was not ours: the server cannot have applied ours any more. After several nobody can say.
            return answered || onlyChange
                    ? new Verdict.Excluded(words)
                    : new Verdict.NotYet(words, false);
        });
    }

    /// The mark is nobody else's, so a template that carries it is our work however much was changed since.
    Verdict restartMarked(Expectation.RestartMarked e, boolean answered) throws RemoteFailure {
        return same(e.workload(), e.uid(), workload -> {
            if (workload.templateAnnotations().containsValue(e.mark())) {
                return new Verdict.Met("The pod template carries the mark.");
            }
            String words = "The pod template does not carry the mark.";
            return answered ? new Verdict.NotYet(words, true) : unanswered(workload, e.before(), false, words);
        });
    }

    Verdict pausedIs(Expectation.PausedIs e, boolean answered) throws RemoteFailure {
        return same(e.workload(), e.uid(), workload -> told(
                workload, e.before(), workload.paused() == e.paused(),
                workload.paused() ? "The rollout is held." : "The rollout is not held.", answered));
    }

    Verdict replicasAre(Expectation.ReplicasAre e, boolean answered) throws RemoteFailure {
        return same(e.workload(), e.uid(), workload -> {
            int wanted = workload.replicas().desired();
            return told(
                    workload, e.before(), wanted == e.replicas(),
                    "It wants " + wanted + (wanted == 1 ? " pod." : " pods."), answered);
        });
    }

    private static Verdict told(
            Workload workload, @Nullable SpecBefore before, boolean asWanted, String words, boolean answered) {
        if (answered) {
            return asWanted ? new Verdict.Met(words) : new Verdict.NotYet(words, true);
        }
        return unanswered(workload, before, asWanted, words);
    }

    /// Ours could only be the first change after the spec that it was made for. So one change since is ours or not, and
    /// of several nobody can say: others may have undone ours, or done the same.
    private static Verdict unanswered(
            Workload workload, @Nullable SpecBefore before, boolean asWanted, String words) {
        if (before != null && workload.generation() <= before.generation()) {
            return new Verdict.NotYet(words, true);
        }
        if (before == null || workload.generation() > before.generation() + 1) {
            return new Verdict.NotYet(words + UNTOLD, false);
        }
        LastChange last = workload.lastChange();
        // A change of the number of pods alone is often not signed: then the signature is still the one of before.
        boolean signed = last != null && !last.equals(before.lastChange());
        if (isByOther(workload)) {
            return new Verdict.Excluded(
                    "Somebody else was first" + (signed ? ": changed" + Words.by(last) : "") + ". " + words);
        }
        return asWanted && signed ? new Verdict.Met(words) : new Verdict.NotYet(words + UNTOLD, false);
    }

    private static boolean isByOther(Workload workload) {
        return workload.lastChange() != null && !workload.lastChange().manager().equals(WorkloadWarnings.OURS);
    }

    private Verdict same(WorkloadKey key, String uid, Function<Workload, Verdict> then)
            throws RemoteFailure {
        Workload workload = outside.cluster(key.cluster()).workloads().one(key);
        return workload.uid().equals(uid)
                ? then.apply(workload)
                : new Verdict.Excluded("It is another object now: it was deleted and made anew.");
    }
}
