package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.Refusal;
import java.io.IOException;
import java.util.Base64;

/// Where the next page of a list begins. Opaque to clients.
///
/// @param after the namespace and name of the last object that was sent
record ContinueToken(long version, String after) {

    String text() {
        byte[] json =
                Fields.bytes(Fields.newObject().put("v", "meta.k8s.io/v1").put("rv", version).put("start", after));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /// @throws Refusal 400 when it is not one of ours
    static ContinueToken parse(String text) {
        try {
            JsonNode token = Fields.parse(Base64.getUrlDecoder().decode(text));
            if (token.path("rv").asLong() > 0 && token.path("start").isTextual()) {
                return new ContinueToken(token.path("rv").asLong(), token.path("start").asText());
            }
        } catch (IOException | IllegalArgumentException garbage) {
            throw Refusal.badRequest("continue key is not valid: it cannot be decoded");
        }
        throw Refusal.badRequest("continue key is not valid: incorrect encoded start resourceVersion");
    }
}
