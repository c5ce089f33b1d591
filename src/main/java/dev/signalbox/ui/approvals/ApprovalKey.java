package dev.signalbox.ui.approvals;

import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.RunId;

/// One decision that waits: a run before one gate.
record ApprovalKey(RunId run, Gate gate) {}
