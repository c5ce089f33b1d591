package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeletionsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final ObjectKey POD = new ObjectKey(ResourceKinds.PODS, "shop", "web-0");

    private final ObjectStore store = new ObjectStore(InstantSource.fixed(NOW), new SplittableRandom(3), 10);

    @Test
    void grantWhatTheSpecSaysOrHalfAMinute() {
        pod("{}");
        assertThat(until(Deletions.terminate(store, POD, NOW))).isEqualTo("2026-11-20T10:00:30Z 30");

        store.delete(POD, Commit.STORE, same -> {});
        pod("{'terminationGracePeriodSeconds':90}");
        assertThat(until(Deletions.terminate(store, POD, NOW))).isEqualTo("2026-11-20T10:01:30Z 90");
    }

    @Test
    void neverBeginAgain() {
        pod("{}");
        Deletions.terminate(store, POD, NOW);
        long version = store.version();

        assertThat(until(Deletions.terminate(store, POD, NOW.plusSeconds(20)))).isEqualTo("2026-11-20T10:00:30Z 30");
        assertThat(store.version()).isEqualTo(version);
    }

    @Test
    void canBeHurriedAndNotDelayed() {
        pod("{}");
        Deletions.terminate(store, POD, NOW);

        assertThat(until(terminate(60, Commit.STORE))).isEqualTo("2026-11-20T10:00:30Z 30");
        assertThat(until(terminate(5, Commit.STORE))).isEqualTo("2026-11-20T10:00:05Z 5");
        assertThat(until(terminate(30, Commit.STORE))).isEqualTo("2026-11-20T10:00:05Z 5");
    }

    @Test
    void canBeLookedAtBeforehand() {
        pod("{}");

        assertThat(until(terminate(5, Commit.DRY_RUN))).isEqualTo("2026-11-20T10:00:05Z 5");
        assertThat(Fields.isDeleting(store.get(POD))).isFalse();
    }

    @Test
    void needAPod() {
        assertThatThrownBy(() -> Deletions.terminate(store, POD, NOW)).hasMessage("pods \"web-0\" not found");
    }

    @Test
    void canLetGoOfWhatIsOwnedAndOfNothingElse() {
        ObjectNode owner = Fields.newObject();
        owner.putObject("metadata").put("namespace", "shop").put("name", "web").put("uid", "u-1");
        for (String name : new String[] {"mine", "shared", "foreign"}) {
            ObjectNode pod = Fields.newObject();
            pod.putObject("metadata").put("namespace", "shop").put("name", name);
            var references = Fields.child(pod, "metadata").putArray("ownerReferences");
            if (!name.equals("foreign")) {
                references.addObject().put("uid", "u-1");
            }
            if (!name.equals("mine")) {
                references.addObject().put("uid", "u-2");
            }
            store.create(ResourceKinds.PODS, pod, Commit.STORE);
        }
        long before = store.version();
        Deletions.orphan(store, owner);

        assertThat(owners("mine")).isEqualTo("[]");
        assertThat(owners("shared")).isEqualTo("[{\"uid\":\"u-2\"}]");
        assertThat(owners("foreign")).isEqualTo("[{\"uid\":\"u-2\"}]");
        assertThat(store.version()).isEqualTo(before + 2);
    }

    private String owners(String name) {
        return store.get(new ObjectKey(ResourceKinds.PODS, "shop", name)).at("/metadata/ownerReferences").toString();
    }

    private ObjectNode terminate(long seconds, Commit commit) {
        return Deletions.terminate(store, POD, NOW, OptionalLong.of(seconds), commit);
    }

    private static String until(ObjectNode pod) {
        return Fields.text(pod, "metadata", "deletionTimestamp") + " "
                + Fields.text(pod, "metadata", "deletionGracePeriodSeconds");
    }

    private void pod(String spec) {
        ObjectNode pod = Fields.newObject();
        pod.putObject("metadata").put("namespace", "shop").put("name", "web-0");
        pod.set("spec", Fields.object(spec.replace('\'', '"')));
        store.create(ResourceKinds.PODS, pod, Commit.STORE);
    }
}
