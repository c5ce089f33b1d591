package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final ObjectStore store = new ObjectStore(now::get, random, 100);
    private final EventLog log = new EventLog(store, now::get, random);
    private final ObjectNode pod = Fields.object("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":"
            + "{\"name\":\"web-1\",\"namespace\":\"shop\",\"uid\":\"u1\",\"resourceVersion\":\"7\"}}");

    @Test
    void writesAnEventAboutAnObject() {
        log.warning(pod, "kubelet", "BackOff", "Back-off restarting");

        ObjectNode event = events().get(0);
        assertThat(Fields.name(event)).startsWith("web-1.");
        assertThat(Fields.namespace(event)).isEqualTo("shop");
        assertThat(Fields.text(event, "involvedObject", "uid")).isEqualTo("u1");
        assertThat(Fields.text(event, "involvedObject", "kind")).isEqualTo("Pod");
        assertThat(Fields.text(event, "type")).isEqualTo("Warning");
        assertThat(Fields.text(event, "source", "component")).isEqualTo("kubelet");
        assertThat(event.path("count").asInt()).isEqualTo(1);
    }

    @Test
    void countsWhatRepeats() {
        log.normal(pod, "kubelet", "Started", "Started container web");
        now.set(now.get().plusSeconds(60));
        log.normal(pod, "kubelet", "Started", "Started container web");
        log.normal(pod, "kubelet", "Started", "Started container proxy");

        assertThat(events()).hasSize(2);
        ObjectNode repeated =
                events().stream().filter(event -> event.path("count").asInt() == 2).findFirst().orElseThrow();
        assertThat(Fields.text(repeated, "firstTimestamp")).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(Fields.text(repeated, "lastTimestamp")).isEqualTo("2026-11-20T10:01:00Z");
    }

    @Test
    void forgetsAfterAnHourAndThenStartsToCountAnew() {
        log.normal(pod, "kubelet", "Started", "Started container web");
        now.set(now.get().plus(Duration.ofMinutes(61)));
        log.forgetOld();
        assertThat(events()).isEmpty();

        log.normal(pod, "kubelet", "Started", "Started container web");
        assertThat(events().get(0).path("count").asInt()).isEqualTo(1);
    }

    @Test
    void forgetsWhatAClientWroteWithATimeThatIsNone() {
        ObjectNode event = Fields.object("{\"metadata\":{\"namespace\":\"shop\",\"name\":\"odd\"},"
                + "\"lastTimestamp\":\"some day\"}");
        store.create(ResourceKinds.EVENTS, event, Commit.STORE);
        log.forgetOld();
        assertThat(events()).hasSize(1);

        now.set(now.get().plus(Duration.ofMinutes(61)));
        log.forgetOld();
        assertThat(events()).isEmpty();
    }

    @Test
    void writesAnewWhatSomeoneDeleted() {
        log.normal(pod, "kubelet", "Started", "Started container web");
        store.delete(ObjectKey.of(ResourceKinds.EVENTS, events().get(0)), Commit.STORE, same -> {});
        log.normal(pod, "kubelet", "Started", "Started container web");

        assertThat(events()).singleElement().satisfies(
                event -> assertThat(event.path("count").asInt()).isEqualTo(1));
    }

    private List<ObjectNode> events() {
        return store.list(ResourceKinds.EVENTS, "shop").items();
    }
}
