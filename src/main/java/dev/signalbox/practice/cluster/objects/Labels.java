package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/// The rules for what may be written beside an object: labels, which are selected by, and annotations.
final class Labels {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");
    private static final String QUALIFIED =
            "name part must consist of alphanumeric characters, '-', '_' or '.', and must"
                    + " start and end with an alphanumeric character";
    private static final String VALUE = "a valid label must be an empty string or consist of alphanumeric characters,"
            + " '-', '_' or '.', and must start and end with an alphanumeric character";

    private Labels() {}

    /// @param where the field that holds `labels` and `annotations`, for example `metadata`
    static void check(ResourceKind kind, String name, String where, JsonNode metadata) {
        for (Map.Entry<String, JsonNode> label : metadata.path("labels").properties()) {
            checkText(kind, where + ".labels", label);
            checkKey(kind, name, where + ".labels", label.getKey());
            String value = label.getValue().asText("");
            if (!value.isEmpty() && !NAME.matcher(value).matches()) {
                throw invalid(kind, name, where + ".labels", value, VALUE);
            }
        }
        for (Map.Entry<String, JsonNode> annotation : metadata.path("annotations").properties()) {
            checkText(kind, where + ".annotations", annotation);
            checkKey(kind, name, where + ".annotations", annotation.getKey());
        }
    }

    private static void checkKey(ResourceKind kind, String name, String field, String key) {
        String[] parts = key.split("/", -1);
        boolean prefixed = parts.length == 2 && PREFIX.matcher(parts[0]).matches();
        if (!prefixed && parts.length != 1 || !NAME.matcher(parts[parts.length - 1]).matches()) {
            throw invalid(kind, name, field, key, QUALIFIED);
        }
    }

    private static void checkText(ResourceKind kind, String field, Map.Entry<String, JsonNode> entry) {
        if (!entry.getValue().isTextual() && !entry.getValue().isNull()) {
            throw Refusal.badRequest(kind.kind() + " in version \"" + kind.version() + "\" cannot be handled as a "
                    + kind.kind() + ": json: cannot unmarshal " + (entry.getValue().isNumber() ? "number" : "value")
                    + " into Go struct field ObjectMeta." + field + " of type string");
        }
    }

    private static Refusal invalid(ResourceKind kind, String name, String field, String value, String rule) {
        return Refusal.invalid(kind, name, field, "FieldValueInvalid", "Invalid value: \"" + value + "\": " + rule);
    }
}
