package dev.signalbox.ui.board;

import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import java.util.ArrayList;
import java.util.List;

/// What can be done to a workload beside rolling it back. A button that may not be pressed stays, with the reason.
final class WorkloadOffers {

    private WorkloadOffers() {}

    static List<DrawerRow.Offer> of(Workload w, ConsoleState state) {
        List<DrawerRow.Offer> offers = new ArrayList<>();
        String patch = denial(w, ClusterVerb.PATCH_WORKLOAD, state);
        offers.add(offer(
                "restart", "Restart", w.paused() ? "A paused rollout cannot be restarted; resume it first." : patch,
                "Replaces all pods one by one with the same version.",
                new Intent.RestartWorkload(w.key(), w.uid(), w.generation())));
        if (w.key().kind() == WorkloadKind.DEPLOYMENT) {
            offers.add(w.paused()
                    ? offer("resume", "Resume", patch, "Lets the rollout go on.",
                            new Intent.ResumeRollout(w.key(), w.uid(), w.generation()))
                    : offer("pause", "Pause", patch, "Holds the rollout where it is.",
                            new Intent.PauseRollout(w.key(), w.uid(), w.generation())));
        }
        if (w.key().kind() != WorkloadKind.DAEMON_SET) {
            String scale = denial(w, ClusterVerb.SCALE_WORKLOAD, state);
            int pods = w.replicas().desired();
            offers.add(offer("scale-up", "Add a pod", scale, "Scales from " + pods + " to " + (pods + 1) + " pods.",
                    new Intent.ScaleWorkload(w.key(), w.uid(), w.generation(), pods, pods + 1)));
            offers.add(offer("scale-down", "Remove a pod",
                    pods == 0 ? "There is no pod to remove." : scale,
                    "Scales from " + pods + " to " + Math.max(0, pods - 1) + " pods.",
                    new Intent.ScaleWorkload(w.key(), w.uid(), w.generation(), pods, Math.max(0, pods - 1))));
        }
        return List.copyOf(offers);
    }

    private static DrawerRow.Offer offer(String id, String words, String denial, String does, Intent intent) {
        return new DrawerRow.Offer(id, words, denial.isEmpty() ? does : denial, denial.isEmpty(), intent);
    }

    /// Why our account may not do it; empty when it may, or when the cluster has not said yet.
    static String denial(Workload w, ClusterVerb verb, ConsoleState state) {
        if (!state.journalProblem().isEmpty()) {
            return "Nothing can be sent while the journal does not work: " + state.journalProblem();
        }
        var reading = state.permits().get(PermitKey.of(w.key(), verb));
        Permit permit = reading == null ? null : reading.value();
        if (permit == null || permit.allowed()) {
            return "";
        }
        if (permit.isHeld()) {
            return SafeText.line(permit.reason() + " " + permit.advice());
        }
        String reason = permit.reason().isBlank() ? "" : ": " + SafeText.line(permit.reason());
        return "You may not do this in " + SafeText.line(w.key().namespace()) + reason;
    }
}
