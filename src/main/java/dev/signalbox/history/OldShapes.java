package dev.signalbox.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// Turns records of earlier versions into today's shape, in place. A decision was once about numbers of environments
/// alone (`environments: [5]`) and knew no rules; those numbers are gates of the kind `environment` now. What is
/// expected of a step once did not say what was there before: of those, that is not known.
final class OldShapes {

    private static final String OLD = "environments";
    private static final String NEW = "gates";
    private static final String BEFORE = "before";
    private static final Set<String> COMPARED =
            Set.of("reviewListed", "restartMarked", "pausedIs", "replicasAre");

    private OldShapes() {}

    /// @param record an action, or anything else: what is no old decision stays as it is
    static JsonNode renewed(JsonNode record) {
        if (record.path("plan") instanceof ObjectNode plan) {
            renew(plan.path("intent"), "reviewDeployment");
            renew(plan.path("undo").path("intent"), "reviewDeployment");
            plan.path("preconditions").forEach(each -> renew(each, "awaitsReview"));
            plan.path("steps").forEach(each -> complete(each.path("verifies")));
        }
        return record;
    }

    private static void complete(JsonNode node) {
        if (node instanceof ObjectNode expected
                && COMPARED.contains(expected.path("kind").asText())
                && !expected.has(BEFORE)) {
            expected.putNull(BEFORE);
        }
    }

    private static void renew(JsonNode node, String kind) {
        if (node instanceof ObjectNode decision
                && kind.equals(decision.path("kind").asText())
                && !decision.has(NEW)
                && decision.get(OLD) instanceof ArrayNode numbers
                && numbers.valueStream().allMatch(JsonNode::isIntegralNumber)) {
            ArrayNode gates = decision.putArray(NEW);
            for (JsonNode number : numbers) {
                gates.addObject().put("kind", "environment").set("number", number);
            }
            decision.remove(OLD);
            decision.putNull("represented");
        }
    }
}
