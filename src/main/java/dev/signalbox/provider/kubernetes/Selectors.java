package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Label selectors as the query of a list.
final class Selectors {

    private Selectors() {}

    /// `?labelSelector=…` for the selector of a workload, expressions included; empty for an empty one.
    static String query(JsonNode selector) {
        List<String> parts = new ArrayList<>();
        Tree.texts(selector, "matchLabels").forEach((name, value) -> parts.add(name + "=" + value));
        for (JsonNode expression : selector.path("matchExpressions")) {
            String key = Tree.text(expression, "key");
            List<String> values = new ArrayList<>();
            expression.path("values").forEach(value -> values.add(value.asText()));
            String set = " (" + String.join(",", values) + ")";
            switch (Tree.text(expression, "operator").toLowerCase(Locale.ROOT)) {
                case "in" -> parts.add(key + " in" + set);
                case "notin" -> parts.add(key + " notin" + set);
                case "exists" -> parts.add(key);
                case "doesnotexist" -> parts.add("!" + key);
                default -> {
                    // An operator that we do not know would only narrow the list; owners are checked anyway.
                }
            }
        }
        return parts.isEmpty() ? "" : "?labelSelector=" + ApiPaths.query(String.join(",", parts));
    }
}
