package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.ChildJvm;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// How a process ends, in one of its own.
@Execution(ExecutionMode.CONCURRENT)
class ExitTest {

    @Test
    void whatHangsAtTheEndHoldsItUpForAWhileOnly() throws Exception {
        try (ChildJvm child = ChildJvm.start(Ending.class, "PT1S", "PT40S")) {
            ChildJvm.End end = child.end();

            assertThat(end.printed().lines()).containsExactly("the end begins");
            assertThat(end.code()).isEqualTo(7);
        }
    }

    @Test
    void whatTakesItsTimeIsWaitedForAndNoLonger() throws Exception {
        try (ChildJvm child = ChildJvm.start(Ending.class, "P1D", "PT0.2S")) {
            ChildJvm.End end = child.end();

            assertThat(end.printed().lines()).containsExactly("the end begins", "all is done");
            assertThat(end.code()).isEqualTo(7);
        }
    }

    /// What runs in the other process: it ends with this patience, and there is something that takes this long.
    static final class Ending {

        private Ending() {}

        public static void main(String... arguments) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                System.out.println("the end begins");
                CountDownLatch never = new CountDownLatch(1);
                try {
                    if (!never.await(Duration.parse(arguments[1]).toMillis(), TimeUnit.MILLISECONDS)) {
                        System.out.println("all is done");
                    }
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
            }));
            Exit.with(7, Duration.parse(arguments[0]));
        }
    }
}
