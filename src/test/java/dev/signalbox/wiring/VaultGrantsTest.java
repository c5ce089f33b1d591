package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.VaultStanding.Kind;
import dev.signalbox.domain.VaultStanding.Wanted;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.port.KeyRing.Answer;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultLock;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A grant in the vault, with and without somebody who could type its passphrase.
class VaultGrantsTest extends VaultScene {

    private static final Grant FIRST = GrantTextTest.GRANT;
    private static final Grant NEXT = new Grant(
            new HiddenText("ghu_access4567"), Instant.parse("2026-11-22T18:00:00Z"), new HiddenText("ghr_refresh4567"),
            null, FIRST.clientId(), FIRST.at());

    private final KnownSecrets known = new KnownSecrets();
    private final CompletableFuture<Tokens.Token> unlocked = new CompletableFuture<>();
    private final VaultGrants grants = new VaultGrants(inVault("work"), desk, known, unlocked::complete);

    /// The vault as it is while the console runs, with the grant in it.
    private void open(VaultLock lock) throws Exception {
        stored(lock, "work");
        fetch(inVault("work"));
        if (lock == VaultLock.PASSPHRASE) {
            desk.give(question(Wanted.PASSPHRASE).number(), "correct horse".toCharArray());
        }
        until(Kind.OPEN);
        put(FIRST);
    }

    private void put(Grant grant) throws Exception {
        try (SecretText text = SecretText.of(GrantText.of(grant).toCharArray())) {
            Objects.requireNonNull(desk.vault()).put("work", GITHUB, text, Optional.empty());
        }
    }

    private void lock() throws Exception {
        desk.lock();
        until(Kind.SHUT);
    }

    private RemoteProblem problem() {
        return Objects.requireNonNull(catchThrowableOfType(RemoteFailure.class, grants::kept)).problem();
    }

    @Test
    void thePairIsReplacedAsOne() throws Exception {
        open(VaultLock.KEY_RING);

        assertThat(grants.kept()).isEqualTo(FIRST);
        assertThat(grants.replace(FIRST, NEXT)).isTrue();
        assertThat(grants.kept()).isEqualTo(NEXT);
        assertThat(grants.replace(FIRST, NEXT)).as("somebody else was faster").isFalse();
        try (Vault another = vault(PassphrasePrompt.nobody()); SecretText text = another.take("work", GITHUB)) {
            assertThat(text.reveal()).isEqualTo(GrantText.of(NEXT));
        }
    }

    @Test
    void aKeyThatNobodyAskedForIsWipedAgain() throws Exception {
        open(VaultLock.KEY_RING);
        lock();

        assertThat(grants.kept()).isEqualTo(FIRST);

        assertThat(Objects.requireNonNull(desk.vault()).lockIfIdle()).as("no key is in memory").isTrue();
        assertThat(store.current().vault().kind()).isEqualTo(Kind.SHUT);
    }

    @Test
    void nobodyIsAskedForThePassphraseButTheWindowSaysThatTheVaultIsWanted() throws Exception {
        open(VaultLock.PASSPHRASE);
        lock();

        assertThat(problem()).isInstanceOf(RemoteProblem.NoCredential.class);
        assertThat(problem().detail()).contains("Unlock the vault");
        assertThat(store.current().vault().kind()).isEqualTo(Kind.WANTED);
        assertThat(store.current().vault().waiting()).containsExactly("work");
        assertThat(store.current().vault().question()).isNull();

        desk.again();
        desk.give(question(Wanted.PASSPHRASE).number(), "correct horse".toCharArray());

        assertThat(unlocked.get(60, TimeUnit.SECONDS)).isEqualTo(new Tokens.Token.Renewed(FIRST));
        assertThat(until(Kind.OPEN).waiting()).isEmpty();
        assertThat(grants.kept()).isEqualTo(FIRST);
    }

    @Test
    void whoeverOpensTheVaultForSomethingElseServesTheRenewalToo() throws Exception {
        open(VaultLock.PASSPHRASE);
        lock();
        assertThat(problem()).isInstanceOf(RemoteProblem.NoCredential.class);
        CompletableFuture<String> other = new CompletableFuture<>();
        workers.execute(() -> {
            try (SecretText text = Objects.requireNonNull(desk.vault()).take("work", GITHUB)) {
                other.complete(text.reveal());
            } catch (Exception e) {
                other.completeExceptionally(e);
            }
        });
        desk.give(question(Wanted.PASSPHRASE).number(), "correct horse".toCharArray());
        other.get(60, TimeUnit.SECONDS);

        assertThat(grants.kept()).isEqualTo(FIRST);
        assertThat(store.current().vault().waiting()).isEmpty();
    }

    @Test
    void aKeyRingThatIsLockedMeanwhileIsAskedAgainUntilItGivesTheToken() throws Exception {
        open(VaultLock.KEY_RING);
        lock();
        ring.answersOnly(new Answer.Locked());

        assertThat(problem()).isInstanceOf(RemoteProblem.NoCredential.class);
        assertThat(store.current().vault().kind()).isEqualTo(Kind.RING_LOCKED);
        assertThat(store.current().vault().problem()).isEqualTo(problem().detail());
        assertThat(store.current().vault().waiting()).containsExactly("work");

        ring.works();
        desk.step();
        assertThat(store.current().vault().kind()).as("not at every step").isEqualTo(Kind.RING_LOCKED);
        tick += Duration.ofSeconds(5).toNanos();
        desk.step();

        assertThat(unlocked.get(60, TimeUnit.SECONDS)).isEqualTo(new Tokens.Token.Renewed(FIRST));
        assertThat(until(Kind.OPEN).waiting()).isEmpty();
    }

    @Test
    void aKeyRingThatDoesNotAnswerIsAskedAgainWhenAPersonWants() throws Exception {
        open(VaultLock.KEY_RING);
        lock();
        ring.answersOnly(new Answer.Silent(Duration.ofSeconds(30)));

        assertThat(problem()).isInstanceOf(RemoteProblem.NoCredential.class);
        assertThat(store.current().vault().kind()).isEqualTo(Kind.RING_SILENT);
        ring.works();
        desk.again();

        assertThat(unlocked.get(60, TimeUnit.SECONDS)).isEqualTo(new Tokens.Token.Renewed(FIRST));
    }

    @Test
    void aRenewalThatFindsTheKeyRingUnlockedSaysSoAndWipesTheKey() throws Exception {
        open(VaultLock.KEY_RING);
        lock();
        ring.answersOnly(new Answer.Silent(Duration.ofSeconds(30)));
        assertThat(problem()).isInstanceOf(RemoteProblem.NoCredential.class);

        ring.works();

        assertThat(grants.kept()).isEqualTo(FIRST);
        assertThat(store.current().vault().kind()).isEqualTo(Kind.SHUT);
        assertThat(store.current().vault().waiting()).isEmpty();
        assertThat(Objects.requireNonNull(desk.vault()).lockIfIdle()).as("no key is in memory").isTrue();
    }

    @Test
    void whoStopsWaitingForALockedKeyRingIsNotToldAnewByTheSameAccount() throws Exception {
        open(VaultLock.KEY_RING);
        lock();
        ring.answersOnly(new Answer.Locked());
        assertThat(problem()).isInstanceOf(RemoteProblem.NoCredential.class);
        desk.cancel();

        assertThat(problem()).isInstanceOf(RemoteProblem.NoCredential.class);

        assertThat(store.current().vault().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(store.current().vault().waiting()).containsExactly("work");
    }

    @Test
    void aTokenThatSomebodyStoredInsteadIsToldAndLeftAlone() throws Exception {
        open(VaultLock.KEY_RING);
        stored(VaultLock.KEY_RING, "work");

        assertThat(problem().detail()).contains("another token").doesNotContain("ghp_");
        assertThat(grants.replace(FIRST, NEXT)).isFalse();
        Objects.requireNonNull(desk.vault()).remove("work");
        assertThat(problem().detail()).contains("holds no secret");
    }

    @Test
    void whatCannotBeKeptIsToldUntilItIs() throws Exception {
        open(VaultLock.KEY_RING);
        Files.createDirectory(file().resolveSibling("secrets.vault.new"));
        Files.createFile(file().resolveSibling("secrets.vault.new").resolve("in-the-way"));

        RemoteFailure failure = Objects.requireNonNull(
                catchThrowableOfType(RemoteFailure.class, () -> grants.replace(FIRST, NEXT)));

        assertThat(failure.problem()).isInstanceOf(RemoteProblem.NoCredential.class);
        assertThat(store.current().vault().notice()).contains("work").contains("in memory only")
                .doesNotContain("ghu_").doesNotContain("ghr_");
        Files.delete(file().resolveSibling("secrets.vault.new").resolve("in-the-way"));
        assertThat(grants.replace(FIRST, NEXT)).isTrue();
        assertThat(store.current().vault().notice()).isEmpty();
    }

    @Test
    void whatCameOfSigningInAgainIsKeptWhateverLiesThere() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        fetch(inVault("work"));
        until(Kind.OPEN);

        grants.store(NEXT);

        assertThat(grants.kept()).isEqualTo(NEXT);
        assertThat(known.get().hideWhole("ghu_access4567 ghr_refresh4567 word")).isEqualTo("••• ••• word");
    }

    @Test
    void bothTokensAreKnownBeforeAnythingIsDoneWithThem() {
        grants.learn(FIRST);

        assertThat(known.get().hideWhole("a ghu_access0123 b ghr_refresh0123 c")).isEqualTo("a ••• b ••• c");
        assertThat(Tokens.texts(List.of(new Tokens.Token.Renewed(FIRST)))).isEmpty();
        assertThat(new Tokens.Token.Renewed(FIRST).toString()).doesNotContain("access0123")
                .doesNotContain("refresh0123");
    }
}
