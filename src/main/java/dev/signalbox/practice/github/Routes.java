package dev.signalbox.practice.github;

import dev.signalbox.practice.http.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    record Route(String method, PathPattern pattern, String permission, Endpoint endpoint) {}

    /// A route with the values of its placeholders.
    record Match(Route route, Map<String, String> path) {}

    void get(String pattern, String permission, Endpoint endpoint) {
        add("GET", pattern, permission, endpoint);
    }

    void post(String pattern, String permission, Endpoint endpoint) {
        add("POST", pattern, permission, endpoint);
    }

    void patch(String pattern, String permission, Endpoint endpoint) {
        add("PATCH", pattern, permission, endpoint);
    }

    void delete(String pattern, String permission, Endpoint endpoint) {
        add("DELETE", pattern, permission, endpoint);
    }

    private void add(String method, String pattern, String permission, Endpoint endpoint) {
        String full = pattern.startsWith("~") ? "/repos/{owner}/{repo}" + pattern.substring(1) : pattern;
        routes.add(new Route(method, PathPattern.of(full), permission, endpoint));
    }

    Optional<Match> find(String method, List<String> segments) {
        for (Route route : routes) {
            if (route.method().equals(method)) {
                Optional<Map<String, String>> path = route.pattern().match(segments);
                if (path.isPresent()) {
                    return Optional.of(new Match(route, path.get()));
                }
            }
        }
        return Optional.empty();
    }
}
