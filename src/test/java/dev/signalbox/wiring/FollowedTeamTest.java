package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.provider.git.GitServer;
import dev.signalbox.provider.git.TeamRepository;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.ui.settings.team.TeamFileDesk.Attempt;
import dev.signalbox.ui.settings.team.TeamFileDesk.OwnBoard;
import dev.signalbox.ui.settings.team.TeamFileDesk.Wanted;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import dev.signalbox.wiring.config.SavedConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Following a team file from the settings, with a repository that is served on this machine.
class FollowedTeamTest {

    private static final String SECRET = "glpat-canary0123456789abcdef";

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
        repository.with("board.yaml", "version: 1\nservices:\n  - {name: checkout}\n").commit("Ann", "Begin");
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
    void followsWhatItHasReadAndKeepsTheTokenForThatOriginOnly() throws Exception {
        server.want(SECRET);
        desk().follow(wanted("board.yaml", SECRET), heard::add);

        assertThat(next()).isEqualTo("again");
        ConsoleConfig.TeamRepository team = team();
        assertThat(team.repository()).isEqualTo(server.address());
        assertThat(team.path()).isEqualTo("board.yaml");
        assertThat(team.token()).isEqualTo(new TokenSource.Vault());
        assertThat(token(origin())).isEqualTo(SECRET);
        assertThat(Files.readString(console.configuration())).doesNotContain("canary").contains("token: vault");
        assertThat(console.config().accounts()).as("the rest stays").hasSize(1);
    }

    @Test
    void tryingChangesNothing() throws Exception {
        String before = Files.readString(console.configuration());
        assertThat(attempt(desk(), wanted("board.yaml", ""))).isInstanceOfSatisfying(Attempt.Read.class,
                read -> assertThat(read.words()).contains("by Ann, “Begin”, with 1 service."));
        assertThat(Files.readString(console.configuration())).isEqualTo(before);
    }

    @Test
    void whatCannotBeReadIsNotFollowed() throws Exception {
        String before = Files.readString(console.configuration());
        server.want(SECRET);
        FollowedTeam desk = desk();
        desk.follow(wanted("board.yaml", "glpat-wrong"), heard::add);
        assertThat(next()).isEqualTo("The repository of the team file refused the token. Nothing was changed.");
        desk.follow(wanted("../board.yaml", ""), heard::add);
        assertThat(next()).startsWith("The path is not plain words").endsWith(". Nothing was changed.");
        desk.follow(
                new Wanted("http://git.example.com/b.git", "main", "board.yaml", new HiddenText(""), OwnBoard.ON_TOP),
                heard::add);
        assertThat(next()).contains("https://");

        assertThat(Files.readString(console.configuration())).isEqualTo(before);
        assertThatThrownBy(() -> token(origin())).isInstanceOf(VaultProblem.class);
    }

    @Test
    void aFileThatIsNotValidIsNotFollowed() throws Exception {
        repository.with("board.yaml", "version: 1\nservices: 5\n").commit("Ann", "Break it");
        desk().follow(wanted("board.yaml", ""), heard::add);
        assertThat(next()).startsWith("It was read, and it is not valid: board.yaml, line 2");
    }

    @Test
    void anotherPathAtTheSameHostGoesOnWithTheTokenThatThereIs() throws Exception {
        follow();
        repository.with("ops/board.yaml", "version: 1\n").commit("Ann", "Move it");

        desk().follow(wanted("ops/board.yaml", ""), heard::add);

        assertThat(next()).isEqualTo("again");
        assertThat(team().path()).isEqualTo("ops/board.yaml");
        assertThat(team().token()).isEqualTo(new TokenSource.Vault());
    }

    @Test
    void whatCannotBeWrittenCostsNobodyTheTokenThatThereIs() throws Exception {
        follow();
        String before = Files.readString(console.configuration());
        // Where the next version would be written first.
        Files.createDirectory(console.configuration().resolveSibling("console.yaml.new"));
        server.want("glpat-canary-another-0123456789");
        desk().follow(wanted("board.yaml", "glpat-canary-another-0123456789"), heard::add);

        assertThat(next()).startsWith("The configuration could not be written: ");
        assertThat(token(origin())).isEqualTo(SECRET);
        assertThat(Files.readString(console.configuration())).isEqualTo(before);
    }

    @Test
    void aTokenThatCannotBeKeptLeavesTheConfigurationAsItIs() throws Exception {
        String before = Files.readString(console.configuration());
        server.want(SECRET);
        Files.writeString(console.folders.data().resolve(VaultPlace.FILE), "no vault");
        desk().follow(wanted("board.yaml", SECRET), heard::add);

        assertThat(next()).startsWith("The token could not be kept.");
        assertThat(console.config().team()).isNull();
        assertThat(console.configuration()).hasContent(before);
    }

    @Test
    void theTokenGoesToNoOtherHost() throws Exception {
        follow();
        try (GitServer other = new GitServer(repository)) {
            desk().follow(
                    new Wanted(other.address(), "main", "board.yaml", new HiddenText(""), OwnBoard.ON_TOP), heard::add);

            assertThat(next()).isEqualTo("again");
            assertThat(other.credentials()).isEmpty();
            assertThat(team().token()).isNull();
            assertThatThrownBy(() -> token(origin())).as("nobody needs it any more").isInstanceOf(VaultProblem.class);
        }
    }

    @Test
    void stopsAndTakesTheTokenOutOfTheVault() throws Exception {
        follow();
        FollowedTeam desk = desk();
        assertThat(desk.followed()).hasValueSatisfying(followed -> {
            assertThat(followed.token()).isEqualTo("Its token lies in the vault.");
            assertThat(followed.parting()).contains("Its token is removed from the vault.");
        });
        desk.stop(heard::add);

        assertThat(next()).isEqualTo("again");
        assertThat(console.config().team()).isNull();
        assertThat(console.config().accounts()).hasSize(1);
        assertThatThrownBy(() -> token(origin())).isInstanceOf(VaultProblem.class);
    }

    @Test
    void theOwnBoardIsLeftOutWhileTheTeamsIsFollowedAndIsBackAfterwards() throws Exception {
        Path own = console.boardFile();
        assertThat(desk().ownBoard()).contains(own);
        assertThat(desk().preset()).isEqualTo(OwnBoard.LEFT_OUT);
        desk().follow(
                new Wanted(server.address(), "main", "board.yaml", new HiddenText(""), OwnBoard.LEFT_OUT), heard::add);
        assertThat(next()).isEqualTo("again");
        assertThat(console.config().board()).isNull();
        assertThat(own).as("it stays on the disk").exists();

        FollowedTeam desk = desk();
        assertThat(desk.ownBoard()).isEmpty();
        assertThat(desk.followed()).hasValueSatisfying(
                followed -> assertThat(followed.parting()).startsWith("The board is then what " + own + " describes."));
        desk.stop(heard::add);
        assertThat(next()).isEqualTo("again");
        assertThat(console.config().board()).isEqualTo(own);
        assertThat(console.config().team()).isNull();
    }

    @Test
    void aBoardThatAPersonHasPutElsewhereStaysOnTop() throws Exception {
        Path theirs = Files.writeString(folder.resolve("mine.yaml"), "version: 1\n");
        new SavedConfig(console.configuration()).change(folder, now -> now.withBoard(theirs));
        assertThat(desk().ownBoard()).as("nobody would find it again").isEmpty();
        assertThat(desk().preset()).isEqualTo(OwnBoard.ON_TOP);
        desk().follow(
                new Wanted(server.address(), "main", "board.yaml", new HiddenText(""), OwnBoard.LEFT_OUT), heard::add);
        assertThat(next()).isEqualTo("again");
        assertThat(console.config().board()).isEqualTo(theirs);
        assertThat(desk().preset()).isEqualTo(OwnBoard.ON_TOP);
    }

    @Test
    void practiceAndSomebodysFileAreLeftAlone() {
        FollowedTeam practice = desk(null);
        assertThat(practice.fixed()).startsWith("Practice");
        practice.follow(wanted("board.yaml", ""), heard::add);
        practice.stop(heard::add);
        assertThat(heard).containsExactly(practice.fixed(), practice.fixed());
        assertThat(desk(new Leaving.Written(console.config(), null, console.folders)).fixed()).contains("--config");
        assertThat(server.requests()).isEmpty();
    }

    private void follow() throws InterruptedException {
        server.want(SECRET);
        desk().follow(wanted("board.yaml", SECRET), heard::add);
        assertThat(next()).isEqualTo("again");
    }

    private Wanted wanted(String path, String token) {
        return new Wanted(server.address(), "main", path, new HiddenText(token), OwnBoard.ON_TOP);
    }

    private String origin() {
        return server.address().replace("/acme/board.git", "");
    }

    private ConsoleConfig.TeamRepository team() {
        return Objects.requireNonNull(console.config().team());
    }

    private String token(String origin) throws VaultProblem {
        try (Vault open = console.vault(PassphrasePrompt.nobody());
                SecretText token = open.take("team-file", origin)) {
            return token.reveal();
        }
    }

    private static Attempt attempt(FollowedTeam desk, Wanted wanted) throws InterruptedException {
        BlockingQueue<Attempt> came = new LinkedBlockingQueue<>();
        desk.attempt(wanted, came::add);
        return Objects.requireNonNull(came.poll(60, TimeUnit.SECONDS));
    }

    private FollowedTeam desk() {
        return desk(new Leaving.Written(console.config(), console.configuration(), console.folders));
    }

    private FollowedTeam desk(Leaving.@Nullable Written written) {
        return new FollowedTeam(
                engine, Runnable::run, Machine.here(), written == null ? null : new Ways(written, heard),
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
