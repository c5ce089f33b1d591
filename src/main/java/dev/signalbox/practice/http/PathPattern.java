package dev.signalbox.practice.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which paths an endpoint answers. A placeholder `{name}` takes one segment, `{name...}` all that follow.
public record PathPattern(List<String> parts) {

    /// The pattern that is written like this, with a slash in front.
    public static PathPattern of(String written) {
        return new PathPattern(List.of(written.substring(1).split("/", -1)));
    }

    /// The values of the placeholders; empty when the path is another one.
    ///
    /// @param segments decoded
    public Optional<Map<String, String>> match(List<String> segments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (i >= segments.size()) {
                return Optional.empty();
            }
            if (part.endsWith("...}")) {
                values.put(
                        part.substring(1, part.length() - 4), String.join("/", segments.subList(i, segments.size())));
                return Optional.of(values);
            }
            if (part.startsWith("{")) {
                values.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!part.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return parts.size() == segments.size() ? Optional.of(values) : Optional.empty();
    }
}
