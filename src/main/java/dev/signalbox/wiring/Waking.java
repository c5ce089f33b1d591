package dev.signalbox.wiring;

import dev.signalbox.monitor.ClusterMonitor;
import dev.signalbox.monitor.SleepMonitor;
import dev.signalbox.state.Store;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What happens when the computer wakes up: clusters are watched anew, everything else is read again, and whoever wants to
/// know is told.
final class Waking {

    private static final Logger LOG = Logger.getLogger(Waking.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final List<ClusterMonitor> clusters = new CopyOnWriteArrayList<>();
    private final List<Runnable> told = new CopyOnWriteArrayList<>();

    void add(ClusterMonitor cluster) {
        clusters.add(cluster);
    }

    /// Is told of each waking, on any thread; it must not block.
    void tell(Runnable listener) {
        told.add(listener);
    }

    /// Looks at the clocks from now on.
    ///
    /// @param refresh reads everything again
    void watch(Machine machine, Threads threads, Store store, Runnable refresh) {
        if (!threads.timePassesAsItDoes()) {
            return;
        }
        SleepMonitor sleep = new SleepMonitor(
                machine.clock(), machine.ticker(), store, () -> wake(threads, refresh));
        threads.every(EVERY, sleep::step);
    }

    void wake(Threads threads, Runnable refresh) {
        told.forEach(Runnable::run);
        refresh.run();
        for (ClusterMonitor cluster : clusters) {
            try {
                threads.workers().execute(() -> watchAnew(cluster));
            } catch (RejectedExecutionException closing) {
                return;
            }
        }
    }

    private static void watchAnew(ClusterMonitor cluster) {
        try {
            cluster.again();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (Exception broken) {
            LOG.log(Level.WARNING, "A cluster could not be watched anew", broken);
        }
    }
}
