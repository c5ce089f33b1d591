package dev.signalbox.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AskingTest {

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final Asking asking = new Asking(work::add, Runnable::run);

    @Test
    void showsWhatIsDoneUntilTheAnswerIsThere() {
        asking.ask("Asking…", way -> "answer", heard::add);
        assertThat(asking.doing().get()).isEqualTo("Asking…");
        assertThat(asking.isBusy()).isTrue();

        work.remove().run();

        assertThat(heard).containsExactly("answer");
        assertThat(asking.doing().get()).isEmpty();
        assertThat(asking.isBusy()).isFalse();
    }

    @Test
    void saysWhatWentWrongAndForgetsItWithTheNextQuestion() {
        asking.<String>ask("Asking…", way -> {
            throw new SetupDesk.Trouble("It does not answer.");
        }, heard::add, trouble -> heard.add("failed: " + trouble.sentence()));
        work.remove().run();
        assertThat(asking.problem().get()).isEqualTo("It does not answer.");
        assertThat(heard).containsExactly("failed: It does not answer.");

        asking.ask("Asking again…", way -> "answer", heard::add);
        assertThat(asking.problem().get()).isEmpty();
    }

    @Test
    void theAnswerToAQuestionThatWasGivenUpIsThrownAway() {
        asking.ask("First…", way -> "first", heard::add);
        asking.ask("Second…", way -> "second", heard::add);

        work.remove().run();
        assertThat(heard).isEmpty();
        assertThat(asking.doing().get()).isEqualTo("Second…");

        work.remove().run();
        assertThat(heard).containsExactly("second");
    }

    @Test
    void aQuestionThatWasGivenUpBeforeItBeganIsNotAsked() {
        asking.ask("Asking…", way -> {
            heard.add("asked");
            return "answer";
        }, heard::add);
        asking.cancel();
        work.remove().run();

        assertThat(heard).isEmpty();
        assertThat(asking.isBusy()).isFalse();
    }

    @Test
    void progressOfAQuestionThatWasGivenUpIsNotShown() {
        asking.ask("Asking…", way -> {
            way.accept(() -> heard.add("half"));
            asking.cancel();
            way.accept(() -> heard.add("more"));
            return "answer";
        }, heard::add);
        work.remove().run();

        assertThat(heard).containsExactly("half");
    }

    @Test
    void givingUpInterruptsWhoIsWaiting() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Asking waiting = new Asking(threads, Runnable::run);
            waiting.ask("Waiting…", way -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                    return "answer";
                } catch (InterruptedException stop) {
                    interrupted.countDown();
                    throw stop;
                }
            }, heard::add);
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

            waiting.cancel();

            assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void aFaultOfOurOwnIsSaidAndNotHidden() {
        asking.<String>ask("Asking…", way -> {
            throw new IllegalStateException("bug");
        }, heard::add);

        assertThatThrownBy(() -> work.remove().run()).hasMessage("bug");
        assertThat(asking.problem().get()).contains("fault in the console");
        assertThat(asking.isBusy()).isFalse();
    }

    @Test
    void anObjectionIsSaidWithoutAsking() {
        asking.object("Type something.");
        assertThat(asking.problem().get()).isEqualTo("Type something.");
        asking.tell("not busy");
        assertThat(asking.doing().get()).isEmpty();
    }
}
