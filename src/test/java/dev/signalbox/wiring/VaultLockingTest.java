package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.VaultStanding.Kind;
import dev.signalbox.domain.VaultStanding.Question;
import dev.signalbox.domain.VaultStanding.Wanted;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultLock;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The vault while the console runs: asked for tokens, locked, given another key.
class VaultLockingTest extends VaultScene {

    @Test
    void aTokenThatIsTypedAtEachStartIsAskedForInTheWindow() throws Exception {
        fetch(account("work", new TokenSource.Asked()));
        Question question = question(Wanted.TOKEN);
        assertThat(question.about()).contains("work").contains("https://github.com");
        desk.give(question.number(), "ghp_typed".toCharArray());
        assertThat(arrivalOf("work")).isEqualTo(new Tokens.Token.Found("ghp_typed"));
        assertThat(until(Kind.UNUSED).question()).isNull();
    }

    @Test
    void locksItselfAfterAWhileAndAfterSleep() throws Exception {
        stored(VaultLock.PASSPHRASE, "work");
        fetch(inVault("work"));
        desk.give(question(Wanted.PASSPHRASE).number(), "correct horse".toCharArray());
        until(Kind.OPEN);
        desk.step();
        assertThat(store.current().vault().kind()).isEqualTo(Kind.OPEN);
        wall = wall.plusSeconds(3_600);
        desk.step();
        until(Kind.SHUT);
        Vault vault = Objects.requireNonNull(desk.vault());
        assertThat(vault.lockIfIdle()).as("no key in memory").isTrue();
        // Whoever needs the vault now is asked anew.
        workers.execute(() -> {
            try (SecretText text = vault.take("work", GITHUB)) {
                arrive("again", new Tokens.Token.Found(text.reveal()));
            } catch (VaultProblem problem) {
                arrive("again", Tokens.missing(problem.sentence()));
            }
        });
        desk.give(question(Wanted.PASSPHRASE).number(), "correct horse".toCharArray());
        assertThat(arrivalOf("again")).isEqualTo(new Tokens.Token.Found("ghp_of_work"));
    }

    @Test
    void locksItselfAlsoWhileATokenIsAskedFor() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        fetch(inVault("work"));
        until(Kind.OPEN);
        fetch(account("home", new TokenSource.Asked()));
        Question question = question(Wanted.TOKEN);
        wall = wall.plusSeconds(3_600);
        desk.step();
        assertThat(store.current().vault().question()).isEqualTo(question);
        desk.give(question.number(), "ghp_typed".toCharArray());
        until(Kind.SHUT);
        assertThat(Objects.requireNonNull(desk.vault()).lockIfIdle()).as("no key in memory").isTrue();
    }

    @Test
    void whoeverTypesAPassphraseIsNotToldToWaitForTheKeyRing() throws Exception {
        stored(VaultLock.PASSPHRASE, "work");
        fetch(inVault("work"));
        question(Wanted.PASSPHRASE);
        tick += Duration.ofSeconds(4).toNanos();
        desk.step();
        assertThat(store.current().connections().values()).extracting(Connection::problem).containsOnlyNulls();
    }

    @Test
    void thePassphraseIsChangedInTheWindow() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        fetch(inVault("work"));
        until(Kind.OPEN);
        desk.usePassphrase();
        desk.give(question(Wanted.NEW_PASSPHRASE).number(), "another one, longer".toCharArray());
        assertThat(until(v -> !v.notice().isEmpty()).notice()).contains("new passphrase from now on");
        assertThat(ring.items).isEmpty();
        desk.useKeyRing();
        until(v -> v.notice().contains("key ring from now on"));
        assertThat(ring.items).hasSize(1);
    }

    @Test
    void aPassphraseThatIsTooShortIsRefusedInWords() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        fetch(inVault("work"));
        until(Kind.OPEN);
        desk.usePassphrase();
        desk.give(question(Wanted.NEW_PASSPHRASE).number(), "short".toCharArray());
        assertThat(until(v -> !v.notice().isEmpty())).satisfies(v -> {
            assertThat(v.notice()).contains("too short");
            assertThat(v.kind()).isEqualTo(Kind.OPEN);
        });
    }
}
