package dev.signalbox.practice.github;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which endpoint answers which path. A placeholder `{name}` takes one segment, `{name...}` all that follow.
final class Routes {

    private final List<Route> routes = new ArrayList<>();

    /// Answers one kind of request.
    interface Endpoint {
        Answer answer(Call call);
    }

    /// A route.
    ///
    /// @param permission what a fine-grained token needs, as the answer's header names it
    record Route(String method, List<String> pattern, String permission, Endpoint endpoint) {}

    /// A route with the values of its placeholders.
    record Match(Route route, Map<String, String> path) {}

    void get(String pattern, String permission, Endpoint endpoint) {
        add("GET", pattern, permission, endpoint);
    }

    void post(String pattern, String permission, Endpoint endpoint) {
        add("POST", pattern, permission, endpoint);
    }

    private void add(String method, String pattern, String permission, Endpoint endpoint) {
        String full = pattern.startsWith("~") ? "/repos/{owner}/{repo}" + pattern.substring(1) : pattern;
        routes.add(new Route(method, List.of(full.substring(1).split("/", -1)), permission, endpoint));
    }

    Optional<Match> find(String method, List<String> segments) {
        for (Route route : routes) {
            Map<String, String> path = route.method().equals(method) ? match(route.pattern(), segments) : null;
            if (path != null) {
                return Optional.of(new Match(route, path));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Map<String, String> match(List<String> pattern, List<String> segments) {
        Map<String, String> path = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String part = pattern.get(i);
            if (part.endsWith("...}") && i < segments.size()) {
                path.put(part.substring(1, part.length() - 4), String.join("/", segments.subList(i, segments.size())));
                return path;
            }
            if (i >= segments.size()) {
                return null;
            }
            if (part.startsWith("{")) {
                path.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!part.equals(segments.get(i))) {
                return null;
            }
        }
        return pattern.size() == segments.size() ? path : null;
    }
}
