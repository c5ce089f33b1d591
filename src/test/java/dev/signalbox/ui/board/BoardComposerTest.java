package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.Discovery;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.Examples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardComposerTest {

    private static final RepositoryId SEARCH = Examples.repository("search");
    private static final WorkloadKey CART = Examples.workloadKey("production", "cart");

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

    @Test
    void anEnvironmentThatAppearsInAListThatWasReadBeforeGetsAColumn() {
        ConsoleState state = listed(one("staging", "staging"));
        composer.compose(state);

        ConsoleState more = after(state, environments(one("staging", "staging"), one("production", "production")));

        assertThat(composer.compose(more).environments()).extracting(EnvironmentSpec::name)
                .containsExactly("staging", "production");
    }

    @Test
    void aWorkloadMovesToTheRepositoryThatItNamesNow() {
        ConsoleState state = after(
                repositories(known(CHECKOUT, false), known(SEARCH, false)),
                running("registry.example/cart:v1", "https://github.com/acme/checkout"));
        assertThat(holderOf(composer.compose(state))).containsExactly("checkout");

        ConsoleState moved = after(state, running("registry.example/cart:v1", "https://github.com/acme/search"));
        assertThat(holderOf(composer.compose(moved))).containsExactly("search");

        ConsoleState byImage = after(moved, running("registry.example/acme/checkout:v1", ""));
        assertThat(holderOf(composer.compose(byImage))).containsExactly("checkout");
        ConsoleState otherImage = after(byImage, running("registry.example/acme/search:v1", ""));
        assertThat(holderOf(composer.compose(otherImage))).containsExactly("search");
    }

    @Test
    void aRepositoryThatIsArchivedGoesAndComesBackWhenItIsNot() {
        ConsoleState state = repositories(known(CHECKOUT, false), known(SEARCH, false));
        assertThat(names(composer.compose(state))).containsExactly("checkout", "search");

        ConsoleState archived = after(state, read(known(CHECKOUT, false), known(SEARCH, true)));
        assertThat(names(composer.compose(archived))).containsExactly("checkout");

        ConsoleState back = after(archived, read(known(CHECKOUT, false), known(SEARCH, false)));
        assertThat(names(composer.compose(back))).containsExactly("checkout", "search");
    }

    @Test
    void aRepositoryOfWhichOnlyTheEnvironmentsWereKnownComesWhenItIsRead() {
        ConsoleState state = after(ConsoleState.EMPTY, environments(one("staging", "staging")));
        assertThat(names(composer.compose(state))).isEmpty();

        assertThat(names(composer.compose(after(state, read(known(CHECKOUT, false)))))).containsExactly("checkout");
    }

    @Test
    void aRolloutLeavesTheBoardAsItIsAndAWorkloadThatGoesDoesNot() {
        ConsoleState state = after(
                repositories(known(CHECKOUT, false)), running("registry.example/acme/checkout:v1", ""));
        BoardSpec board = composer.compose(state);

        ConsoleState rolled = after(state, running("registry.example/acme/checkout:v2", ""));
        assertThat(composer.compose(rolled)).isSameAs(board);

        ConsoleState gone = after(rolled, new Change.WorkloadGone(CART));
        assertThat(holderOf(composer.compose(gone))).isEmpty();
        assertThat(holderOf(composer.compose(after(gone, running("registry.example/acme/checkout:v2", "")))))
                .containsExactly("checkout");
    }

    @Test
    void aDeploymentThatIsReadLeavesTheBoardAsItIs() {
        ConsoleState state = listed(one("staging", "staging"));
        BoardSpec board = composer.compose(state);

        ConsoleState read = after(state, new Change.DeploymentsRead(CHECKOUT, new Answer.Good<>(
                List.of(Examples.deployment("staging", "4be02d1", "v2", Deployment.State.SUCCESS)), NOON)));

        assertThat(read.repositories()).isNotSameAs(state.repositories());
        assertThat(composer.compose(read)).isSameAs(board);
    }

    private static ConsoleState listed(CiEnvironment... environments) {
        return after(repositories(known(CHECKOUT, false)), environments(environments));
    }

    private static ConsoleState repositories(Repository... repositories) {
        return after(ConsoleState.EMPTY, read(repositories));
    }

    private static ConsoleState after(ConsoleState state, Change change) {
        return new Reducer().apply(state, List.of(change));
    }

    private static Change read(Repository... repositories) {
        return new Change.RepositoriesRead(GITHUB, "acme", new Answer.Good<>(List.of(repositories), NOON));
    }

    private static Change environments(CiEnvironment... environments) {
        return new Change.EnvironmentsRead(CHECKOUT, new Answer.Good<>(List.of(environments), NOON));
    }

    private static Change running(String image, String source) {
        return new Change.WorkloadSeen(
                Examples.workload(CART, image, source.isEmpty() ? Map.of() : Map.of(Discovery.OCI_SOURCE, source)),
                NOON);
    }

    private static Repository known(RepositoryId id, boolean archived) {
        return new Repository(id, "main", archived, Repository.Access.WRITE, NOON, null);
    }

    private static List<String> names(BoardSpec board) {
        return board.services().stream().map(ServiceSpec::name).toList();
    }

    /// The services that the workload belongs to.
    private static List<String> holderOf(BoardSpec board) {
        return board.services().stream()
                .filter(service -> service.targets().stream().anyMatch(target -> target.workload().equals(CART)))
                .map(ServiceSpec::name)
                .toList();
    }

    private static CiEnvironment one(String name, String tier) {
        return new CiEnvironment(CHECKOUT, 1, name, Duration.ZERO, List.of(), false, false, tier, true);
    }
}
