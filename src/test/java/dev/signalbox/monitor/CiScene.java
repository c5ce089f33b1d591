package dev.signalbox.monitor;

import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;

import dev.signalbox.domain.Connection;
import dev.signalbox.state.Change;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;

/// A CI provider, what is known of it, and the monitor that reads it while time passes.
abstract class CiScene {

    final FakeCi ci = new FakeCi();
    final Store store = new Store(new Reducer(), Runnable::run);
    final List<Runnable> work = new ArrayList<>();
    Instant now = NOON;
    final CiMonitor monitor =
            new CiMonitor(ci.provider(), store, () -> now, work::add, Path.of("logs"),
                    FakeArtifacts.sources(Path.of("logs")));

    @BeforeEach
    void addConnection() {
        ci.serverTime = () -> now;
        store.offer(new Change.ConnectionAdded(Connection.fresh(GITHUB, Connection.Kind.GITHUB, "fake")));
    }

    void pass(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            monitor.step();
            List<Runnable> due = List.copyOf(work);
            work.clear();
            due.forEach(Runnable::run);
            now = now.plusMillis(250);
        }
    }

    Connection connection() {
        return Objects.requireNonNull(store.current().connections().get(GITHUB));
    }
}
