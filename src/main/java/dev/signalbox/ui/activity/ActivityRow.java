package dev.signalbox.ui.activity;

import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.ui.widget.Mark;

/// An action in the list.
record ActivityRow(PlanId id, Mark mark, String title, String sub, String phase, String when, String words) {}
