package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Warnings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private final List<String> closed = new ArrayList<>();
    private final Closing closing = new Closing();

    @Test
    void closesWhatWasOpenedLastFirst() {
        closing.later(() -> closed.add("database"));
        closing.later(() -> closed.add("threads"));
        closing.later(() -> closed.add("watch"));
        closing.close();
        assertThat(closed).containsExactly("watch", "threads", "database");
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthersOpenAndIsToldInTheLog() {
        try (Warnings warnings = new Warnings()) {
            closing.later(() -> closed.add("database"));
            closing.later(() -> {
                throw new IOException("stuck");
            });
            closing.later(() -> {
                throw new IllegalStateException("bug");
            });
            closing.close();
            assertThat(warnings.heard()).containsExactly(
                    "Something did not close well", "Something did not close well");
        }
        assertThat(closed).containsExactly("database");
    }

    @Test
    void anInterruptIsKeptAndTheRestIsClosedAllTheSame() {
        closing.later(() -> closed.add("database"));
        closing.later(() -> {
            throw new InterruptedException();
        });
        closing.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(closed).containsExactly("database");
    }

    @Test
    void whatIsOpenedTooLateIsClosedAtOnce() {
        closing.later(() -> {
            closing.later(() -> closed.add("came while closing"));
            closed.add("threads");
        });
        closing.close();
        assertThat(closed).containsExactly("came while closing", "threads");
        closing.later(() -> closed.add("door of a late token"));
        assertThat(closed).endsWith("door of a late token");
    }

    @Test
    void closesEachOnce() {
        closing.later(() -> closed.add("database"));
        closing.close();
        closing.close();
        assertThat(closed).containsExactly("database");
    }
}
