package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Writes core/v1 Events, counting repeated ones, and forgets them after an hour as a cluster does.
final class EventLog {

    private static final Duration KEPT = Duration.ofHours(1);

    private final ObjectStore store;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, ObjectKey> known = new HashMap<>();

    EventLog(ObjectStore store, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    void normal(ObjectNode about, String component, String reason, String message) {
        write(about, component, "Normal", reason, message);
    }

    void warning(ObjectNode about, String component, String reason, String message) {
        write(about, component, "Warning", reason, message);
    }

    void forgetOld() {
        Instant limit = clock.instant().minus(KEPT);
        for (ObjectNode event : store.list(ResourceKinds.EVENTS, "").items()) {
            Instant last = Fields.time(event, "lastTimestamp");
            if (last.equals(Instant.EPOCH)) {
                last = Fields.time(event, "metadata", "creationTimestamp");
            }
            if (last.isBefore(limit)) {
                store.delete(ObjectKey.of(ResourceKinds.EVENTS, event), Commit.STORE, same -> {});
            }
        }
        known.values().removeIf(key -> store.find(key).isEmpty());
    }

    private void write(ObjectNode about, String component, String type, String reason, String message) {
        String same = String.join("\n", Fields.uid(about), component, type, reason, message);
        ObjectKey repeated = known.get(same);
        String now = Fields.time(clock.instant());
        if (repeated != null && store.find(repeated).isPresent()) {
            store.update(repeated, Commit.STORE, event -> {
                event.put("count", event.path("count").asInt() + 1).put("lastTimestamp", now);
                return event;
            });
            return;
        }
        ObjectNode event = Fields.newObject();
        Fields.child(event, "metadata").put("namespace", Fields.namespace(about)).put("name",
                Fields.name(about) + "." + Long.toHexString(random.nextLong(1L << 40, 1L << 52)));
        ObjectNode involved = event.putObject("involvedObject");
        involved.put("kind", about.path("kind").asText()).put("namespace", Fields.namespace(about));
        involved.put("name", Fields.name(about)).put("uid", Fields.uid(about));
        involved.put("apiVersion", about.path("apiVersion").asText());
        involved.put("resourceVersion", Fields.text(about, "metadata", "resourceVersion"));
        event.put("reason", reason).put("message", message).put("type", type).put("count", 1);
        event.putObject("source").put("component", component);
        event.put("firstTimestamp", now).put("lastTimestamp", now).putNull("eventTime");
        event.put("reportingComponent", component).put("reportingInstance", "");
        known.put(same, ObjectKey.of(ResourceKinds.EVENTS, store.create(ResourceKinds.EVENTS, event, Commit.STORE)));
    }
}
