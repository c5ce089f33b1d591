package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.domain.setup.ProposedService;
import dev.signalbox.port.KeyRing;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.testing.FakeKeyRing;
import dev.signalbox.ui.welcome.SetupDesk;
import dev.signalbox.wiring.config.BoardFile;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.SavedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSetupTest {

    private static final ConnectionId GITHUB = new ConnectionId("GitHub");
    private static final ConnectionId PROD = new ConnectionId("prod-eu");
    private static final HiddenText NONE = new HiddenText("");
    private static final HiddenText PASSPHRASE = new HiddenText("correct horse battery");

    private static final Chosen CHOSEN = new Chosen(
            List.of(new Chosen.Account(
                    GITHUB, new Host(Connection.Kind.GITHUB, "https://github.com"), new HiddenText("ghp_canary"),
                    List.of(repository("checkout"), repository("search")))),
            List.of(new Chosen.Cluster(
                    PROD,
                    new ContextChoice("admin@prod", "https://prod", "admin", "", List.of(), false, null, ""),
                    List.of("production"), List.of("f1"), ClusterMark.PRODUCTION_READ_ONLY)));

    private static final BoardProposal BOARD = new BoardProposal(
            List.of(new ProposedService(
                    new ServiceSpec(
                            "checkout", "Shop", repository("checkout"), null, null,
                            List.of(new TargetSpec("production", new WorkloadKey(
                                    PROD, "production", WorkloadKind.DEPLOYMENT, "checkout"))),
                            false),
                    "Names fit.", ProposedService.Certainty.LIKELY)),
            List.of(new EnvironmentSpec("production", true)));

    @TempDir
    private Path folder;

    private ConsoleConfig there = new ConsoleConfig(List.of(), List.of(), null);
    private final KeyRing ring = new FakeKeyRing();

    @SuppressWarnings("NullAway.Init") // made before each test
    private Folders folders;

    @BeforeEach
    void makeFolders() throws IOException {
        folders = Folders.below(folder.resolve("own"));
        folders.make();
    }

    @Test
    void whatWasChosenIsInForceAtTheNextStart() throws Exception {
        keep(ring, NONE);

        OwnConfig.Found found = own();
        assertThat(found).asInstanceOf(type(OwnConfig.Found.Ready.class)).satisfies(ready -> {
            ConsoleConfig config = ready.file().config();
            assertThat(ready.file().problems()).isEmpty();
            assertThat(config.accounts()).singleElement().satisfies(account -> {
                assertThat(account.owners()).containsExactly("acme");
                assertThat(account.token()).isEqualTo(new ConsoleConfig.TokenSource.Vault());
            });
            assertThat(config.clusters()).containsExactly(new ConsoleConfig.ClusterContext(
                    PROD, List.of(), "admin@prod", List.of("production"), List.of("f1"),
                    ClusterMark.PRODUCTION_READ_ONLY));
            assertThat(config.board()).isEqualTo(folders.settings().resolve("board.yaml"));
        });
        BoardSpec board = BoardFile.read(
                Files.readString(folders.settings().resolve("board.yaml")), "board.yaml", Optional.empty(),
                Set.of(PROD))
                .spec();
        assertThat(board).isEqualTo(BOARD.board());
    }

    @Test
    void theTokenIsInTheVaultForItsOriginAndNowhereElse() throws Exception {
        keep(ring, NONE);

        try (Vault vault = vault(ring, PassphrasePrompt.nobody());
                SecretText token = vault.take("GitHub", "https://api.github.com")) {
            assertThat(token.reveal()).isEqualTo("ghp_canary");
        }
        try (var files = Files.list(folders.settings())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString()).doesNotContain("canary");
            }
        }
    }

    @Test
    void withoutAKeyRingAPassphraseIsAskedForAndNothingIsInForceUntilThen() throws Exception {
        KeyRing absent = saying(new KeyRing.Answer.Absent("no D-Bus"));

        assertThatThrownBy(() -> keep(absent, NONE)).isInstanceOf(SetupDesk.NeedsPassphrase.class);
        assertThat(own()).isEqualTo(new OwnConfig.Found.Nothing());

        keep(absent, PASSPHRASE);
        assertThat(own()).isInstanceOf(OwnConfig.Found.Ready.class);
    }

    @Test
    void aVaultWithAPassphraseIsNotOpenedByAnother() throws Exception {
        KeyRing absent = saying(new KeyRing.Answer.Absent("no D-Bus"));
        keep(absent, PASSPHRASE);

        assertThatThrownBy(() -> keep(absent, new HiddenText("something else")))
                .isInstanceOf(SetupDesk.NeedsPassphrase.class);
        assertThatThrownBy(() -> keep(absent, NONE)).isInstanceOf(SetupDesk.NeedsPassphrase.class);
        keep(absent, PASSPHRASE);
    }

    @Test
    void aLockedKeyRingIsToldAndMayBeUnlocked() {
        KeyRing locked = saying(new KeyRing.Answer.Locked());

        assertThatThrownBy(() -> keep(locked, NONE)).isInstanceOf(SetupDesk.Trouble.class)
                .isNotInstanceOf(SetupDesk.NeedsPassphrase.class);
        assertThat(own()).isEqualTo(new OwnConfig.Found.Nothing());
    }

    @Test
    void aSettingsFolderThatCannotBeWrittenLeavesNothingInForce() throws Exception {
        Files.createDirectories(folders.settings().resolve("console.yaml.new").resolve("in the way"));

        assertThatThrownBy(() -> keep(ring, NONE)).isInstanceOf(SetupDesk.Trouble.class)
                .hasMessageContaining("settings folder cannot be written").hasMessageContaining("Nothing is in force");
        assertThat(own()).isEqualTo(new OwnConfig.Found.Nothing());
    }

    @Test
    void aConsoleThatWasKilledBeforeTheConfigurationWasWrittenBeginsAgain() throws Exception {
        keep(ring, NONE);
        Files.delete(folders.settings().resolve("console.yaml"));

        assertThat(own()).isEqualTo(new OwnConfig.Found.Nothing());
        keep(ring, NONE);
        assertThat(own()).isInstanceOf(OwnConfig.Found.Ready.class);
    }

    @Test
    void withoutAnyServiceEverythingIsDiscovered() throws Exception {
        setup(ring).keep(CHOSEN, new BoardProposal(List.of(), List.of()), NONE);

        assertThat(own()).asInstanceOf(type(OwnConfig.Found.Ready.class))
                .satisfies(ready -> assertThat(ready.file().config().board()).isNull());
    }

    @Test
    void whatCannotStandInAFileChangesNothing() {
        BoardProposal twice = new BoardProposal(
                List.of(BOARD.services().getFirst(), BOARD.services().getFirst()), BOARD.environments());

        assertThatThrownBy(() -> setup(ring).keep(CHOSEN, twice, NONE)).isInstanceOf(SetupDesk.Trouble.class)
                .hasMessageContaining("cannot be kept");
        assertThat(folders.data().resolve("secrets.vault")).doesNotExist();
    }

    @Test
    void anOlderConfigurationIsKeptBesideTheNewOne() throws Exception {
        Files.writeString(folders.settings().resolve("console.yaml"), "broken: [");
        keep(ring, NONE);

        assertThat(folders.settings().resolve("console.yaml.1")).hasContent("broken: [");
    }

    @Test
    void oneMoreClusterIsAddedToWhatIsThere() throws Exception {
        keep(ring, NONE);
        there = config();
        ConnectionId second = new ConnectionId("prod-us");
        Chosen more = new Chosen(List.of(), List.of(new Chosen.Cluster(
                second, new ContextChoice("us", "https://us", "admin", "", List.of(), false, null, ""),
                List.of("production"), List.of(), ClusterMark.ORDINARY)));
        BoardProposal proposal = new BoardProposal(
                List.of(new ProposedService(
                        new ServiceSpec(
                                "checkout", "Other", null, null, null,
                                List.of(new TargetSpec("live-us", new WorkloadKey(
                                        second, "production", WorkloadKind.DEPLOYMENT, "checkout"))),
                                false),
                        "New.", ProposedService.Certainty.ALONE)),
                List.of(new EnvironmentSpec("live-us", true)));

        setup(ring).keep(more, proposal, NONE);

        assertThat(config().accounts()).isEqualTo(there.accounts());
        assertThat(config().clusters()).extracting(ConsoleConfig.ClusterContext::id).containsExactly(PROD, second);
        BoardSpec board = BoardFile.read(
                Files.readString(folders.settings().resolve("board.yaml")), "board.yaml", Optional.empty(),
                Set.of(PROD, second)).spec();
        assertThat(board.services()).singleElement().satisfies(service -> {
            assertThat(service.repository()).isEqualTo(repository("checkout"));
            assertThat(service.group()).isEqualTo("Shop");
            assertThat(service.targets()).extracting(TargetSpec::environment).containsExactly("production", "live-us");
        });
        assertThat(board.environments()).extracting(EnvironmentSpec::name).containsExactly("production", "live-us");
    }

    @Test
    void aBoardThatIsNotUnderstoodIsNotWrittenAnew() throws Exception {
        keep(ring, NONE);
        there = config();
        Path board = folders.settings().resolve("board.yaml");
        String mistaken = Files.readString(board) + "surprise: yes\n";
        Files.writeString(board, mistaken);

        assertThatThrownBy(() -> setup(ring).keep(new Chosen(List.of(), List.of()), BOARD, NONE))
                .isInstanceOf(SetupDesk.Trouble.class)
                .hasMessageContaining("Mend the board first").hasMessageContaining("surprise");

        assertThat(board).hasContent(mistaken);
        assertThat(config()).isEqualTo(there);
    }

    @Test
    void aBoardThatLiesElsewhereIsSomebodysAndIsLeftAlone() throws Exception {
        keep(ring, NONE);
        Path theirs = Files.writeString(folder.resolve("theirs.yaml"), "services:\n  - name: shop\n");
        ConsoleConfig now = config();
        there = new ConsoleConfig(
                now.accounts(), now.clusters(), theirs, now.memory(), now.reports(), now.team());
        new SavedConfig(setup(ring).places().configuration()).write(there);

        setup(ring).keep(new Chosen(List.of(), List.of()), BOARD, NONE);

        assertThat(config().board()).isEqualTo(theirs);
        assertThat(theirs).hasContent("services:\n  - name: shop\n");
    }

    private ConsoleConfig config() {
        return own() instanceof OwnConfig.Found.Ready(var file) ? file.config() : there;
    }

    private void keep(KeyRing keys, HiddenText passphrase) throws SetupDesk.Trouble {
        setup(keys).keep(CHOSEN, BOARD, passphrase);
    }

    private KeptSetup setup(KeyRing keys) {
        Machine machine = Machine.here();
        SetupDoors outside = new SetupDoors(machine, new Threads(), Map.of());
        return new KeptSetup(folders, outside, prompt -> vault(keys, prompt), there);
    }

    private Vault vault(KeyRing keys, PassphrasePrompt prompt) {
        return new Vault(
                folders.data().resolve("secrets.vault"), keys, prompt, new SecureRandom(), System::nanoTime,
                Duration.ofMinutes(5));
    }

    private static KeyRing saying(KeyRing.Answer answer) {
        FakeKeyRing stubborn = new FakeKeyRing();
        stubborn.answersOnly(answer);
        return stubborn;
    }

    private OwnConfig.Found own() {
        return new OwnConfig(Machine.here(), folders).find();
    }

    private static RepositoryId repository(String name) {
        return new RepositoryId(GITHUB, "acme", name);
    }
}
