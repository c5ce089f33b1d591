package dev.signalbox.provider.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A part of a YAML document with the place where it stands, so that a complaint can name its line.
public sealed interface YamlNode {

    /// Line, counted from 1.
    int line();

    /// Column, counted from 1.
    int column();

    /// A mapping; keys are text, in the order of the document.
    record Mapping(Map<String, YamlNode> entries, int line, int column) implements YamlNode {

        /// The value of a key.
        public Optional<YamlNode> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }
    }

    /// A sequence.
    record Sequence(List<YamlNode> items, int line, int column) implements YamlNode {}

    /// Text, a number, a boolean or nothing, as written.
    ///
    /// @param text the text without quotes; empty for null
    /// @param isNull whether it is YAML's null
    /// @param quoted whether it was written as a string for certain
    record Scalar(String text, boolean isNull, boolean quoted, int line, int column) implements YamlNode {}

    /// What kind of thing stands here, in words.
    default String kind() {
        return switch (this) {
            case Mapping ignored -> "a mapping";
            case Sequence ignored -> "a list";
            case Scalar s -> s.isNull() ? "nothing" : "a value";
        };
    }
}
