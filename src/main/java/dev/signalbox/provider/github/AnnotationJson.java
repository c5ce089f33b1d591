package dev.signalbox.provider.github;

import dev.signalbox.provider.json.JsonFields;
import org.jspecify.annotations.Nullable;

/// An annotation of a check run on the wire.
record AnnotationJson(
        @Nullable String path,
        @Nullable Long startLine,
        @Nullable Long endLine,
        @Nullable String level,
        @Nullable String title,
        @Nullable String message) {

    static AnnotationJson of(JsonFields annotation) {
        return new AnnotationJson(
                annotation.words("path"),
                annotation.number("start_line"),
                annotation.number("end_line"),
                annotation.text("annotation_level"),
                annotation.words("title"),
                annotation.words("message"));
    }
}
