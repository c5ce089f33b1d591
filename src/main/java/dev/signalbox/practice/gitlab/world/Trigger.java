package dev.signalbox.practice.gitlab.world;

import java.util.Map;

/// What started a pipeline.
///
/// @param source as on the wire: `push`, `api`, `web`, `parent_pipeline` …
/// @param ref short name of the branch or tag
/// @param inputs values for `spec:inputs`, defaults filled in
public record Trigger(String source, String ref, Map<String, String> inputs, Map<String, String> variables) {

    /// Copies the maps.
    public Trigger {
        inputs = Map.copyOf(inputs);
        variables = Map.copyOf(variables);
    }

    /// The value of an input; empty when it has none.
    public String input(String name) {
        return inputs.getOrDefault(name, "");
    }

    /// Whether a merge request started it.
    boolean isReview() {
        return source.equals("merge_request_event");
    }

    /// Whether it asks for this environment.
    boolean into(String environment) {
        return !source.equals("push") && !isReview() && input("environment").equals(environment);
    }
}
