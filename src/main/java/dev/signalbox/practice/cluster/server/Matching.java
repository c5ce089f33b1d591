package dev.signalbox.practice.cluster.server;

import dev.signalbox.practice.cluster.objects.Refusal;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKind.Generation;
import dev.signalbox.practice.cluster.objects.ResourceKind.Scope;
import java.util.List;

/// The rules for `resourceVersionMatch`, which says how a `resourceVersion` is meant.
final class Matching {

    static final String NOT_OLDER = "NotOlderThan";
    static final String EXACT = "Exact";

    private static final ResourceKind OPTIONS = new ResourceKind("meta.k8s.io", "v1", "", "ListOptions", List.of(),
            List.of(), Scope.CLUSTER, Generation.ABSENT);

    private Matching() {}

    /// @throws Refusal 422 for a combination that the server forbids
    static void check(ApiRequest request) {
        String match = request.query("resourceVersionMatch");
        if (request.asks("watch")) {
            checkWatch(request, match);
            return;
        }
        if (request.asks("sendInitialEvents")) {
            throw forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list");
        }
        if (match.isEmpty()) {
            return;
        }
        if (!request.query("continue").isEmpty()) {
            throw forbidden("resourceVersionMatch", "resourceVersionMatch is forbidden when continue is provided");
        }
        if (request.query("resourceVersion").isEmpty()) {
            throw forbidden("resourceVersionMatch",
                    "resourceVersionMatch is forbidden unless resourceVersion is provided");
        }
        known(match, List.of(EXACT, NOT_OLDER));
        if (match.equals(EXACT) && request.version() == 0) {
            throw forbidden("resourceVersionMatch",
                    "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
        }
    }

    private static void checkWatch(ApiRequest request, String match) {
        if (!request.query("sendInitialEvents").isEmpty()) {
            if (match.isEmpty()) {
                throw forbidden("resourceVersionMatch",
                        "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
            }
            known(match, List.of(NOT_OLDER));
        } else if (!match.isEmpty()) {
            throw forbidden("resourceVersionMatch",
                    "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
        }
    }

    private static void known(String match, List<String> supported) {
        if (!supported.contains(match)) {
            throw Refusal.invalid(OPTIONS, "", "resourceVersionMatch", "FieldValueNotSupported",
                    "Unsupported value: \"" + match + "\": supported values: \"" + String.join("\", \"", supported)
                            + "\"");
        }
    }

    private static Refusal forbidden(String field, String why) {
        return Refusal.invalid(OPTIONS, "", field, "FieldValueForbidden", "Forbidden: " + why);
    }
}
