package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.port.ClusterWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Watches namespaces with a list and a watch per kind.
final class KubernetesWatch implements ClusterWatch {

    /// Long enough for the objects of one step of a rollout, short enough not to be noticed.
    private static final Duration BURST = Duration.ofMillis(150);

    private final ConnectionId cluster;
    private final ApiPaths paths;
    private final ApiClient client;
    private final ClusterRuntime runtime;

    KubernetesWatch(ConnectionId cluster, ApiPaths paths, ApiClient client, ClusterRuntime runtime) {
        this.cluster = cluster;
        this.paths = paths;
        this.client = client;
        this.runtime = runtime;
    }

    @Override
    public AutoCloseable start(List<String> namespaces, Listener listener) {
        Running running = new Running(listener);
        Pulse pulse = new Pulse(running.delivery, runtime.clock(), namespaces);
        List<Runnable> loops = new ArrayList<>();
        loops.add(running.delivery);
        for (String namespace : namespaces) {
            for (Feed feed : Feed.values()) {
                loops.add(new KindFeed(
                        cluster, feed, namespace, paths, client, running.picture, pulse, runtime.random(),
                        runtime.clock(), running.closed));
            }
        }
        running.start(loops);
        return running;
    }

    private final class Running implements AutoCloseable, Picture.Touched {

        private final Listener listener;
        private final Picture picture;
        private final Delivery delivery;
        private final CountDownLatch closed = new CountDownLatch(1);
        private final List<Thread> threads = new ArrayList<>();

        Running(Listener listener) {
            this.listener = listener;
            this.picture = new Picture(this);
            this.delivery = new Delivery(listener, this::pass, BURST, runtime.ticker());
        }

        void start(List<Runnable> loops) {
            for (Runnable loop : loops) {
                Thread thread = runtime.threads().newThread(loop);
                threads.add(thread);
                thread.start();
            }
        }

        private void pass(WorkloadKey key) {
            picture.workload(key).ifPresent(workload -> listener.seen(workload, runtime.clock().instant()));
        }

        @Override
        public void changed(WorkloadKey workload) {
            delivery.touch(workload);
        }

        @Override
        public void gone(WorkloadKey workload) {
            delivery.gone(workload, runtime.clock().instant(), () -> picture.workload(workload).isPresent());
        }

        @Override
        public void close() throws InterruptedException {
            closed.countDown();
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }
}
