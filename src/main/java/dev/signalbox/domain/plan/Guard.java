package dev.signalbox.domain.plan;

/// What the operator must do to confirm.
public sealed interface Guard {

    /// Press the button.
    record Press() implements Guard {}

    /// Type this name first; production asks for its environment's name.
    record TypeName(String name) implements Guard {}
}
