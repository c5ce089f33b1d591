package dev.signalbox.domain.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepositoryPicksTest {

    private static final ConnectionId WORK = new ConnectionId("work");
    private static final RepositoryPicks SOME = RepositoryPicks.of(WORK, List.of("acme/Shop", "acme/platform/web"));

    @Test
    void nothingPickedIsEverything() {
        assertThat(RepositoryPicks.ALL.isAll()).isTrue();
        assertThat(RepositoryPicks.of(WORK, List.of()).takes(new RepositoryId(WORK, "any", "thing"))).isTrue();
    }

    @Test
    void takesWhatWasPickedHoweverItIsCapitalised() {
        assertThat(SOME.isAll()).isFalse();
        assertThat(SOME.takes(new RepositoryId(WORK, "ACME", "shop"))).isTrue();
        assertThat(SOME.takes(new RepositoryId(WORK, "acme/platform", "web"))).isTrue();
        assertThat(SOME.takes(new RepositoryId(WORK, "acme", "web"))).isFalse();
    }

    @Test
    void anOwnerMayBeSeveralGroups() {
        assertThat(SOME.ids()).containsExactly(
                new RepositoryId(WORK, "acme", "Shop"), new RepositoryId(WORK, "acme/platform", "web"));
    }

    @Test
    void whatIsNoNameIsLeftOut() {
        assertThat(List.of("shop", "/shop", "acme/", "a//b", "a b/c", "")).noneMatch(RepositoryPicks::isName);
        assertThat(RepositoryPicks.of(WORK, List.of("shop")).isAll()).isTrue();
    }
}
