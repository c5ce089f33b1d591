package dev.signalbox.ui.plan;

import dev.signalbox.domain.plan.Intent;

/// Where screens bring what a person wants: it is prepared, shown on the confirmation sheet and, once confirmed, run.
@FunctionalInterface
public interface Proposals {

    void propose(Intent intent);
}
