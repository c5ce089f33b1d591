package dev.signalbox.practice.cluster.server;

import dev.signalbox.practice.cluster.objects.Refusal;
import java.io.IOException;

/// Sends a request about objects to the part that answers it, after the access rules agreed.
record ObjectEndpoints(AccessRules access, ReadEndpoint reads, WatchEndpoint watches, WriteEndpoint writes,
        ScaleEndpoint scales, LogEndpoint logs) {

    void answer(ApiRequest request, ApiPath path) throws IOException {
        String verb = verb(request, path);
        access.check(verb, path);
        boolean known = path.subresource().isEmpty() || path.kind().subresources().contains(path.subresource());
        if (!known) {
            throw Refusal.noSuchPath();
        }
        switch (path.subresource()) {
            case "scale" -> scale(request, path, verb);
            case "log" -> {
                only(verb, "get");
                logs.read(request, path);
            }
            default -> object(request, path, verb);
        }
    }

    private void object(ApiRequest request, ApiPath path, String verb) throws IOException {
        switch (verb) {
            case "get" -> reads.get(request, path);
            case "list" -> reads.list(request, path);
            case "watch" -> watches.watch(request, path);
            case "create" -> writes.create(request, path);
            case "update" -> writes.replace(request, path);
            case "patch" -> writes.patch(request, path);
            case "delete" -> writes.delete(request, path);
            default -> throw Refusal.methodNotAllowed();
        }
    }

    private void scale(ApiRequest request, ApiPath path, String verb) throws IOException {
        switch (verb) {
            case "get" -> scales.get(request, path);
            case "patch" -> scales.patch(request, path);
            case "update" -> scales.replace(request, path);
            default -> throw Refusal.methodNotAllowed();
        }
    }

    private static String verb(ApiRequest request, ApiPath path) {
        boolean one = !path.name().isEmpty();
        return switch (request.method()) {
            case "GET" -> request.asks("watch") && path.subresource().isEmpty() ? "watch" : one ? "get" : "list";
            // An object of a namespace is created in one, never next to all of them.
            case "POST" -> {
                boolean nowhere = path.kind().isNamespaced() && path.namespace().isEmpty();
                // What is behind an object, such as `pods/exec`, is created whether or not it is here.
                yield nowhere || one && path.subresource().isEmpty() ? nothing() : "create";
            }
            case "PUT" -> one ? "update" : nothing();
            case "PATCH" -> one ? "patch" : nothing();
            case "DELETE" -> one ? "delete" : "deletecollection";
            default -> nothing();
        };
    }

    private static String nothing() {
        throw Refusal.methodNotAllowed();
    }

    private static void only(String verb, String allowed) {
        if (!verb.equals(allowed)) {
            throw Refusal.methodNotAllowed();
        }
    }
}
