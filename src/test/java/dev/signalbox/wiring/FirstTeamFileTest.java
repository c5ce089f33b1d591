package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.provider.git.GitServer;
import dev.signalbox.provider.git.TeamRepository;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Store;
import dev.signalbox.ui.settings.team.TeamFileDesk.Attempt;
import dev.signalbox.ui.settings.team.TeamFileDesk.OwnBoard;
import dev.signalbox.ui.settings.team.TeamFileDesk.Wanted;
import dev.signalbox.wiring.config.SavedConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Following a team file that is not there yet, from the settings of a console that has a board of its own.
class FirstTeamFileTest {

    @TempDir
    private Path folder;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private TeamRepository repository;
    @SuppressWarnings("NullAway.Init") // made before each test
    private GitServer server;
    @SuppressWarnings("NullAway.Init") // made before each test
    private SetUpConsole console;
    @SuppressWarnings("NullAway.Init") // made before each test
    private Engine engine;

    @BeforeEach
    void open() throws Exception {
        repository = new TeamRepository(folder.resolve("server.git"));
        repository.with("README.md", "Our releases\n").commit("Ann", "Begin");
        server = new GitServer(repository);
        console = new SetUpConsole(folder.resolve("own"));
        engine = Engine.open(Machine.here(), console.folders);
    }

    @AfterEach
    void close() {
        engine.close();
        console.close();
        server.close();
        repository.close();
    }

    @Test
    void tryingTellsThatItIsNotThereYet() throws Exception {
        assertThat(attempt("main", OwnBoard.LEFT_OUT)).isEqualTo(new Attempt.Missing("""
                The branch main has no file board.yaml. Follow it all the same, and propose this machine's board as its\
                 first version. Until one is in force, this machine's board holds."""));
        assertThat(attempt("main", OwnBoard.ON_TOP)).isInstanceOfSatisfying(Attempt.Missing.class,
                missing -> assertThat(missing.words()).endsWith("This machine's board goes on lying on top of it."));
        assertThat(desk().standsIn()).isFalse();
    }

    @Test
    void itIsFollowedAllTheSameWithThisMachinesBoardToBeginWith() throws Exception {
        follow("board.yaml", OwnBoard.LEFT_OUT);

        assertThat(console.config().board()).isNull();
        assertThat(beginning()).isEqualTo(console.boardFile());
        assertThat(desk().standsIn()).isTrue();
    }

    @Test
    void aBoardThatStaysOnTopStandsInForNothing() throws Exception {
        follow("board.yaml", OwnBoard.ON_TOP);

        assertThat(console.config().board()).isEqualTo(console.boardFile());
        assertThat(beginning()).isNull();
        assertThat(desk().standsIn()).isFalse();
    }

    @Test
    void aBoardThatIsLeftOutStandsInAlsoWhereTheTeamHasItsFile() throws Exception {
        repository.with("board.yaml", "version: 1\n").commit("Ann", "Describe the board");

        follow("board.yaml", OwnBoard.LEFT_OUT);

        assertThat(beginning()).as("until it was read, and to be compared with").isEqualTo(console.boardFile());
    }

    @Test
    void whoeverFollowsAnewBeforeAnyIsInForceLosesNothingThatHeld() throws Exception {
        follow("board.yaml", OwnBoard.LEFT_OUT);
        repository.with("ops/board.yaml", "version: 1\n").commit("Ann", "Describe the board");

        follow("ops/board.yaml", OwnBoard.LEFT_OUT);
        assertThat(beginning()).isEqualTo(console.boardFile());

        inForce("ops/board.yaml");
        repository.with("elsewhere.yaml", "version: 1\n").commit("Ann", "Describe it elsewhere");
        follow("elsewhere.yaml", OwnBoard.LEFT_OUT);
        assertThat(beginning()).as("until that is in force").isEqualTo(console.boardFile());
    }

    @Test
    void whatWasInForceThereBeforeIsReleasedSoThatItIsComparedWithWhatHoldsNow() throws Exception {
        inForce("elsewhere.yaml");
        TeamPlace place = inForce("board.yaml");
        engine.store().offer(new Change.TeamFileChanged(TeamStanding.NONE));
        await(state -> state.team().place() == null);

        follow("board.yaml", OwnBoard.LEFT_OUT);

        assertThat(engine.boards().decisions().inForce(place)).isEmpty();
        assertThat(engine.boards().decisions().recent(5)).as("what was decided can still be read").hasSize(2);
        assertThat(engine.boards().decisions().inForce(new TeamPlace(server.address(), "main", "elsewhere.yaml")))
                .isPresent();
    }

    @Test
    void whoFollowsTheSamePlaceAgainKeepsWhatIsInForce() throws Exception {
        follow("board.yaml", OwnBoard.LEFT_OUT);
        TeamPlace place = inForce("board.yaml");
        follow("board.yaml", OwnBoard.LEFT_OUT);

        assertThat(engine.boards().decisions().inForce(place)).isPresent();
        assertThat(beginning()).isEqualTo(console.boardFile());
    }

    @Test
    void whoeverStopsHasTheBoardBackThatStoodIn() throws Exception {
        Path theirs = Files.writeString(folder.resolve("theirs.yaml"), "version: 1\n");
        follow("board.yaml", OwnBoard.LEFT_OUT);
        new SavedConfig(console.configuration()).change(folder, now -> now.withTeam(
                Objects.requireNonNull(now.team()).beginningWith(theirs)));

        assertThat(desk().followed().orElseThrow().parting()).startsWith("The board is then what " + theirs);
        follow("ops/none.yaml", OwnBoard.LEFT_OUT);
        assertThat(beginning()).as("not the one of the settings folder").isEqualTo(theirs);
        desk().stop(heard::add);

        assertThat(next()).isEqualTo("again");
        assertThat(console.config().board()).isEqualTo(theirs);
    }

    @Test
    void aBranchThatIsNotThereIsNotFollowed() throws Exception {
        assertThat(attempt("release", OwnBoard.LEFT_OUT))
                .isEqualTo(new Attempt.Failed("The repository has no branch release."));
        desk().follow(wanted("release", "board.yaml", OwnBoard.LEFT_OUT), heard::add);
        assertThat(next()).isEqualTo("The repository has no branch release. Nothing was changed.");
    }

    @Test
    void withoutABoardThereIsNothingToBeginWith() throws Exception {
        new SavedConfig(console.configuration()).change(folder, now -> now.withBoard(null));
        Files.delete(console.boardFile());
        assertThat(attempt("main", OwnBoard.LEFT_OUT))
                .isEqualTo(new Attempt.Failed("The branch main has no file board.yaml."
                        + " This machine has no board that could become its first version."));
        desk().follow(wanted("main", "board.yaml", OwnBoard.LEFT_OUT), heard::add);
        assertThat(next()).endsWith("Nothing was changed.");
        assertThat(console.config().team()).isNull();
    }

    private void follow(String path, OwnBoard board) throws InterruptedException {
        desk().follow(wanted("main", path, board), heard::add);
        assertThat(next()).isEqualTo("again");
    }

    /// As if it had been read and found well.
    private TeamPlace inForce(String path) throws Exception {
        TeamPlace place = new TeamPlace(server.address(), "main", path);
        TeamDecision adopted = new TeamDecision(
                place, new TeamCommit("abcdef0123", "Ann", Instant.EPOCH, ""), TeamDecision.Verdict.ADOPTED,
                "the console",
                Instant.EPOCH, List.of(), "version: 1\n");
        engine.boards().decisions().keep(adopted);
        engine.store().offer(new Change.TeamFileChanged(TeamStanding.at(place).inForce(adopted, Instant.EPOCH)));
        await(state -> state.team().inForce() != null);
        return place;
    }

    private void await(Predicate<ConsoleState> wanted) throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        try (Store.Subscription told = engine.store().subscribe(state -> {
            if (wanted.test(state)) {
                there.countDown();
            }
        })) {
            assertThat(told).isNotNull();
            assertThat(there.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private @Nullable Path beginning() {
        return Objects.requireNonNull(console.config().team()).beginning();
    }

    private Attempt attempt(String branch, OwnBoard board) throws InterruptedException {
        BlockingQueue<Attempt> came = new LinkedBlockingQueue<>();
        desk().attempt(wanted(branch, "board.yaml", board), came::add);
        return Objects.requireNonNull(came.poll(60, TimeUnit.SECONDS));
    }

    private Wanted wanted(String branch, String path, OwnBoard board) {
        return new Wanted(server.address(), branch, path, new HiddenText(""), board);
    }

    private FollowedTeam desk() {
        return new FollowedTeam(
                engine, Runnable::run, Machine.here(),
                new Ways(
                        new Leaving.Written(console.config(), console.configuration(), console.folders), heard),
                new VaultInWindow(engine.vault(), folders -> console.vault(PassphrasePrompt.nobody())));
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(60, TimeUnit.SECONDS));
    }

    private record Ways(Leaving.Written written, BlockingQueue<String> heard) implements Leaving {

        @Override
        public void again() {
            heard.add("again");
        }

        @Override
        public Optional<String> to(Way way) {
            return Optional.empty();
        }

        @Override
        public void tellNext(List<String> sentences) {}
    }
}
