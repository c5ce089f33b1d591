package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.cluster.objects.Fields;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What was said about images; every other image is healthy.
final class Behaviours {

    private final Map<String, PodBehaviour> byImage = new ConcurrentHashMap<>();

    void set(String image, PodBehaviour behaviour) {
        byImage.put(image, behaviour);
    }

    PodBehaviour of(String image) {
        return byImage.getOrDefault(image, PodBehaviour.HEALTHY);
    }

    /// The behaviour of a pod spec: that of its first container that is not healthy.
    PodBehaviour ofPod(JsonNode podSpec) {
        for (JsonNode container : podSpec.path("containers")) {
            PodBehaviour behaviour = of(Fields.text(container, "image"));
            if (behaviour != PodBehaviour.HEALTHY) {
                return behaviour;
            }
        }
        return PodBehaviour.HEALTHY;
    }
}
