package dev.signalbox.action;

import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Remembers what was confirmed here: the same wish twice makes one change, and one target has one change at a time.
final class Confirmations {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Set<PlanId> seen = new HashSet<>();
    private final Map<String, Confirmed> byKey = new HashMap<>();
    private final Map<Object, Plan> underWay = new HashMap<>();

    /// Whether this very plan was not confirmed before.
    synchronized boolean isFirst(PlanId plan) {
        return seen.add(plan);
    }

    /// Lets the plan pass, or tells why it may not.
    synchronized Optional<String> claim(Plan plan, Instant now) {
        byKey.values().removeIf(c -> !c.underWay && c.at.plus(REMEMBERED).isBefore(now));
        Confirmed earlier = byKey.get(plan.key());
        if (earlier != null) {
            return Optional.of("Already confirmed " + Words.length(Duration.between(earlier.at, now)) + " ago: “"
                    + earlier.title + "” " + (earlier.underWay ? "is under way." : "was sent. It is not sent twice."));
        }
        Plan other = underWay.get(target(plan.intent()));
        if (other != null) {
            return Optional
                    .of("Another change here is being sent: “" + other.title() + "”. Wait for it, then look anew.");
        }
        byKey.put(plan.key(), new Confirmed(now, plan.title(), true));
        underWay.put(target(plan.intent()), plan);
        return Optional.empty();
    }

    /// The plan has taken effect or has not: the next change of its target may begin.
    synchronized void leave(Plan plan) {
        underWay.remove(target(plan.intent()), plan);
    }

    /// The plan is at its end. What was certainly not done may be confirmed again at once.
    synchronized void end(Plan plan, Phase phase) {
        leave(plan);
        Confirmed confirmed = byKey.remove(plan.key());
        if (confirmed != null && (phase == Phase.DONE || phase == Phase.UNKNOWN)) {
            byKey.put(plan.key(), new Confirmed(confirmed.at, confirmed.title, false));
        }
    }

    /// What only one action at a time may change. Dispatches of one workflow on one ref could not be told apart.
    private static Object target(Intent intent) {
        return switch (intent) {
            case Intent.OnWorkload i -> i.workload();
            case Intent.TriggerRun i -> List.of(i.repository(), i.workflow(), i.ref());
            case Intent.RerunRun i -> i.run();
            case Intent.CancelRun i -> i.run();
            case Intent.ReviewDeployment i -> i.run();
            case Intent.Redeploy i -> List.of(i.repository(), i.environment());
            case Intent.StopEnvironment i -> List.of(i.repository(), i.name());
            case Intent.ProposeTeamFile i -> i.place();
            case Intent.WithdrawProposal i -> i.place();
        };
    }

    private record Confirmed(Instant at, String title, boolean underWay) {}
}
