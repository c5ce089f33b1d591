package dev.signalbox.practice.gitlab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which endpoint answers which path below the API's base. A placeholder `{name}` takes one segment, which may hold
/// encoded slashes; `{name...}` all that follow. `~` stands for a project.
final class Routes {

    private final List<Route> routes = new ArrayList<>();

    /// Answers one kind of request.
    interface Endpoint {
        Answer answer(Call call);
    }

    private record Route(String method, List<String> pattern, Endpoint endpoint) {}

    /// An endpoint with the values of its placeholders.
    record Match(Endpoint endpoint, Map<String, String> path) {}

    void get(String pattern, Endpoint endpoint) {
        add("GET", pattern, endpoint);
    }

    void post(String pattern, Endpoint endpoint) {
        add("POST", pattern, endpoint);
    }

    private void add(String method, String pattern, Endpoint endpoint) {
        String full = pattern.startsWith("~") ? "/projects/{id}" + pattern.substring(1) : pattern;
        routes.add(new Route(method, List.of(full.substring(1).split("/", -1)), endpoint));
    }

    Optional<Match> find(String method, List<String> segments) {
        for (Route route : routes) {
            Map<String, String> path = route.method().equals(method) ? match(route.pattern(), segments) : null;
            if (path != null) {
                return Optional.of(new Match(route.endpoint(), path));
            }
        }
        return Optional.empty();
    }

    /// Whether another method would have been answered.
    boolean knows(List<String> segments) {
        return routes.stream().anyMatch(route -> match(route.pattern(), segments) != null);
    }

    private static @Nullable Map<String, String> match(List<String> pattern, List<String> segments) {
        Map<String, String> path = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String part = pattern.get(i);
            if (i >= segments.size()) {
                return null;
            }
            if (part.endsWith("...}")) {
                path.put(part.substring(1, part.length() - 4), String.join("/", segments.subList(i, segments.size())));
                return path;
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
