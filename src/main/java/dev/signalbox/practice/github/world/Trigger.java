package dev.signalbox.practice.github.world;

import java.util.Map;

/// What started a run.
///
/// @param event the event's name, such as `push` or `workflow_dispatch`
/// @param ref short name of the branch or tag
/// @param inputs values of a manual start, all as text; empty for other events
public record Trigger(String event, String ref, Map<String, String> inputs) {

    /// Copies the inputs.
    public Trigger {
        inputs = Map.copyOf(inputs);
    }

    /// The value of an input; empty when it was not given.
    public String input(String name) {
        return inputs.getOrDefault(name, "");
    }
}
