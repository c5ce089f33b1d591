package dev.signalbox.ui.activity;

import dev.signalbox.domain.plan.ActionRecord.Phase;

/// Which actions are listed.
enum ActivityFilter {
    ALL("All"),
    IN_FLIGHT("In flight"),
    UNSETTLED("Unsettled"),
    FAILED("Failed"),
    DONE("Done");

    private final String title;

    ActivityFilter(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean accepts(Phase phase) {
        return switch (this) {
            case ALL -> true;
            case IN_FLIGHT -> !phase.isEnd();
            case UNSETTLED -> phase == Phase.UNKNOWN;
            case FAILED -> phase == Phase.FAILED || phase == Phase.STOPPED;
            case DONE -> phase == Phase.DONE || phase == Phase.CLOSED;
        };
    }
}
