package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A request whose token was good.
///
/// @param path the decoded values of the route's placeholders
/// @param query decoded parameters; one that comes several times, or as `name[]`, has several values
/// @param rawPath the path as the caller wrote it
/// @param body the parsed body; a missing node when there was none
record Call(
        String method,
        Map<String, String> path,
        Map<String, List<String>> query,
        String rawPath,
        JsonNode body,
        Token token,
        Instant now,
        Links links) {

    String at(String placeholder) {
        return path.getOrDefault(placeholder, "");
    }

    /// The last value of a parameter; empty when it was not asked for.
    String asked(String parameter) {
        List<String> values = query.getOrDefault(parameter, List.of());
        return values.isEmpty() ? "" : values.getLast();
    }

    /// All values of a parameter.
    List<String> all(String parameter) {
        return query.getOrDefault(parameter, List.of());
    }

    boolean isAsked(String parameter, boolean otherwise) {
        String text = asked(parameter);
        return text.isEmpty() ? otherwise : text.equals("true") || text.equals("1");
    }

    /// A value of the body or, as GitLab takes it too, of the query.
    String said(String field) {
        JsonNode node = body.path(field);
        return node.isMissingNode() || node.isNull() ? asked(field) : node.asText();
    }
}
