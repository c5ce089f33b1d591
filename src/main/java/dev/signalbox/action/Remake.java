package dev.signalbox.action;

import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.RemoteFailure;
import java.util.Optional;

/// Makes the plan of a rollback anew when the workload's generation has moved but what the operator saw has not: an
/// autoscaler moves the generation with every change of the number of pods, most of all when a rollback is urgent.
final class Remake {

    private final Planner planner;

    Remake(Planner planner) {
        this.planner = planner;
    }

    /// The plan as it would be made now, if it leaves the same revision, goes to the same one and shows the same
    /// differences; nothing otherwise, and for every other intent.
    Optional<Plan> of(Plan plan) {
        if (!(plan.intent() instanceof Intent.RollBack)) {
            return Optional.empty();
        }
        try {
            Plan again = planner.prepare(plan.intent());
            boolean same = again.title().equals(plan.title())
                    && again.guard().equals(plan.guard())
                    && again.preview().equals(plan.preview())
                    && leaves(again).isPresent()
                    && leaves(again).equals(leaves(plan));
            return same ? Optional.of(PlanMaker.as(again, plan.id())) : Optional.empty();
        } catch (RemoteFailure | Refusal e) {
            return Optional.empty();
        }
    }

    private static Optional<String> leaves(Plan plan) {
        return plan.undo() instanceof Undo.ByIntent back && back.intent() instanceof Intent.RollBack left
                ? Optional.of(left.hash())
                : Optional.empty();
    }
}
