package dev.signalbox.domain.ci;

import java.util.List;

/// Whether a workflow's file at a ref lets people start it by hand, and what it asks them then. A workflow that asks for
/// nothing is not one that cannot be started.
public sealed interface ManualStart {

    /// What it asks for; empty where it cannot be started by hand.
    List<WorkflowInput> inputs();

    /// It can be started by hand.
    record Offered(List<WorkflowInput> inputs) implements ManualStart {}

    /// Its file does not say that people may start it.
    record NotOffered() implements ManualStart {

        @Override
        public List<WorkflowInput> inputs() {
            return List.of();
        }
    }
}
