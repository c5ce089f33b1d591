package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;

/// The patch types that the practice cluster understands.
public enum PatchKind {
    JSON("application/json-patch+json"),
    MERGE("application/merge-patch+json"),
    STRATEGIC(
            "application/strategic-merge-patch+json");

    private final String mediaType;

    PatchKind(String mediaType) {
        this.mediaType = mediaType;
    }

    /// @throws Refusal 415 for any other type
    public static PatchKind of(String contentType) {
        String bare = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(bare)).findFirst()
                .orElseThrow(() -> Refusal.unsupportedMediaType(
                        "the body of the request was in an unknown format - accepted media types include:"
                                + " application/json-patch+json, application/merge-patch+json,"
                                + " application/strategic-merge-patch+json"));
    }

    /// The patched object; the given one stays as it is.
    public ObjectNode apply(ObjectNode object, JsonNode patch) {
        if (this != JSON && !patch.isObject()) {
            throw Refusal.badRequest("error decoding patch: json: cannot unmarshal into Go value of type"
                    + " map[string]interface {}");
        }
        JsonNode result = switch (this) {
            case JSON -> JsonPatch.apply(object, patch);
            case MERGE -> MergePatch.apply(object, patch);
            case STRATEGIC -> StrategicPatch.apply(object, (ObjectNode) patch);
        };
        if (result instanceof ObjectNode patched) {
            return patched;
        }
        throw Refusal.patchDoesNotApply();
    }
}
