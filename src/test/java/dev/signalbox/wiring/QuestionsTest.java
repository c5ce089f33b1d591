package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.VaultStanding.Question;
import dev.signalbox.domain.VaultStanding.Wanted;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whoever asks waits for a person, and for nobody else.
@Timeout(60)
class QuestionsTest {

    private final BlockingQueue<Question> asked = new LinkedBlockingQueue<>();
    private final AtomicInteger ended = new AtomicInteger();
    private final Questions questions = new Questions(asked::add, ended::incrementAndGet);

    private static FutureTask<Optional<String>> asking(Callable<Optional<char[]>> work) {
        FutureTask<Optional<String>> task = new FutureTask<>(() -> work.call().map(String::new));
        Thread.ofVirtual().start(task);
        return task;
    }

    private Question next() throws InterruptedException {
        Question question = asked.poll(30, TimeUnit.SECONDS);
        assertThat(question).isNotNull();
        return Objects.requireNonNull(question);
    }

    @Test
    void whatIsTypedGoesToWhoAsked() throws Exception {
        FutureTask<Optional<String>> passphrase = asking(questions::existing);
        Question question = next();
        assertThat(question.wanted()).isEqualTo(Wanted.PASSPHRASE);
        questions.give(question.number(), "correct horse".toCharArray());
        assertThat(passphrase.get()).contains("correct horse");
        assertThat(ended).hasValue(1);
    }

    @Test
    void aTokenIsAskedForInTheWordsOfWhoWantsIt() throws Exception {
        FutureTask<Optional<String>> token = asking(() -> questions.hidden("Token for work: "));
        assertThat(next()).satisfies(q -> {
            assertThat(q.wanted()).isEqualTo(Wanted.TOKEN);
            assertThat(q.about()).isEqualTo("Token for work: ");
            questions.give(q.number(), "abc".toCharArray());
        });
        assertThat(token.get()).contains("abc");
    }

    @Test
    void oneQuestionAfterTheOther() throws Exception {
        FutureTask<Optional<String>> one = asking(questions::existing);
        Question first = next();
        FutureTask<Optional<String>> two = asking(questions::fresh);
        assertThat(asked).isEmpty();
        questions.give(first.number(), "one".toCharArray());
        Question second = next();
        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(second.wanted()).isEqualTo(Wanted.NEW_PASSPHRASE);
        questions.give(second.number(), "two".toCharArray());
        assertThat(one.get()).contains("one");
        assertThat(two.get()).contains("two");
    }

    @Test
    void anAnswerToAnOlderQuestionIsWipedAndGoesNowhere() throws Exception {
        FutureTask<Optional<String>> one = asking(questions::existing);
        Question first = next();
        char[] late = "somebody".toCharArray();
        questions.give(first.number() - 1, late);
        assertThat(late).containsOnly('\0');
        assertThat(one.isDone()).isFalse();
        assertThat(questions.cancel()).isTrue();
        assertThat(one.get()).isEmpty();
    }

    @Test
    void aSecondAnswerIsWiped() throws Exception {
        FutureTask<Optional<String>> one = asking(questions::existing);
        Question first = next();
        questions.give(first.number(), "right".toCharArray());
        char[] second = "again".toCharArray();
        questions.give(first.number(), second);
        assertThat(Arrays.equals(second, new char[5])).isTrue();
        assertThat(one.get()).contains("right");
    }

    @Test
    void cancellingWithoutAQuestionDoesNothing() {
        assertThat(questions.cancel()).isFalse();
    }

    @Test
    void anEmptyAnswerIsNone() throws Exception {
        FutureTask<Optional<String>> one = asking(questions::existing);
        questions.give(next().number(), new char[0]);
        assertThat(one.get()).isEmpty();
    }

    @Test
    void whyTheLastAnswerWasRefusedIsToldOnce() throws Exception {
        questions.refuse("Wrong.");
        FutureTask<Optional<String>> one = asking(questions::existing);
        Question first = next();
        assertThat(first.refused()).isEqualTo("Wrong.");
        questions.cancel();
        one.get();
        FutureTask<Optional<String>> two = asking(questions::existing);
        assertThat(next().refused()).isEmpty();
        questions.cancel();
        two.get();
    }

    @Test
    void whoIsInterruptedGetsNoAnswer() throws Exception {
        FutureTask<Optional<String>> task = new FutureTask<>(() -> questions.existing().map(String::new));
        Thread thread = Thread.ofVirtual().start(task);
        next();
        thread.interrupt();
        assertThat(task.get()).isEmpty();
    }

    @Test
    void afterTheEndNobodyIsAskedAndNobodyWaits() throws Exception {
        FutureTask<Optional<String>> one = asking(questions::existing);
        next();
        questions.close();
        assertThat(one.get()).isEmpty();
        assertThat(asking(questions::fresh).get()).isEmpty();
    }
}
