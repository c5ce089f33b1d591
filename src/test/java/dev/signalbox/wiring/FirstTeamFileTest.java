package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.provider.git.GitServer;
import dev.signalbox.provider.git.TeamRepository;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.ui.settings.team.TeamFileDesk.Attempt;
import dev.signalbox.ui.settings.team.TeamFileDesk.OwnBoard;
import dev.signalbox.ui.settings.team.TeamFileDesk.Wanted;
import dev.signalbox.wiring.config.SavedConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
        assertThat(attempt("main")).isEqualTo(new Attempt.Missing("The branch main has no file board.yaml yet."));
        assertThat(desk().hasBeginning()).isTrue();
    }

    @Test
    void itIsFollowedAllTheSameWithThisMachinesBoardToBeginWith() throws Exception {
        desk().follow(wanted("main"), heard::add);

        assertThat(next()).isEqualTo("again");
        assertThat(console.config().board()).isNull();
        assertThat(Objects.requireNonNull(console.config().team()).beginning()).isEqualTo(console.boardFile());
        assertThat(desk().hasBeginning()).isTrue();
    }

    @Test
    void onceItIsThereNothingStandsInForItAnyMore() throws Exception {
        desk().follow(wanted("main"), heard::add);
        assertThat(next()).isEqualTo("again");
        repository.with("ops/board.yaml", "version: 1\n").commit("Ann", "Describe the board");

        desk().follow(
                new Wanted(server.address(), "main", "ops/board.yaml", new HiddenText(""), OwnBoard.LEFT_OUT),
                heard::add);

        assertThat(next()).isEqualTo("again");
        assertThat(Objects.requireNonNull(console.config().team()).beginning()).isNull();
    }

    @Test
    void aBranchThatIsNotThereIsNotFollowed() throws Exception {
        assertThat(attempt("release")).isEqualTo(new Attempt.Failed("The repository has no branch release."));
        desk().follow(wanted("release"), heard::add);
        assertThat(next()).isEqualTo("The repository has no branch release. Nothing was changed.");
    }

    @Test
    void withoutABoardThereIsNothingToBeginWith() throws Exception {
        new SavedConfig(console.configuration()).change(folder, now -> now.withBoard(null));
        Files.delete(console.boardFile());
        assertThat(desk().hasBeginning()).isFalse();
        assertThat(attempt("main")).isEqualTo(new Attempt.Failed("The branch main has no file board.yaml yet."
                + " This machine has no board that could become its first version."));
        desk().follow(wanted("main"), heard::add);
        assertThat(next()).endsWith("Nothing was changed.");
        assertThat(console.config().team()).isNull();
    }

    private Attempt attempt(String branch) throws InterruptedException {
        BlockingQueue<Attempt> came = new LinkedBlockingQueue<>();
        desk().attempt(wanted(branch), came::add);
        return Objects.requireNonNull(came.poll(60, TimeUnit.SECONDS));
    }

    private Wanted wanted(String branch) {
        return new Wanted(server.address(), branch, "board.yaml", new HiddenText(""), OwnBoard.LEFT_OUT);
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
