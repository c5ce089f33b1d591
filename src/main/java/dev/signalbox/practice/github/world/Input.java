package dev.signalbox.practice.github.world;

import java.util.List;

/// An input that a workflow accepts when it is started by hand.
///
/// @param type `string`, `boolean`, `choice`, `number` or `environment`
/// @param fallback the default; empty when there is none
/// @param options the allowed values of a choice; empty for other types
public record Input(String name, String type, boolean required, String fallback, List<String> options) {

    /// Copies the options.
    public Input {
        options = List.copyOf(options);
    }
}
