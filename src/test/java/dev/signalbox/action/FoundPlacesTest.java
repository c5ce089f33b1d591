package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.state.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Workloads that the board found itself are where it shows them.
class FoundPlacesTest {

    private static final BoardSpec DESCRIBED = new BoardSpec(
            List.of(new EnvironmentSpec("live-eu", true), new EnvironmentSpec("staging", false)), List.of());

    private final World world = new World();

    private Plan restart(BoardSpec board, String namespace) {
        World.Console console = world.console("alice@desk");
        console.store.offer(new Change.BoardDescribed(board, List.of()));
        world.cluster.state.key =
                new WorkloadKey(FakeWorkload.KEY.cluster(), namespace, WorkloadKind.DEPLOYMENT, "other");
        return console.plan(new Intent.RestartWorkload(world.cluster.state.key, "uid-1", 7));
    }

    @Test
    void productionAsksForItsNameThoughNobodyDescribedTheWorkload() {
        Plan plan = restart(DESCRIBED, "shop-live-eu");
        assertThat(plan.guard()).isEqualTo(new Guard.TypeName("live-eu"));
        assertThat(plan.environment()).isEqualTo("live-eu");
        assertThat(plan.subject()).isEqualTo("other · live-eu");
    }

    @Test
    void aNamespaceThatSoundsLikeProductionIsTakenForIt() {
        assertThat(restart(BoardSpec.EMPTY, "production").guard()).isEqualTo(new Guard.TypeName("production"));
        assertThat(restart(BoardSpec.EMPTY, "prod-eu").guard()).isEqualTo(new Guard.TypeName("prod-eu"));
    }

    @Test
    void aNamespaceThatSoundsLikeProductionStaysItThoughAnEnvironmentIsCalledLikeAPartOfIt() {
        BoardSpec described = new BoardSpec(List.of(new EnvironmentSpec("eu", false)), List.of());
        assertThat(restart(described, "prod-eu").guard()).isEqualTo(new Guard.TypeName("eu"));
        assertThat(restart(described, "shop-eu").guard()).isEqualTo(new Guard.Press());
        assertThat(restart(described, "products-eu").guard()).as("another word").isEqualTo(new Guard.Press());
        BoardSpec named = new BoardSpec(List.of(new EnvironmentSpec("prod-eu", false)), List.of());
        assertThat(restart(named, "prod-eu").guard()).as("it is described").isEqualTo(new Guard.Press());
    }

    @Test
    void aClusterThatIsMarkedProductionIsThatWhereNothingElseIsKnown() {
        world.cluster.production = true;
        Plan plan = restart(DESCRIBED, "shop");
        String cluster = FakeWorkload.KEY.cluster().name();
        assertThat(plan.guard()).isEqualTo(new Guard.TypeName(cluster));
        assertThat(plan.subject()).isEqualTo("other · " + cluster);
        assertThat(restart(DESCRIBED, "shop-staging").guard()).as("described").isEqualTo(new Guard.Press());
    }

    @Test
    void otherPlacesAskForAPressAsBefore() {
        Plan staging = restart(DESCRIBED, "shop-staging");
        assertThat(staging.guard()).isEqualTo(new Guard.Press());
        assertThat(staging.subject()).isEqualTo("other · staging");
        Plan elsewhere = restart(BoardSpec.EMPTY, "shop");
        assertThat(elsewhere.guard()).isEqualTo(new Guard.Press());
        assertThat(elsewhere.subject()).isEqualTo("shop/other");
    }
}
