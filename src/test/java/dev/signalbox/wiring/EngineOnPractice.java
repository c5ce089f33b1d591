package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The whole console but its window against the embedded team, started anew before each test.
abstract class EngineOnPractice {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    Practice practice;

    @SuppressWarnings("NullAway.Init") // made before each test
    Engine engine;

    @BeforeEach
    void start() throws IOException {
        Folders folders = Folders.below(folder);
        folders.make();
        Machine machine = Machine.here();
        practice = Practice.start(machine, folders);
        engine = Engine.start(practice.on(machine), practice.config(), List.of(), folders);
    }

    @AfterEach
    void stop() {
        engine.close();
        practice.close();
    }

    /// The first thing of the kind that the state holds, now or later.
    <T> T await(Function<ConsoleState, Optional<T>> wanted) {
        List<T> found = new CopyOnWriteArrayList<>();
        CountDownLatch there = new CountDownLatch(1);
        try (Store.Subscription subscription =
                engine.store().subscribe(state -> wanted.apply(state).ifPresent(value -> {
                    found.add(value);
                    there.countDown();
                }))) {
            Objects.requireNonNull(subscription);
            assertThat(there.await(90, TimeUnit.SECONDS)).as("it came to pass within 90 s").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return found.getFirst();
    }
}
