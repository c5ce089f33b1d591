package dev.signalbox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnFailuresTest {

    private static final StackTraceElement LIBRARY =
            new StackTraceElement("org.example.Executor", "execute", "Executor.java", 100);
    private static final StackTraceElement OURS =
            new StackTraceElement("dev.signalbox.wiring.Engine$$Lambda", "run", "Engine.java", 7);

    private final List<Throwable> told = new ArrayList<>();
    private final List<Throwable> logged = new ArrayList<>();
    private final OwnFailures failures = new OwnFailures((thread, failure) -> told.add(failure), new Log());

    private static Throwable failed(@Nullable Throwable cause, StackTraceElement... frames) {
        Throwable failure = new IllegalStateException("shut down", cause);
        failure.setStackTrace(frames);
        return failure;
    }

    private void fail(String thread, Throwable failure) {
        failures.uncaughtException(Thread.ofPlatform().name(thread).unstarted(() -> {}), failure);
    }

    @Test
    void aLibrarysThreadThatFailsByItselfFailsNoTestButIsLogged() {
        Throwable closed = new IOException("closed");
        closed.setStackTrace(new StackTraceElement[] {LIBRARY});
        Throwable failure = failed(closed, LIBRARY);
        fail("Thread-7", failure);
        assertThat(told).isEmpty();
        assertThat(logged).containsExactly(failure);
    }

    @Test
    void whatCameByCodeOfOursIsTold() {
        Throwable direct = failed(null, LIBRARY, OURS);
        Throwable caused = failed(failed(null, OURS), LIBRARY);
        Throwable suppressing = failed(null, LIBRARY);
        suppressing.addSuppressed(failed(null, OURS));
        fail("Thread-7", direct);
        fail("Thread-7", caused);
        fail("Thread-7", suppressing);
        assertThat(told).containsExactly(direct, caused, suppressing);
        assertThat(logged).isEmpty();
    }

    @Test
    void whatFailsOnTheScreensThreadIsToldWhoeverMeantWell() {
        Throwable failure = failed(null, LIBRARY);
        fail("JavaFX Application Thread", failure);
        assertThat(told).containsExactly(failure);
    }

    @Test
    void causesInACircleComeToAnEnd() {
        Throwable one = failed(null, LIBRARY);
        Throwable other = failed(one, LIBRARY);
        one.addSuppressed(other);
        fail("Thread-7", one);
        assertThat(logged).containsExactly(one);
    }

    @Test
    void whoHearsOfAllIsAskedOnce() {
        Fx.start();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        assertThat(before).isInstanceOf(OwnFailures.class);
        Fx.start();
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
    }

    private final class Log implements System.Logger {

        @Override
        public String getName() {
            return "log";
        }

        @Override
        public boolean isLoggable(Level level) {
            return level == Level.WARNING;
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, @Nullable String words, @Nullable Throwable why) {
            if (why != null) {
                logged.add(why);
            }
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String format, @Nullable Object... values) {
            throw new AssertionError("nobody logs without a failure");
        }
    }
}
