package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules of the server that a client of a release console can run into.
final class Validation {

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final int LONGEST_NAME = 253;
    private static final List<String> COUNTS = List.of("replicas", "progressDeadlineSeconds", "revisionHistoryLimit",
            "minReadySeconds");

    private Validation() {}

    static void check(ResourceKind kind, JsonNode object) {
        String name = Fields.name(object);
        if (name.isEmpty()) {
            throw Refusal.invalid(kind, name, "metadata.name", "FieldValueRequired",
                    "Required value: name or generateName is required");
        }
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw Refusal.invalid(kind, name, "metadata.name", "FieldValueInvalid", "Invalid value: \"" + name
                    + "\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
                    + " '.', and must start and end with an alphanumeric character");
        }
        Labels.check(kind, name, "metadata", object.path("metadata"));
        JsonNode spec = object.path("spec");
        for (String count : COUNTS) {
            JsonNode value = spec.path(count);
            if (!value.isMissingNode() && !value.isInt() && !value.isLong()) {
                throw Refusal.badRequest(kind.kind() + " in version \"" + kind.version()
                        + "\" cannot be handled as a " + kind.kind() + ": json: cannot unmarshal "
                        + (value.isTextual() ? "string" : "value") + " into Go struct field " + kind.kind()
                        + "Spec.spec." + count + " of type int32");
            }
            if (value.asLong(0) < 0) {
                throw Refusal.invalid(kind, name, "spec." + count, "FieldValueInvalid",
                        "Invalid value: " + value.asLong() + ": must be greater than or equal to 0");
            }
        }
        if (hasTemplate(kind)) {
            checkTemplate(kind, name, spec);
        }
        if (kind.equals(ResourceKinds.DEPLOYMENTS)) {
            Rollouts.check(name, spec);
        }
    }

    static void checkUpdate(ResourceKind kind, JsonNode previous, JsonNode next) {
        boolean fixedSelector = hasTemplate(kind)
                && !Fields.same(previous.path("spec").path("selector"), next.path("spec").path("selector"));
        if (fixedSelector) {
            throw Refusal.invalid(kind, Fields.name(next), "spec.selector", "FieldValueInvalid",
                    "Invalid value: field is immutable");
        }
        if (kind.equals(ResourceKinds.STATEFUL_SETS)) {
            Rollouts.checkUpdate(Fields.name(next), previous.path("spec"), next.path("spec"));
        }
    }

    private static void checkTemplate(ResourceKind kind, String name, JsonNode spec) {
        JsonNode labels = spec.path("template").path("metadata").path("labels");
        Labels.check(kind, name, "spec.template", spec.path("template").path("metadata"));
        if (spec.path("selector").isEmpty()) {
            throw Refusal.invalid(kind, name, "spec.selector", "FieldValueRequired", "Required value");
        }
        if (!LabelSelector.of(spec.path("selector")).matches(labels)) {
            throw Refusal.invalid(kind, name, "spec.template.metadata.labels", "FieldValueInvalid", "Invalid value: "
                    + labels + ": `selector` does not match template `labels`");
        }
        JsonNode containers = spec.path("template").path("spec").path("containers");
        if (containers.isEmpty()) {
            throw Refusal.invalid(kind, name, "spec.template.spec.containers", "FieldValueRequired", "Required value");
        }
        if (!"Always".equals(Fields.text(spec, "template", "spec", "restartPolicy"))) {
            throw Refusal.invalid(kind, name, "spec.template.spec.restartPolicy", "FieldValueNotSupported",
                    "Unsupported value: \"" + Fields.text(spec, "template", "spec", "restartPolicy")
                            + "\": supported values: \"Always\"");
        }
        Set<String> names = new HashSet<>();
        for (int index = 0; index < containers.size(); index++) {
            for (String field : List.of("name", "image")) {
                if (Fields.text(containers.path(index), field).isEmpty()) {
                    throw Refusal.invalid(kind, name, "spec.template.spec.containers[" + index + "]." + field,
                            "FieldValueRequired", "Required value");
                }
            }
            String container = Fields.text(containers.path(index), "name");
            if (!names.add(container)) {
                throw Refusal.invalid(kind, name, "spec.template.spec.containers[" + index + "].name",
                        "FieldValueDuplicate", "Duplicate value: \"" + container + "\"");
            }
        }
    }

    private static boolean hasTemplate(ResourceKind kind) {
        return kind.group().equals("apps") && !kind.equals(ResourceKinds.CONTROLLER_REVISIONS);
    }
}
