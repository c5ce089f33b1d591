package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.port.KeyRing;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.testing.FakeKeyRing;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the first run keeps of a sign-in whose token ends.
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
