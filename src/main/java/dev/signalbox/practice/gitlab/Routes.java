package dev.signalbox.practice.gitlab;

import dev.signalbox.practice.http.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which endpoint answers which path below the API's base. A placeholder `{name}` takes one segment, which may hold
/// encoded slashes; `{name...}` all that follow. `~` stands for a project.
final class Routes {

    private final List<Route> routes = new ArrayList<>();

    /// Answers one kind of request.
    interface Endpoint {
        Answer answer(Call call);
    }

    private record Route(String method, PathPattern pattern, Endpoint endpoint) {}

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
        routes.add(new Route(method, PathPattern.of(full), endpoint));
    }

    Optional<Match> find(String method, List<String> segments) {
        for (Route route : routes) {
            if (route.method().equals(method)) {
                Optional<Map<String, String>> path = route.pattern().match(segments);
                if (path.isPresent()) {
                    return Optional.of(new Match(route.endpoint(), path.get()));
                }
            }
        }
        return Optional.empty();
    }

    /// Whether another method would have been answered.
    boolean knows(List<String> segments) {
        return routes.stream().anyMatch(route -> route.pattern().match(segments).isPresent());
    }
}
