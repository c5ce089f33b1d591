package dev.signalbox.domain.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.board.BoardSpec.Discover;
import dev.signalbox.domain.ci.Freeze;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a machine describes lies on top of what the team describes.
class LayeredBoardTest {

    private static final Freeze FREEZE = new Freeze(1, "0 16 * * 5", "0 8 * * 1", "UTC", List.of());

    private final BoardSpec team = new BoardSpec(
            List.of(new EnvironmentSpec("staging", false), new EnvironmentSpec("production", true)),
            List.of(service("checkout", "Shop"), service("search", "Shop")), Discover.TARGETS,
            new Protection(List.of(FREEZE), Set.of("prod-eu"), Map.of("work", "https://a.example")));

    @Test
    void withoutAnythingOfItsOwnTheMachineShowsTheTeamsBoard() {
        assertThat(BoardSpec.EMPTY.over(team)).isEqualTo(team);
        assertThat(team.over(BoardSpec.EMPTY)).isEqualTo(team);
    }

    @Test
    void whatBothDescribeIsAsTheMachineSaysInTheTeamsPlace() {
        BoardSpec mine = new BoardSpec(
                List.of(new EnvironmentSpec("lab", false), new EnvironmentSpec("staging", true)),
                List.of(service("mine", "Lab"), service("checkout", "Mine")));
        BoardSpec both = mine.over(team);
        assertThat(both.environments()).containsExactly(
                new EnvironmentSpec("staging", true), new EnvironmentSpec("production", true),
                new EnvironmentSpec("lab", false));
        assertThat(both.services()).extracting(s -> s.group() + "/" + s.name())
                .containsExactly("Mine/checkout", "Shop/search", "Lab/mine");
        assertThat(both.discover()).isEqualTo(Discover.TARGETS);
    }

    @Test
    void theMachineTakesNoFreezeAndNoReadOnlyClusterAway() {
        Freeze mine = new Freeze(2, "0 0 1 1 *", "0 0 2 1 *", "UTC", List.of());
        BoardSpec both = BoardSpec.EMPTY.with(
                new Protection(List.of(mine), Set.of("prod-us"), Map.of("work", "https://b.example"))).over(team);
        assertThat(both.protection().freezes()).containsExactly(FREEZE, mine);
        assertThat(both.protection().readOnly()).containsExactly("prod-eu", "prod-us");
        assertThat(both.protection().hosts()).containsEntry("work", "https://b.example");
        assertThat(both.protection().isReadOnly("staging-1")).isFalse();
    }

    @Test
    void theMachineMayDiscoverLessOrOtherThings() {
        BoardSpec nothing = new BoardSpec(List.of(), List.of(), Discover.NOTHING);
        assertThat(nothing.over(team).discover()).isEqualTo(Discover.NOTHING);
    }

    @Test
    void whatIsDescribedDecidesWhetherANameIsAskedForElseTheNameItself() {
        BoardSpec board = new BoardSpec(
                List.of(new EnvironmentSpec("prod", false), new EnvironmentSpec("eu", true)), List.of());
        assertThat(board.asksForName("prod")).isFalse();
        assertThat(board.asksForName("eu")).isTrue();
        assertThat(board.asksForName("Production")).isTrue();
        assertThat(board.asksForName("prod-eu")).isFalse();
    }

    @Test
    void discoveryKeepsWhatTheBoardForbids() {
        assertThat(Discovery.complete(team, List.of(), Map.of(), List.of()).protection())
                .isEqualTo(team.protection());
    }

    private static ServiceSpec service(String name, String group) {
        return new ServiceSpec(name, group, null, null, null, List.of(), false);
    }
}
