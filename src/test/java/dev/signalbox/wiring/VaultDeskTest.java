package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.VaultStanding;
import dev.signalbox.domain.VaultStanding.Kind;
import dev.signalbox.domain.VaultStanding.Question;
import dev.signalbox.domain.VaultStanding.Wanted;
import dev.signalbox.port.KeyRing;
import dev.signalbox.port.KeyRing.Answer;
import dev.signalbox.secrets.VaultLock;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Tokens that come later: everybody else goes on, and every reason for waiting is another word.
class VaultDeskTest extends VaultScene {

    @Test
    void theKeyRingGivesTheTokensWithoutAWord() throws Exception {
        stored(VaultLock.KEY_RING, "work", "home");
        fetch(inVault("work"), inVault("home"));
        assertThat(until(Kind.OPEN).waiting()).isEmpty();
        assertThat(arrived).containsOnlyKeys("work", "home")
                .containsEntry("work", new Tokens.Token.Found("ghp_of_work"));
    }

    @Test
    void aPassphraseIsAskedForInTheWindowUntilItIsRight() throws Exception {
        stored(VaultLock.PASSPHRASE, "work");
        fetch(inVault("work"));
        Question first = question(Wanted.PASSPHRASE);
        assertThat(store.current().vault().waiting()).containsExactly("work");
        desk.give(first.number(), "wrong horse".toCharArray());
        VaultStanding again = until(v -> v.question() != null
                && Objects.requireNonNull(v.question()).number() > first.number());
        Question second = Objects.requireNonNull(again.question());
        assertThat(second.refused()).contains("does not open the vault").doesNotContain("wrong horse");
        desk.give(second.number(), "correct horse".toCharArray());
        until(Kind.OPEN);
        assertThat(arrived).containsEntry("work", new Tokens.Token.Found("ghp_of_work"));
    }

    @Test
    void whoDoesNotAnswerIsAskedAgainWhenHeWants() throws Exception {
        stored(VaultLock.PASSPHRASE, "work");
        fetch(inVault("work"));
        question(Wanted.PASSPHRASE);
        desk.cancel();
        VaultStanding standing = until(Kind.CANCELLED);
        assertThat(standing.problem()).contains("No passphrase was typed");
        assertThat(standing.waiting()).containsExactly("work");
        assertThat(problemOf("work")).isInstanceOf(RemoteProblem.NoCredential.class);
        desk.again();
        desk.give(question(Wanted.PASSPHRASE).number(), "correct horse".toCharArray());
        until(Kind.OPEN);
        assertThat(arrived).containsOnlyKeys("work");
    }

    @Test
    void aRingThatHangsKeepsNobodyElseWaiting() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        CountDownLatch never = new CountDownLatch(1);
        asked = new Hanging(ring, never);
        fetch(inVault("work"), account("other", new TokenSource.Program(List.of("/bin/echo", "glpat-other"))));
        assertThat(arrivalOf("other")).isEqualTo(new Tokens.Token.Found("glpat-other"));
        assertThat(arrived).doesNotContainKey("work");
        assertThat(store.current().vault().kind()).isEqualTo(Kind.OPENING);
        desk.step();
        assertThat(store.current().vault().problem()).as("a quick answer is worth no word").isEmpty();
        tick += Duration.ofSeconds(4).toNanos();
        desk.step();
        assertThat(store.current().vault().problem()).contains("has not answered yet");
        assertThat(String.valueOf(problemOf("work"))).contains("has not answered yet");
        never.countDown();
        until(Kind.OPEN);
        assertThat(arrived).containsKey("work");
    }

    @Test
    void aTypedTokenIsStillAskedForWhenTheKeyRingHasGivenTheOthers() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        CountDownLatch answers = new CountDownLatch(1);
        asked = new Hanging(ring, answers);
        fetch(inVault("work"), account("home", new TokenSource.Asked()));
        Question question = question(Wanted.TOKEN);
        answers.countDown();
        arrivalOf("work");
        assertThat(until(v -> v.waiting().isEmpty()).question()).isEqualTo(question);
        desk.give(question.number(), "ghp_typed".toCharArray());
        assertThat(arrivalOf("home")).isEqualTo(new Tokens.Token.Found("ghp_typed"));
        assertThat(until(Kind.OPEN).question()).isNull();
    }

    @Test
    void aTypedTokenIsStillAskedForWhileALockedKeyRingIsAskedAgain() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        ring.answersOnly(new Answer.Locked());
        List<Runnable> work = new ArrayList<>();
        VaultDesk slow = new VaultDesk(store, work::add, machine);
        slow.attend();
        slow.fetch(tokens(), List.of(inVault("work"), account("home", new TokenSource.Asked())),
                (account, token) -> arrive(account.id().name(), token));
        workers.execute(work.get(1));
        Question question = question(Wanted.TOKEN);
        work.getFirst().run();
        assertThat(store.current().vault().question()).isEqualTo(question);
        assertThat(store.current().vault().waiting()).containsExactly("work");
        ring.works();
        tick += Duration.ofSeconds(5).toNanos();
        slow.step();
        work.getLast().run();
        assertThat(arrived).containsOnlyKeys("work");
        assertThat(store.current().vault().question()).isEqualTo(question);
        slow.give(question.number(), "ghp_typed".toCharArray());
        assertThat(arrivalOf("home")).isEqualTo(new Tokens.Token.Found("ghp_typed"));
        until(Kind.OPEN);
    }

    @Test
    void aRingThatIsLockedIsAskedAgainInTheBackground() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        ring.answersOnly(new Answer.Locked());
        fetch(inVault("work"));
        assertThat(until(Kind.RING_LOCKED).problem()).contains("locked");
        ring.works();
        desk.step();
        assertThat(arrived).as("not at every step").isEmpty();
        tick += Duration.ofSeconds(5).toNanos();
        desk.step();
        until(Kind.OPEN);
        assertThat(arrived).containsKey("work");
    }

    @Test
    void whoStopsWaitingForALockedRingIsNotAskedAgain() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        ring.answersOnly(new Answer.Locked());
        fetch(inVault("work"));
        until(Kind.RING_LOCKED);
        desk.cancel();
        until(Kind.CANCELLED);
        int reads = ring.reads();
        tick += Duration.ofMinutes(1).toNanos();
        desk.step();
        assertThat(store.current().vault().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(ring.reads()).isEqualTo(reads);
    }

    @Test
    void everyOtherReasonIsAnotherWord() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        fetch(inVault("work"), inVault("unknown"));
        until(Kind.OPEN);
        Map.of(
                new Answer.Absent("no bus"), Kind.RING_ABSENT,
                new Answer.Silent(Duration.ofSeconds(30)), Kind.RING_SILENT,
                new Answer.Missing(), Kind.KEY_GONE,
                new Answer.Failed("odd"), Kind.FAILED).forEach((answer, kind) -> {
                    VaultDesk other = new VaultDesk(store, Runnable::run, machine);
                    ring.answersOnly(answer);
                    other.fetch(tokens(), List.of(inVault("work")), (account, token) -> arrived.clear());
                    assertThat(store.current().vault().kind()).isEqualTo(kind);
                    assertThat(store.current().vault().problem()).isNotEmpty().doesNotContain("ghp_");
                    assertThat(store.current().vault().waiting()).containsExactly("work");
                });
    }

    @Test
    void aDamagedFileIsNotAWrongPassphrase() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length - 1] ^= 1;
        Files.write(file(), bytes);
        fetch(inVault("work"));
        assertThat(until(Kind.DAMAGED).problem()).contains("damaged or changed");
    }

    @Test
    void anOlderCopyWorksAndIsTold() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        byte[] old = Files.readAllBytes(file());
        stored(VaultLock.KEY_RING, "home");
        Files.write(file(), old);
        fetch(inVault("work"));
        assertThat(until(Kind.OPEN).notice()).contains("older copy");
        assertThat(arrived).containsKey("work");
    }

    @Test
    void aSecretThatIsNotThereConcernsItsOwnConnectionAlone() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        fetch(inVault("nobody"), inVault("work"));
        until(Kind.OPEN);
        assertThat(arrived.get("nobody")).isInstanceOf(Tokens.Token.Missing.class);
        assertThat(arrived.get("work")).isInstanceOf(Tokens.Token.Found.class);
    }

    @Test
    void aMistakeOfTheConsoleIsToldAndTheVaultCanBeUsedAgain() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        AtomicBoolean mistaken = new AtomicBoolean(true);
        asked = new Odd(ring, mistaken);
        fetch(inVault("work"));

        assertThat(until(Kind.FAILED).problem()).contains("mistake in the console").contains("Try again.")
                .doesNotContain("canary");
        assertThat(problemOf("work")).isInstanceOf(RemoteProblem.NoCredential.class);
        mistaken.set(false);
        desk.again();

        until(Kind.OPEN);
        assertThat(arrived).containsKey("work");
    }

    @Test
    void aMistakeWhileTheVaultIsWorkedWithIsToldToo() throws Exception {
        stored(VaultLock.KEY_RING, "work");
        AtomicBoolean mistaken = new AtomicBoolean();
        asked = new Odd(ring, mistaken);
        fetch(inVault("work"));
        until(Kind.OPEN);
        mistaken.set(true);
        desk.lock();
        until(Kind.SHUT);
        desk.useKeyRing();

        assertThat(until(v -> !v.notice().isEmpty()).notice()).contains("mistake in the console");
        mistaken.set(false);
        desk.useKeyRing();
        assertThat(until(v -> v.notice().contains("key ring from now on")).kind()).isEqualTo(Kind.OPEN);
    }

    /// A key ring that nobody expected.
    private record Odd(KeyRing ring, AtomicBoolean mistaken) implements KeyRing {

        @Override
        public Answer read(String item) {
            if (mistaken.get()) {
                throw new IllegalStateException("canary");
            }
            return ring.read(item);
        }

        @Override
        public Answer write(String item, char[] text) {
            return ring.write(item, text);
        }

        @Override
        public Answer remove(String item) {
            return ring.remove(item);
        }
    }

    /// Answers when it is let go.
    private record Hanging(KeyRing ring, CountDownLatch until) implements KeyRing {

        private void hang() {
            try {
                until.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public Answer read(String item) {
            hang();
            return ring.read(item);
        }

        @Override
        public Answer write(String item, char[] text) {
            return ring.write(item, text);
        }

        @Override
        public Answer remove(String item) {
            return ring.remove(item);
        }
    }
}
