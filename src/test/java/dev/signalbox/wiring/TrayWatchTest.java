package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.tray.Tray;
import dev.signalbox.domain.tray.TrayFace;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import dev.signalbox.testing.SampleStates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class TrayWatchTest {

    private final List<TrayFace> shown = new ArrayList<>();
    private final List<Runnable> work = new ArrayList<>();
    private final Store store = new Store(new Reducer(), Runnable::run);

    private Duration rest = Duration.ZERO;
    private Duration passed = Duration.ofDays(-1);

    private TrayWatch watch(Executor workers) {
        Tray tray = new Tray() {
            @Override
            public void show(TrayFace face) {
                shown.add(face);
            }

            @Override
            public Duration rest() {
                return rest;
            }

            @Override
            public void close() {
                throw new IllegalStateException("not its to close");
            }
        };
        return new TrayWatch(store, () -> SampleStates.NOW, () -> passed.toNanos(), tray, workers);
    }

    @Test
    void whatIsKnownIsShownWhenItIsSomethingElse() {
        TrayWatch watch = watch(Runnable::run);
        watch.look();
        watch.look();
        assertThat(shown).extracting(TrayFace::words).containsExactly("Nothing is connected");
    }

    /// Whatever looking for the desktop needs would be missed by the window that has just come.
    @Test
    void aTrayThatIsToBeLeftAloneForAWhileShowsWhatIsKnownThen() {
        rest = Duration.ofSeconds(5);
        TrayWatch watch = watch(Runnable::run);
        watch.look();
        passed = passed.plusSeconds(5).minusNanos(1);
        watch.look();
        assertThat(shown).isEmpty();

        passed = passed.plusNanos(1);
        watch.look();
        watch.look();
        assertThat(shown).extracting(TrayFace::words).containsExactly("Nothing is connected");
    }

    @Test
    void aTrayThatDoesNotAnswerIsNotAskedTwice() {
        TrayWatch watch = watch(work::add);
        watch.look();
        watch.look();
        assertThat(work).hasSize(1);
        work.getFirst().run();
        watch.look();
        assertThat(work).hasSize(2);
    }

    @Test
    void aConsoleThatClosesLooksNoMore() {
        TrayWatch watch = watch(task -> {
            throw new RejectedExecutionException();
        });
        watch.look();
        watch.look();
        assertThat(shown).isEmpty();
    }
}
