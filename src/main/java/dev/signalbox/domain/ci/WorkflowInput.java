package dev.signalbox.domain.ci;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An input that a workflow takes when it is started by hand.
///
/// @param options allowed values of a choice; empty otherwise
public record WorkflowInput(
        String name, String description, Type type, boolean required, @Nullable String preset, List<String> options) {

    /// How the value is entered.
    public enum Type {
        STRING,
        BOOLEAN,
        CHOICE,
        NUMBER,
        ENVIRONMENT
    }
}
