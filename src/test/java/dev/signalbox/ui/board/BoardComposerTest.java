package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.Examples;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoardComposerTest {

    private final BoardComposer composer = new BoardComposer();

    @Test
    void environmentsThatComeAndGoAreNoColumns() {
        BoardSpec board = composer.compose(listed(
                one("staging", "staging"), one("review/new-cart", "development"), one("production/eu", "production")));

        assertThat(board.environments()).extracting(EnvironmentSpec::name)
                .containsExactly("staging", "production/eu");
    }

    @Test
    void aBoardThatDiscoversNothingIsTheDescribedOne() {
        ConsoleState state = new Reducer().apply(
                listed(one("staging", "staging")),
                List.of(new Change.BoardDescribed(BoardStates.BOARD, List.of())));

        assertThat(composer.compose(state)).isSameAs(BoardStates.BOARD);
    }

    @Test
    void theSameGroundGivesTheSameBoard() {
        ConsoleState state = listed(one("staging", "staging"));

        assertThat(composer.compose(state)).isSameAs(composer.compose(state));
    }

    private static ConsoleState listed(CiEnvironment... environments) {
        return new Reducer().apply(ConsoleState.EMPTY, List.of(
                new Change.RepositoriesRead(
                        GITHUB, "acme", new Answer.Good<>(List.of(Examples.known(CHECKOUT, NOON)), NOON)),
                new Change.EnvironmentsRead(CHECKOUT, new Answer.Good<>(Stream.of(environments).toList(), NOON))));
    }

    private static CiEnvironment one(String name, String tier) {
        return new CiEnvironment(CHECKOUT, 1, name, Duration.ZERO, List.of(), false, false, tier, true);
    }
}
