package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.cluster.objects.Fields;
import java.time.Instant;
import java.util.List;

/// Counts over pods, as every controller needs them.
///
/// @param active pods that are not going away
/// @param available ready for at least `minReadySeconds`
record PodReadiness(int active, int ready, int available, int terminating) {

    static PodReadiness of(List<? extends JsonNode> pods, int minReadySeconds, Instant now) {
        int active = 0;
        int ready = 0;
        int available = 0;
        int terminating = 0;
        for (JsonNode pod : pods) {
            if (Fields.isDeleting(pod)) {
                terminating++;
                continue;
            }
            active++;
            if (isReady(pod)) {
                ready++;
                available += isAvailable(pod, minReadySeconds, now) ? 1 : 0;
            }
        }
        return new PodReadiness(active, ready, available, terminating);
    }

    static boolean isReady(JsonNode pod) {
        return "True".equals(Conditions.find(pod.path("status"), "Ready").path("status").asText());
    }

    static boolean isAvailable(JsonNode pod, int minReadySeconds, Instant now) {
        Instant since = Fields.time(Conditions.find(pod.path("status"), "Ready"), "lastTransitionTime");
        return isReady(pod) && !since.plusSeconds(minReadySeconds).isAfter(now);
    }
}
