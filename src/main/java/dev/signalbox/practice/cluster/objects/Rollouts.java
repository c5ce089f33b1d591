package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The rules of the server about how a workload may roll out.
final class Rollouts {

    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,9}%");
    private static final Set<String> CHANGEABLE = Set.of("replicas", "ordinals", "template", "updateStrategy",
            "revisionHistoryLimit", "persistentVolumeClaimRetentionPolicy", "minReadySeconds");

    private Rollouts() {}

    /// The strategy of a Deployment.
    static void check(String name, JsonNode spec) {
        JsonNode rolling = spec.path("strategy").path("rollingUpdate");
        String type = Fields.text(spec, "strategy", "type");
        switch (type) {
            case "RollingUpdate" -> {
                share(name, "maxUnavailable", rolling);
                share(name, "maxSurge", rolling);
                if (isZero(rolling.path("maxUnavailable")) && isZero(rolling.path("maxSurge"))) {
                    throw invalid(name, "strategy.rollingUpdate.maxUnavailable", "FieldValueInvalid",
                            "Invalid value: " + rolling.path("maxUnavailable")
                                    + ": may not be 0 when `maxSurge` is 0");
                }
            }
            case "Recreate" -> {
                if (!rolling.isMissingNode() && !rolling.isNull()) {
                    throw invalid(name, "strategy.rollingUpdate", "FieldValueForbidden",
                            "Forbidden: may not be specified when strategy `type` is 'Recreate'");
                }
            }
            default -> throw invalid(name, "strategy.type", "FieldValueNotSupported", "Unsupported value: \"" + type
                    + "\": supported values: \"Recreate\", \"RollingUpdate\"");
        }
        int deadline = Fields.number(spec, 0, "progressDeadlineSeconds");
        if (deadline <= Fields.number(spec, 0, "minReadySeconds")) {
            throw invalid(name, "progressDeadlineSeconds", "FieldValueInvalid", "Invalid value: " + deadline
                    + ": must be greater than minReadySeconds");
        }
    }

    /// A StatefulSet keeps most of its spec for life.
    static void checkUpdate(String name, JsonNode previous, JsonNode next) {
        Set<String> fields = new TreeSet<>();
        previous.fieldNames().forEachRemaining(fields::add);
        next.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(CHANGEABLE);
        if (fields.stream().anyMatch(field -> !Fields.same(previous.path(field), next.path(field)))) {
            throw Refusal.invalid(ResourceKinds.STATEFUL_SETS, name, "spec", "FieldValueForbidden",
                    "Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template',"
                            + " 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and"
                            + " 'minReadySeconds' are forbidden");
        }
    }

    private static void share(String name, String field, JsonNode rolling) {
        JsonNode value = rolling.path(field);
        boolean percent = value.isTextual() && PERCENT.matcher(value.asText()).matches();
        if (!percent && !value.isIntegralNumber()) {
            throw invalid(name, "strategy.rollingUpdate." + field, "FieldValueInvalid", "Invalid value: " + value
                    + ": a valid percent string must be a numeric string followed by an ending '%'");
        }
        if (value.asInt(0) < 0) {
            throw invalid(name, "strategy.rollingUpdate." + field, "FieldValueInvalid", "Invalid value: " + value
                    + ": must be greater than or equal to 0");
        }
        if (percent && field.equals("maxUnavailable") && number(value) > 100) {
            throw invalid(name, "strategy.rollingUpdate." + field, "FieldValueInvalid", "Invalid value: " + value
                    + ": must not be greater than 100%");
        }
    }

    private static boolean isZero(JsonNode value) {
        return number(value) == 0;
    }

    private static int number(JsonNode value) {
        return value.isTextual() ? Integer.parseInt(value.asText().replace("%", "")) : value.asInt();
    }

    private static Refusal invalid(String name, String field, String reason, String message) {
        return Refusal.invalid(ResourceKinds.DEPLOYMENTS, name, "spec." + field, reason, message);
    }
}
