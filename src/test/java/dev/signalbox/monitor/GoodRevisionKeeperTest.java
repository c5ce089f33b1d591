package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.testing.Examples.withReplicas;
import static dev.signalbox.testing.Examples.workload;
import static dev.signalbox.testing.Examples.workloadKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.cluster.GoodRevision;
import dev.signalbox.domain.cluster.Replicas;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.port.GoodRevisions;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoodRevisionKeeperTest {

    private final List<GoodRevision> kept = new ArrayList<>();
    private final Store store = new Store(new Reducer(), Runnable::run);
    private final GoodRevisionKeeper keeper = new GoodRevisionKeeper(
            new GoodRevisions() {
                @Override
                public void keep(GoodRevision revision) {
                    kept.add(revision);
                }

                @Override
                public List<GoodRevision> all() {
                    return List.of();
                }
            },
            store);
    private final Workload good = workload(workloadKey("production", "checkout"), "acme/checkout:v2", Map.of());

    @Test
    void countsFromTheMomentTheServerSaysTheRolloutWasComplete() {
        keeper.seen(good, NOON);

        assertThat(kept).singleElement().satisfies(g -> {
            assertThat(g.since()).isEqualTo(NOON.minusSeconds(600));
            assertThat(g.isProven()).isTrue();
            assertThat(g.version()).isEqualTo("v2");
        });
        assertThat(store.current().good().get(good.key())).isEqualTo(kept);
    }

    @Test
    void aRevisionSeenForTheFirstTimeIsNotProvenYet() {
        Workload unsaid = withReplicas(good, good.replicas());
        keeper.seen(unsaid, NOON);
        assertThat(kept.getLast().isProven()).isFalse();

        keeper.seen(unsaid, NOON.plusSeconds(121));
        assertThat(kept.getLast().isProven()).isTrue();
    }

    @Test
    void doesNotRememberWhatIsNotWhollyThere() {
        keeper.seen(withReplicas(good, new Replicas(3, 3, 3, 2, 2, 0)), NOON);
        keeper.seen(withReplicas(good, new Replicas(3, 4, 1, 3, 3, 0)), NOON);

        assertThat(kept).isEmpty();
    }

    @Test
    void writesAStreamOfSightingsOnlyNowAndThen() {
        for (int i = 0; i < 100; i++) {
            keeper.seen(good, NOON.plusMillis(i * 100L));
        }

        assertThat(kept).hasSize(1);
    }

    @Test
    void saysSoWhenItCannotBeWrittenDown() {
        GoodRevisionKeeper broken = new GoodRevisionKeeper(
                new GoodRevisions() {
                    @Override
                    public void keep(GoodRevision revision) throws JournalFailure {
                        throw new JournalFailure("The disk is full");
                    }

                    @Override
                    public List<GoodRevision> all() {
                        return List.of();
                    }
                },
                store);

        broken.seen(good, NOON);

        assertThat(store.current().journalProblem()).isEqualTo("The disk is full");
        assertThat(store.current().good()).containsKey(good.key());
    }
}
