package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.testing.Fx;
import dev.signalbox.ui.bridge.FxThread;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FxWorkTest {

    private final FxThread fx = new FxThread();
    private final FxWork work = new FxWork(fx);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void runsOnTheScreensThreadAndGivesTheResult() throws IOException {
        assertThat(fx.isCurrent()).isFalse();
        assertThat(work.call(fx::isCurrent)).isTrue();
        AtomicBoolean ran = new AtomicBoolean();
        work.run(() -> ran.set(fx.isCurrent()));
        assertThat(ran).isTrue();
    }

    @Test
    void aFileThatFailsStaysAFileThatFails() {
        assertThatThrownBy(() -> work.call(() -> {
            throw new FileNotFoundException("no such folder");
        })).isInstanceOf(FileNotFoundException.class).hasMessage("no such folder");
    }

    @Test
    void aBugIsNotMistakenForAFile() {
        assertThatThrownBy(() -> work.run(() -> {
            throw new IllegalArgumentException("bug");
        })).isInstanceOf(IllegalStateException.class).hasRootCauseMessage("bug");
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        CountDownLatch given = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> work.call(() -> given.await(20, TimeUnit.SECONDS)))
                .isInstanceOf(IOException.class).hasMessage("Interrupted");
        assertThat(Thread.interrupted()).isTrue();
        given.countDown();
    }
}
