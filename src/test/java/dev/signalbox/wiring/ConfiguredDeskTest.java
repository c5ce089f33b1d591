package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection.Kind;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.secrets.Vault;
import dev.signalbox.testing.Fx;
import dev.signalbox.ui.accounts.ConnectionDesk.Checked;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.ClusterContext;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import dev.signalbox.wiring.config.ConsoleConfigFile;
import dev.signalbox.wiring.config.SavedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredDeskTest {

    private static final ConnectionId WORK = new ConnectionId("work");
    private static final ConnectionId PROD = new ConnectionId("prod-eu");
    private static final CiAccount ACCOUNT = new CiAccount(
            WORK, Kind.GITHUB, "https://github.com", new TokenSource.Variable("WORK_TOKEN"), List.of(), null, null);
    private static final ClusterContext CLUSTER = new ClusterContext(
            PROD, List.of(), "admin@prod", List.of("shop"), List.of("f1"), ClusterMark.PRODUCTION_READ_ONLY);
    private static final ConsoleConfig CONFIG = new ConsoleConfig(List.of(ACCOUNT), List.of(CLUSTER), null);

    @TempDir
    private Path folder = Path.of("");

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private Engine engine;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() throws IOException {
        Folders folders = Folders.below(folder);
        folders.make();
        engine = Engine.open(Machine.here(), folders);
        new SavedConfig(file()).write(CONFIG);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Path file() {
        return folder.resolve("console.yaml");
    }

    private final class Ways implements Leaving {

        private final Written written;

        Ways(Written written) {
            this.written = written;
        }

        @Override
        public void again() {
            heard.add("again");
        }

        @Override
        public Optional<String> to(Way way) {
            heard.add("to " + way);
            return Optional.empty();
        }

        @Override
        public void tellNext(List<String> sentences) {}

        @Override
        public Written written() {
            return written;
        }
    }

    private ConfiguredDesk desk(@Nullable ConsoleConfig config, @Nullable Path own) {
        return new ConfiguredDesk(engine, new FxThread(),
                new Ways(new Leaving.Written(config, own, Folders.below(folder))),
                new TokenRemoval(engine.vault(), this::vault), folder);
    }

    private Vault vault(Folders folders) {
        heard.add("vault");
        return new VaultPlace(Machine.here(), folders, new Terminal.Pipe(
                java.io.InputStream.nullInputStream())).open();
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(60, TimeUnit.SECONDS));
    }

    private ConsoleConfig saved() throws IOException {
        return ConsoleConfigFile.read(Files.readString(file()), file(), folder).config();
    }

    @Test
    void showsWhatIsConfigured() {
        ConfiguredDesk desk = desk(CONFIG, file());

        assertThat(desk.fixed()).isEmpty();
        assertThat(desk.accounts()).singleElement().satisfies(account -> {
            assertThat(account.id()).isEqualTo(WORK);
            assertThat(account.token()).isEqualTo("Its token comes from the variable WORK_TOKEN");
            assertThat(account.removal()).isEqualTo("Its token stays in the variable WORK_TOKEN.");
        });
        assertThat(desk.clusters()).singleElement().satisfies(cluster -> {
            assertThat(cluster.mark()).isEqualTo(ClusterMark.PRODUCTION_READ_ONLY);
            assertThat(cluster.programs()).isEqualTo(1);
        });
        assertThat(desk.standing(WORK)).isEmpty();
        assertThat(desk.addByHand()).contains("console.yaml");
    }

    @Test
    void oneMoreIsAddedByTheStepsOfTheWelcomeAndToTheOwnFileOnly() {
        ConfiguredDesk desk = desk(CONFIG, file());
        desk.addAccount().orElseThrow().run();
        desk.addCluster().orElseThrow().run();

        assertThat(heard).containsExactly("to Add[first=ACCOUNT]", "to Add[first=CLUSTER]");
        assertThat(desk(CONFIG, null).addAccount()).isEmpty();
        assertThat(desk(null, null).addCluster()).isEmpty();
    }

    @Test
    void marksAClusterOtherwiseAndStartsAgain() throws Exception {
        desk(CONFIG, file()).mark(PROD, ClusterMark.PRODUCTION_ACTING, heard::add);

        assertThat(next()).isEqualTo("again");
        assertThat(saved()).isEqualTo(CONFIG.withClusters(List.of(CLUSTER.with(ClusterMark.PRODUCTION_ACTING))));
    }

    @Test
    void removesAnAccountWithoutTouchingTheVaultThatDoesNotHoldItsToken() throws Exception {
        desk(CONFIG, file()).remove(WORK, heard::add);

        assertThat(next()).isEqualTo("again");
        assertThat(saved()).isEqualTo(CONFIG.with(List.of()));
    }

    @Test
    void theVaultIsAskedForTheTokenThatItHolds() throws Exception {
        ConsoleConfig kept = CONFIG.with(List.of(new CiAccount(
                WORK, Kind.GITHUB, "https://github.com", new TokenSource.Vault(), List.of(), null, null)));
        desk(kept, file()).remove(WORK, heard::add);

        assertThat(next()).isEqualTo("vault");
        assertThat(saved().accounts()).isEmpty();
    }

    @Test
    void theFileGoesWithTheLastConnection() throws Exception {
        new SavedConfig(file()).write(CONFIG.with(List.of()));
        desk(saved(), file()).remove(PROD, heard::add);

        assertThat(next()).isEqualTo("again");
        assertThat(file()).doesNotExist();
        assertThat(folder.resolve("console.yaml.1")).exists();
    }

    @Test
    void twoChangesBothCount() throws Exception {
        ConfiguredDesk desk = desk(CONFIG, file());
        desk.mark(PROD, ClusterMark.ORDINARY, heard::add);
        assertThat(next()).isEqualTo("again");
        desk.remove(WORK, heard::add);
        assertThat(next()).isEqualTo("again");

        assertThat(saved()).isEqualTo(new ConsoleConfig(
                List.of(), List.of(CLUSTER.with(ClusterMark.ORDINARY)), null));
    }

    @Test
    void whatWasNotTouchedStaysAsItWasWritten() throws Exception {
        String written = """
                # Ours: ask Ana before you change it.
                version: 1
                colour: blue
                github:
                  - name: work
                    token-env: WORK_TOKEN
                    colour: green # nobody knows why
                  # the other one
                  - {name: home, token-env: HOME_TOKEN} # at night
                  - name: half
                    token-evn: HALF
                clusters:
                - name: prod-eu   # Frankfurt
                  namespaces:
                    - shop
                memory: {runs: 30 days}
                """;
        Files.writeString(file(), written);
        ConfiguredDesk desk = desk(saved(), file());

        desk.remove(new ConnectionId("home"), heard::add);
        assertThat(next()).isEqualTo("again");
        desk.mark(PROD, ClusterMark.PRODUCTION_READ_ONLY, heard::add);
        assertThat(next()).isEqualTo("again");

        assertThat(Files.readString(file())).isEqualTo(written
                .replace("  - {name: home, token-env: HOME_TOKEN} # at night\n", "")
                .replace("    - shop\n", "    - shop\n  production: true\n"));
        assertThat(Files.readString(folder.resolve("console.yaml.2"))).isEqualTo(written);
    }

    @Test
    void theFileStaysWithTheLastConnectionWhenSomethingInItWasNotUnderstood() throws Exception {
        String half = "version: 1\ngithub:\n  - name: half\n    token-evn: HALF\n";
        Files.writeString(file(), half + "clusters:\n  - name: prod-eu\n    namespaces: [shop]\n");

        desk(saved(), file()).remove(PROD, heard::add);

        assertThat(next()).isEqualTo("again");
        assertThat(file()).hasContent(half);
    }

    @Test
    void whatCannotBeChangedAloneIsNotChanged() throws Exception {
        String shared = """
                version: 1
                clusters:
                  - name: prod-eu
                    namespaces: &ours [shop]
                  - name: prod-us
                    namespaces: *ours
                """;
        Files.writeString(file(), shared);

        desk(saved(), file()).remove(PROD, heard::add);

        assertThat(next()).startsWith("The configuration could not be written: ").contains("Change it by hand");
        assertThat(file()).hasContent(shared);
    }

    @Test
    void aFileOfSomebodyIsNeverChanged() throws Exception {
        ConfiguredDesk desk = desk(CONFIG, null);
        desk.remove(WORK, heard::add);

        assertThat(next()).isEqualTo(desk.fixed()).contains("--config");
        assertThat(saved()).isEqualTo(CONFIG);
    }

    @Test
    void practiceHasNothingToConfigure() {
        ConfiguredDesk practice = desk(null, null);
        ConfiguredDesk pictures = new ConfiguredDesk(
                engine, new FxThread(), null, new TokenRemoval(engine.vault(), this::vault), folder);

        assertThat(practice.fixed()).contains("Practice reaches no account");
        assertThat(practice.accounts()).isEmpty();
        assertThat(pictures.clusters()).isEmpty();
    }

    @Test
    void saysWhenTheFileCannotBeWritten() throws Exception {
        Path nowhere = folder.resolve("missing").resolve("console.yaml");
        desk(CONFIG, nowhere).mark(PROD, ClusterMark.ORDINARY, heard::add);

        assertThat(next()).startsWith("The configuration could not be written:");
    }

    @Test
    void anAccountThatIsNotConnectedIsNotAsked() throws Exception {
        desk(CONFIG, file()).check(WORK, answer -> heard.add(
                answer instanceof Checked.Problem(var why) ? why.detail() : "a sheet"));

        assertThat(next()).contains("not connected");
    }

}
