package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.port.KeyRing;
import dev.signalbox.port.KeyRing.Answer;
import dev.signalbox.testing.FakeKeyRing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TimedKeyRingTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(15);

    private final List<Thread> started = new ArrayList<>();
    private final ThreadFactory threads = task -> {
        Thread thread = Thread.ofPlatform().daemon().unstarted(task);
        started.add(thread);
        return thread;
    };

    @Test
    void passesOnWhatTheRingSays() {
        FakeKeyRing ring = new FakeKeyRing();
        KeyRing timed = new TimedKeyRing(ring, threads, LONG);
        assertThat(timed.read("a")).isEqualTo(new Answer.Missing());
        assertThat(timed.write("a", "secret".toCharArray())).isEqualTo(new Answer.Done());
        assertThat(timed.read("a")).isInstanceOfSatisfying(
                Answer.Found.class, found -> assertThat(found.text()).containsExactly("secret".toCharArray()));
        assertThat(timed.remove("a")).isEqualTo(new Answer.Done());
        assertThat(timed.remove("a")).isEqualTo(new Answer.Missing());
        ring.answersOnly(new Answer.Locked());
        assertThat(timed.read("a")).isEqualTo(new Answer.Locked());
    }

    @Test
    void aRingThatHangsIsGivenUpAndCostsOneThread() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        Stuck ring = new Stuck(hanging);
        KeyRing timed = new TimedKeyRing(ring, threads, SHORT);
        assertThat(timed.read("a")).isEqualTo(new Answer.Silent(SHORT));
        assertThat(timed.read("a")).isEqualTo(new Answer.Silent(SHORT));
        assertThat(timed.write("a", new char[] {'x'})).isEqualTo(new Answer.Silent(SHORT));
        assertThat(started).hasSize(1);
        hanging.countDown();
        started.getFirst().join();
        assertThat(ring.given).as("what came too late is wiped").containsOnly('\0');
        assertThat(new TimedKeyRing(new FakeKeyRing(), threads, LONG).read("a")).isEqualTo(new Answer.Missing());
    }

    @Test
    void aRingThatAnswersAgainIsAskedAgain() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        KeyRing timed = new TimedKeyRing(new Stuck(hanging), threads, Duration.ofSeconds(1));
        assertThat(timed.read("a")).isInstanceOf(Answer.Silent.class);
        hanging.countDown();
        started.getFirst().join();
        assertThat(timed.remove("a")).isEqualTo(new Answer.Done());
    }

    @Test
    void aRingThatBreaksTellsNothingOfWhatItWasGiven() {
        KeyRing timed = new TimedKeyRing(new Broken(), threads, LONG);
        for (Answer answer : List.of(
                timed.read("canary"), timed.write("x", "canary".toCharArray()), timed.remove("canary"))) {
            assertThat(answer).isInstanceOf(Answer.Failed.class);
            assertThat(answer.toString()).contains("IllegalStateException").doesNotContain("canary");
        }
    }

    @Test
    void theCallersTextStaysTheCallers() {
        char[] text = "secret".toCharArray();
        new TimedKeyRing(new FakeKeyRing(), threads, LONG).write("a", text);
        assertThat(new String(text)).isEqualTo("secret");
    }

    @Test
    void neverPrintsWhatItFound() {
        assertThat(new Answer.Found("canary".toCharArray()).toString()).doesNotContain("canary");
    }

    private static final class Stuck implements KeyRing {

        private final CountDownLatch hanging;
        private final char[] given = "canary".toCharArray();

        Stuck(CountDownLatch hanging) {
            this.hanging = hanging;
        }

        @Override
        public Answer read(String item) {
            boolean released = false;
            while (!released) {
                try {
                    hanging.await();
                    released = true;
                } catch (InterruptedException ignored) {
                    // A call into the system does not listen either.
                }
            }
            return new Answer.Found(given);
        }

        @Override
        public Answer write(String item, char[] text) {
            return new Answer.Done();
        }

        @Override
        public Answer remove(String item) {
            return new Answer.Done();
        }
    }

    private static final class Broken implements KeyRing {

        @Override
        public Answer read(String item) {
            throw new IllegalStateException("could not do it for " + item);
        }

        @Override
        public Answer write(String item, char[] text) {
            throw new IllegalStateException("could not store " + new String(text));
        }

        @Override
        public Answer remove(String item) {
            throw new IllegalStateException("could not do it for " + item);
        }
    }
}
