package dev.signalbox.ui.approvals;

import dev.signalbox.domain.ci.RunId;

/// One decision that waits: a run before one environment.
record ApprovalKey(RunId run, long environment) {}
