package dev.signalbox.ui.welcome;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One question at a time to the outside: what is being done is shown meanwhile, and what went wrong afterwards. The
/// answer to a question that nobody waits for any more is thrown away.
final class Asking {

    private final Executor background;
    private final Executor fx;
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private @Nullable Errand<?> current;

    /// @param background where questions block; may run them at once, as tests do
    /// @param fx the screen's thread
    Asking(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
    }

    /// Something that blocks.
    interface Question<T> {

        /// @param way shows on the screen how far it is, as long as somebody waits for it
        T ask(Consumer<Runnable> way) throws SetupDesk.Trouble, InterruptedException;
    }

    /// What is being done now; empty when nothing is.
    ReadOnlyStringProperty doing() {
        return doing.getReadOnlyProperty();
    }

    /// What went wrong last; empty for nothing.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    boolean isBusy() {
        return current != null;
    }

    /// Says what is wrong without asking anybody.
    void object(String sentence) {
        problem.set(sentence);
    }

    /// Asks; a question that is open is given up.
    ///
    /// @param words what is being done, for the person who waits
    /// @param answer hears the answer on the screen's thread
    <T> void ask(String words, Question<T> question, Consumer<T> answer) {
        ask(words, question, answer, trouble -> {});
    }

    /// The same for somebody who wants to know what went wrong, beside what is shown.
    <T> void ask(
            String words, Question<T> question, Consumer<T> answer, Consumer<SetupDesk.Trouble> failed) {
        cancel();
        Errand<T> errand = new Errand<>(question, answer, failed);
        current = errand;
        problem.set("");
        doing.set(words);
        background.execute(errand::run);
    }

    /// Changes what is said to be done while it goes on.
    void tell(String words) {
        if (current != null) {
            doing.set(words);
        }
    }

    /// Gives up: nothing that comes of it is shown.
    void cancel() {
        Errand<?> open = current;
        current = null;
        doing.set("");
        problem.set("");
        if (open != null) {
            open.stop();
        }
    }

    private <T> void deliver(Errand<T> errand, Runnable outcome) {
        fx.execute(() -> {
            if (errand.equals(current)) {
                current = null;
                doing.set("");
                outcome.run();
            }
        });
    }

    /// A question under way.
    private final class Errand<T> {

        private final Question<T> question;
        private final Consumer<T> answer;
        private final Consumer<SetupDesk.Trouble> failed;
        private @Nullable Thread worker;
        private boolean stopped;

        Errand(Question<T> question, Consumer<T> answer, Consumer<SetupDesk.Trouble> failed) {
            this.question = question;
            this.answer = answer;
            this.failed = failed;
        }

        void run() {
            if (!begin()) {
                return;
            }
            try {
                T result = question.ask(this::show);
                deliver(this, () -> answer.accept(result));
            } catch (SetupDesk.Trouble trouble) {
                deliver(this, () -> {
                    problem.set(trouble.sentence());
                    failed.accept(trouble);
                });
            } catch (InterruptedException stop) {
                deliver(this, () -> {});
            } catch (RuntimeException bug) {
                deliver(this, () -> problem.set("This could not be done, because of a fault in the console."));
                throw bug;
            } finally {
                end();
            }
        }

        private void show(Runnable onScreen) {
            fx.execute(() -> {
                if (equals(current)) {
                    onScreen.run();
                }
            });
        }

        private synchronized boolean begin() {
            worker = Thread.currentThread();
            return !stopped;
        }

        private synchronized void end() {
            worker = null;
        }

        synchronized void stop() {
            stopped = true;
            if (worker != null && worker != Thread.currentThread()) {
                worker.interrupt();
            }
        }
    }
}
