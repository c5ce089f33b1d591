package dev.signalbox.wiring;

import static dev.signalbox.wiring.SetUpConsole.FRESH;
import static dev.signalbox.wiring.SetUpConsole.GITHUB;
import static dev.signalbox.wiring.SetUpConsole.PROD;
import static dev.signalbox.wiring.SetUpConsole.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.KeyRing;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.ui.welcome.SetupDesk;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.ClusterContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One more account or cluster beside what is set up: nothing of that is lost, whatever happens on the way.
class KeptAdditionsTest {

    @AutoClose
    private final SetUpConsole console;

    KeptAdditionsTest(@TempDir Path folder) throws Exception {
        console = new SetUpConsole(folder.resolve("own"));
    }

    @Test
    void aClusterIsAddedThoughTheKeyRingIsLocked() throws Exception {
        console.ring.answersOnly(new KeyRing.Answer.Locked());

        console.addCluster("live-us");

        assertThat(console.config().clusters()).extracting(ClusterContext::id).containsExactly(PROD, FRESH);
        assertThat(console.config().accounts()).extracting(CiAccount::id).containsExactly(GITHUB);
    }

    @Test
    void anAccountIsNotAddedWithoutAPlaceForItsToken() throws Exception {
        ConsoleConfig before = console.config();
        byte[] vault = Files.readAllBytes(console.vaultFile());
        console.ring.answersOnly(new KeyRing.Answer.Locked());

        assertThatThrownBy(console::addAccount).isInstanceOf(SetupDesk.Trouble.class)
                .isNotInstanceOf(SetupDesk.NeedsPassphrase.class).hasMessageNotContaining("ghp_second");

        assertThat(console.config()).isEqualTo(before);
        assertThat(console.vaultFile()).hasBinaryContent(vault);
    }

    @Test
    void oneMoreAccountLeavesTheTokenOfTheFirstInItsPlace() throws Exception {
        console.addAccount();

        assertThat(console.config().accounts()).extracting(CiAccount::id).containsExactly(GITHUB, SECOND);
        assertThat(console.token(GITHUB)).isEqualTo("ghp_first");
        assertThat(console.token(SECOND)).isEqualTo("ghp_second");
    }

    @Test
    void oneMoreLeavesWhatAPersonWroteIntoTheFile() throws Exception {
        String written = Files.readString(console.configuration()) + "# Ours.\ncolour: blue\n";
        Files.writeString(console.configuration(), written);

        console.addAccount();

        assertThat(Files.readString(console.configuration())).endsWith("# Ours.\ncolour: blue\n")
                .hasLineCount((int) written.lines().count() + 5);
        assertThat(console.config().accounts()).extracting(CiAccount::id).containsExactly(GITHUB, SECOND);
    }

    @Test
    void anAccountAloneIsAddedThoughTheBoardHasAMistake() throws Exception {
        Files.writeString(console.boardFile(), "services: [");

        console.addAccount();

        assertThat(console.config().accounts()).hasSize(2);
        assertThat(console.boardFile()).hasContent("services: [");
    }

    @Test
    void aConsoleThatWasKilledAfterTheVaultStartsAsBefore() throws Exception {
        ConsoleConfig before = console.config();
        try (Vault open = console.vault(PassphrasePrompt.nobody());
                SecretText secret = SecretText.of("ghp_half".toCharArray())) {
            open.put(SECOND.name(), "https://api.github.com", secret, Optional.empty());
        }

        assertThat(console.config()).isEqualTo(before);
        console.addAccount();

        assertThat(console.token(SECOND)).as("what was left half is replaced").isEqualTo("ghp_second");
    }

    @Test
    void aConsoleThatWasKilledAfterTheBoardIsAddedToAgainWithTheSameResult() throws Exception {
        ConsoleConfig before = console.config();
        String old = Files.readString(console.configuration());
        console.addCluster("live-us");
        BoardSpec whole = console.board();
        Files.writeString(console.configuration(), old);
        assertThat(console.config()).isEqualTo(before);

        console.addCluster("live-us");

        assertThat(console.board()).isEqualTo(whole);
        assertThat(whole.services()).singleElement().satisfies(service -> {
            assertThat(service.repository()).isEqualTo(new RepositoryId(GITHUB, "acme", "checkout"));
            assertThat(service.targets()).extracting(TargetSpec::environment).containsExactly("production", "live-us");
        });
    }
}
