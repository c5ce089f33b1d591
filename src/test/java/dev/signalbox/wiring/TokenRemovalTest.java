package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.VaultStanding;
import dev.signalbox.domain.VaultStanding.Question;
import dev.signalbox.domain.VaultStanding.Wanted;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultLock;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.testing.TypedPassphrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A token is taken out of the vault by the vault that the window shares: nobody is asked in a terminal.
class TokenRemovalTest extends VaultScene {

    private final List<Folders> elsewhere = new ArrayList<>();

    private Vault own(Folders folders) {
        elsewhere.add(folders);
        return vault(new TypedPassphrase("correct horse"));
    }

    private TokenRemoval removal() {
        return new TokenRemoval(desk, this::own);
    }

    /// Removes beside the test.
    ///
    /// @return completed with why it did not work; empty when it did
    private CompletableFuture<String> removing(String name) {
        CompletableFuture<String> end = new CompletableFuture<>();
        workers.execute(() -> {
            try {
                removal().remove(Folders.below(folder), name);
                end.complete("");
            } catch (VaultProblem problem) {
                end.complete(problem.sentence());
            }
        });
        return end;
    }

    private List<String> left() throws Exception {
        try (Vault vault = vault(new TypedPassphrase("correct horse"))) {
            return vault.list().stream().map(Vault.Listed::name).toList();
        }
    }

    @Test
    void whoRemovesATokenIsAskedInTheWindowUntilThePassphraseIsRight() throws Exception {
        stored(VaultLock.PASSPHRASE, "work", "home");
        fetch();
        CompletableFuture<String> end = removing("work");
        Question first = question(Wanted.PASSPHRASE);
        desk.give(first.number(), "wrong horse".toCharArray());
        VaultStanding again = until(v -> v.question() != null
                && Objects.requireNonNull(v.question()).number() > first.number());
        Question second = Objects.requireNonNull(again.question());
        assertThat(second.refused()).contains("does not open the vault").doesNotContain("wrong horse");
        desk.give(second.number(), "correct horse".toCharArray());
        assertThat(end.get(60, TimeUnit.SECONDS)).isEmpty();
        assertThat(left()).containsExactly("home");
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void whoDoesNotAnswerKeepsTheTokenAndIsTold() throws Exception {
        stored(VaultLock.PASSPHRASE, "work");
        fetch();
        CompletableFuture<String> end = removing("work");
        question(Wanted.PASSPHRASE);
        desk.cancel();
        assertThat(end.get(60, TimeUnit.SECONDS)).isNotEmpty();
        assertThat(left()).containsExactly("work");
    }

    @Test
    void aVaultThatIsOpenAsksNobodyAndStaysOpen() throws Exception {
        stored(VaultLock.PASSPHRASE, "work", "home");
        fetch(inVault("work"));
        desk.give(question(Wanted.PASSPHRASE).number(), "correct horse".toCharArray());
        until(VaultStanding.Kind.OPEN);
        assertThat(removing("work").get(60, TimeUnit.SECONDS)).isEmpty();
        assertThat(removing("home").get(60, TimeUnit.SECONDS)).isEmpty();
        assertThat(left()).isEmpty();
        assertThat(store.current().vault().kind()).isEqualTo(VaultStanding.Kind.OPEN);
    }

    @Test
    void beforeTheSharedOneIsThereAnotherIsOpened() throws Exception {
        stored(VaultLock.PASSPHRASE, "work");
        assertThat(removing("work").get(60, TimeUnit.SECONDS)).isEmpty();
        assertThat(left()).isEmpty();
        assertThat(elsewhere).hasSize(1);
    }
}
