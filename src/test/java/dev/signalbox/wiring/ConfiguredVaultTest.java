package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.port.KeyRing;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.testing.Fx;
import dev.signalbox.ui.accounts.ConnectionDesk.SigningIn;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.ClusterContext;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Removing what was set up by the welcome, with the token that it put into the vault.
class ConfiguredVaultTest {

    @TempDir
    private Path folder;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private SetUpConsole console;
    @SuppressWarnings("NullAway.Init") // made before each test
    private Engine engine;

    @BeforeAll
    static void startTheToolkit() {
        Fx.start();
    }

    @BeforeEach
    void setUp() throws Exception {
        console = new SetUpConsole(folder.resolve("own"));
        engine = Engine.open(Machine.here(), console.folders);
    }

    @AfterEach
    void close() {
        engine.close();
        console.close();
    }

    @Test
    void theTokenGoesWithItsAccountAndTheOthersStay() throws Exception {
        console.addAccount();
        desk().remove(SetUpConsole.GITHUB, heard::add);

        assertThat(next()).isEqualTo("again");
        assertThat(console.config().accounts()).extracting(CiAccount::id).containsExactly(SetUpConsole.SECOND);
        assertUnknown(SetUpConsole.GITHUB);
        assertThat(console.token(SetUpConsole.SECOND)).isEqualTo("ghp_second");
    }

    @Test
    void aLockedRingLeavesTheTokenAndSaysSoInsteadOfStartingAgain() throws Exception {
        console.ring.answersOnly(new KeyRing.Answer.Locked());
        desk().remove(SetUpConsole.GITHUB, heard::add);

        assertThat(next()).startsWith("It is removed at the next start, but its token is still in the vault.")
                .doesNotContain("ghp_first");
        assertThat(console.config().accounts()).isEmpty();
        console.ring.works();
        assertThat(console.token(SetUpConsole.GITHUB)).isEqualTo("ghp_first");
    }

    @Test
    void theTokenThatWasLeftGoesWhenItIsTriedAgain() throws Exception {
        ConfiguredDesk desk = desk();
        console.ring.answersOnly(new KeyRing.Answer.Locked());
        desk.remove(SetUpConsole.GITHUB, heard::add);
        assertThat(next()).contains("still in the vault");
        console.ring.works();

        desk.remove(SetUpConsole.GITHUB, heard::add);

        assertThat(next()).isEqualTo("again");
        assertUnknown(SetUpConsole.GITHUB);
    }

    @Test
    void aTokenThatIsGoneAlreadyIsNoReasonToStay() throws Exception {
        Files.delete(console.vaultFile());
        desk().remove(SetUpConsole.GITHUB, heard::add);

        assertThat(next()).isEqualTo("again");
        assertThat(console.vaultFile()).doesNotExist();
    }

    @Test
    void aConfigurationThatCannotBeWrittenLeavesTheTokenWhereItIs() throws Exception {
        Files.createDirectories(folder.resolve("own/console.yaml.new/in the way"));
        desk().remove(SetUpConsole.GITHUB, heard::add);

        assertThat(next()).startsWith("The configuration could not be written:");
        assertThat(console.config().accounts()).hasSize(1);
        assertThat(console.token(SetUpConsole.GITHUB)).isEqualTo("ghp_first");
    }

    @Test
    void aClusterIsMarkedWithoutTheVault() throws Exception {
        console.ring.answersOnly(new KeyRing.Answer.Locked());
        desk().mark(SetUpConsole.PROD, ClusterMark.PRODUCTION_READ_ONLY, heard::add);

        assertThat(next()).isEqualTo("again");
        assertThat(console.config().clusters()).extracting(ClusterContext::mark)
                .containsExactly(ClusterMark.PRODUCTION_READ_ONLY);
    }

    @Test
    void theTokenIsSaidToLieInTheVaultAndIsNotShown() {
        assertThat(desk().accounts()).singleElement().satisfies(account -> {
            assertThat(account.token()).isEqualTo("Its token lies in the vault");
            assertThat(account.removal()).isEqualTo("Its token is removed from the vault.");
            assertThat(account.toString()).doesNotContain("ghp_first");
        });
    }

    @Test
    void onlyATokenInTheVaultIsSaidToGo() {
        assertThat(ConfiguredDesk.removal(new TokenSource.Vault())).contains("removed from the vault");
        assertThat(ConfiguredDesk.removal(new TokenSource.Variable("WORK_TOKEN"))).contains("variable WORK_TOKEN")
                .doesNotContain("vault");
        assertThat(ConfiguredDesk.removal(new TokenSource.Asked())).contains("kept nowhere").doesNotContain("vault");
        assertThat(ConfiguredDesk.removal(new TokenSource.Program(List.of("/usr/bin/pass", "show", "work"))))
                .contains("/usr/bin/pass").doesNotContain("show", "vault");
    }

    @Test
    void anAccountThatIsNotConnectedIsNotSignedInTo() throws Exception {
        ConfiguredDesk desk = desk();
        assertThat(desk.canSignIn(SetUpConsole.GITHUB)).isFalse();
        desk.signIn(SetUpConsole.GITHUB,
                step -> heard.add(step instanceof SigningIn.Failed(String why) ? why : "something else"));

        assertThat(next()).contains("not connected");
    }

    @Test
    void pagesAreOpenedWhereTheWindowOpensThem() throws Exception {
        desk().openPagesWith(page -> heard.add(page.toString())).open(URI.create("https://example.org/x"));

        assertThat(next()).isEqualTo("https://example.org/x");
    }

    private void assertUnknown(ConnectionId account) {
        Assertions.assertThatThrownBy(() -> console.token(account)).isInstanceOfSatisfying(
                VaultProblem.class, problem -> assertThat(problem.kind()).isEqualTo(VaultProblem.Kind.UNKNOWN));
    }

    private ConfiguredDesk desk() {
        return new ConfiguredDesk(engine, new FxThread(), new Leaving() {
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

            @Override
            public Written written() {
                return new Written(console.config(), console.configuration(), console.folders);
            }
        }, new TokenRemoval(engine.vault(), folders -> vault()), Machine.here().home());
    }

    private Vault vault() {
        return console.vault(PassphrasePrompt.nobody());
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(60, TimeUnit.SECONDS));
    }
}
