package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class OneLookTest {

    private final List<Runnable> work = new ArrayList<>();
    private int looks;

    @Test
    void aLookThatGoesOnIsNotBegunTwice() {
        OneLook look = new OneLook(() -> looks++, work::add);
        look.take();
        look.take();
        assertThat(work).hasSize(1);
        assertThat(looks).isZero();
        work.getFirst().run();
        assertThat(looks).isEqualTo(1);
        look.take();
        assertThat(work).hasSize(2);
    }

    @Test
    void aLookThatFailsIsTakenAgain() {
        OneLook look = new OneLook(() -> {
            looks++;
            throw new IllegalStateException("nobody answers");
        }, work::add);
        look.take();
        assertThatThrownBy(work.getFirst()::run).hasMessage("nobody answers");
        look.take();
        assertThat(work).hasSize(2);
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void workersThatTakeNoMoreWorkAreAskedAgainWithoutAnError() {
        List<String> asked = new ArrayList<>();
        OneLook look = new OneLook(() -> looks++, task -> {
            asked.add("asked");
            throw new RejectedExecutionException();
        });
        look.take();
        look.take();
        assertThat(asked).hasSize(2);
        assertThat(looks).isZero();
    }
}
