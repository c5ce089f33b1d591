package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.Chosen.Account.Keeping;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.port.KeyRing;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.FakeKeyRing;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the first run keeps of a sign-in whose token ends, and of a token that is not to be kept.
class KeptGrantTest {

    private static final HiddenText NO_PASSPHRASE = new HiddenText("");

    @TempDir
    private Path folder;

    private final KeyRing ring = new FakeKeyRing();

    @Test
    void aTokenThatIsRenewedIsKeptWithWhatRenewsItAsOneSecret() throws Exception {
        Folders folders = Folders.below(folder.resolve("own"));
        folders.make();
        SetupDoors outside = new SetupDoors(Machine.here(), new Threads(), Map.of());
        ConsoleConfig before = new ConsoleConfig(List.of(), List.of(), null);
        KeptSetup setup = new KeptSetup(folders, outside, prompt -> vault(folders, prompt), before);

        setup.keep(chosen(), new BoardProposal(List.of(), List.of()), NO_PASSPHRASE);

        try (Vault vault = vault(folders, PassphrasePrompt.nobody());
                SecretText token = vault.take("GitHub", "https://api.github.com")) {
            assertThat(GrantText.read(token.reveal())).contains(GrantTextTest.GRANT);
        }
    }

    @Test
    void whatIsNotToBeKeptReachesNoVaultAndIsAskedForAtEachStart() throws Exception {
        Folders folders = Folders.below(folder.resolve("own"));
        folders.make();
        Chosen.Account typed = new Chosen.Account(
                new ConnectionId("GitHub"), new Host(Connection.Kind.GITHUB, "https://github.com"),
                new HiddenText("ghp_canary"), List.of(Examples.CHECKOUT)).kept(new Keeping.Nowhere());
        Chosen.Account printed = new Chosen.Account(
                new ConnectionId("work"), new Host(Connection.Kind.GITLAB, "https://gitlab.com"),
                new HiddenText("glpat-canary"), List.of(Examples.CHECKOUT))
                .kept(new Keeping.WithProgram(List.of("glab", "auth", "token")));
        KeptSetup setup = new KeptSetup(
                folders, new SetupDoors(Machine.here(), new Threads(), Map.of()), prompt -> vault(folders, prompt),
                new ConsoleConfig(List.of(), List.of(), null));

        setup.keep(
                new Chosen(List.of(typed, printed.ofEverything()), List.of()),
                new BoardProposal(List.of(), List.of()), NO_PASSPHRASE);

        assertThat(folders.data().resolve("secrets.vault")).doesNotExist();
        assertThat(folders.settings().resolve("console.yaml")).content().doesNotContain("canary")
                .contains("token: ask", "token-command");
    }

    private static Chosen chosen() {
        Chosen.Account typed = new Chosen.Account(
                new ConnectionId("GitHub"), new Host(Connection.Kind.GITHUB, "https://github.com"),
                new HiddenText("ghp_canary"), List.of());
        return new Chosen(List.of(typed.by(GrantTextTest.GRANT)), List.of());
    }

    private Vault vault(Folders folders, PassphrasePrompt prompt) {
        return new Vault(
                folders.data().resolve("secrets.vault"), ring, prompt, new SecureRandom(), System::nanoTime,
                Duration.ofMinutes(5));
    }
}
