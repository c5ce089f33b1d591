package dev.signalbox.wiring;

import dev.signalbox.domain.VaultStanding.Question;
import dev.signalbox.domain.VaultStanding.Wanted;
import dev.signalbox.secrets.PassphrasePrompt;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks a person in the window for what must not be seen while it is typed: one question after the other. Whoever asks
/// waits until there is an answer; only threads that nobody waits for ask.
final class Questions implements Terminal, PassphrasePrompt {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Consumer<Question> asked;
    private final Runnable ended;
    private volatile @Nullable Pending open;
    private volatile String refused = "";
    private volatile boolean closed;
    private long number;

    /// @param asked hears every question
    /// @param ended told when nobody waits for it any more
    Questions(Consumer<Question> asked, Runnable ended) {
        this.asked = asked;
        this.ended = ended;
    }

    /// An answer, unless it is for a question that nobody waits for any more.
    void give(long toNumber, char[] typed) {
        if (!answer(toNumber, typed.length == 0 ? Optional.empty() : Optional.of(typed))) {
            Arrays.fill(typed, '\0');
        }
    }

    /// @return whether there was a question
    boolean cancel() {
        Pending pending = open;
        return pending != null && pending.answer.offer(Optional.empty());
    }

    private boolean answer(long toNumber, Optional<char[]> typed) {
        Pending pending = open;
        return pending != null && pending.question.number() == toNumber && pending.answer.offer(typed);
    }

    /// Nobody is asked any more.
    void close() {
        closed = true;
        boolean unused = cancel();
    }

    /// Why the last answer was of no use; told with the next question.
    void refuse(String why) {
        refused = why;
    }

    @Override
    public Optional<char[]> existing() {
        return ask(Wanted.PASSPHRASE, "");
    }

    @Override
    public Optional<char[]> fresh() {
        return ask(Wanted.NEW_PASSPHRASE, "");
    }

    @Override
    public Optional<char[]> hidden(String question) {
        return ask(Wanted.TOKEN, question);
    }

    @Override
    public Optional<char[]> secret(String question) {
        return hidden(question);
    }

    @Override
    public Optional<String> line(String question) {
        return Optional.empty();
    }

    private Optional<char[]> ask(Wanted wanted, String about) {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            Question question = new Question(++number, wanted, about, refused);
            refused = "";
            Pending pending = new Pending(question, new ArrayBlockingQueue<>(1));
            open = pending;
            asked.accept(question);
            if (closed) {
                return Optional.empty();
            }
            return pending.answer.take();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            open = null;
            ended.run();
            turn.unlock();
        }
    }

    /// @param answer takes one answer and no more
    private record Pending(Question question, BlockingQueue<Optional<char[]>> answer) {}
}
