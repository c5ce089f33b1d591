package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.port.PodLogs;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Workloads;
import dev.signalbox.provider.kubernetes.LogFeed.Gone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Follows logs with one stream for each container, and looks now and then which pods there are.
final class KubernetesPodLogs implements PodLogs {

    /// More pods than this are not followed together: each takes a connection for every container.
    static final int MOST_PODS = 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int LINES_OF_ONE = 1_000;
    private static final int LINES_OF_EACH = 200;

    private final ApiPaths paths;
    private final ApiClient reading;
    private final ClusterRuntime runtime;
    private final Workloads workloads;

    KubernetesPodLogs(ApiPaths paths, ApiClient reading, ClusterRuntime runtime, Workloads workloads) {
        this.paths = paths;
        this.reading = reading;
        this.runtime = runtime;
        this.workloads = workloads;
    }

    @Override
    public AutoCloseable follow(WorkloadKey workload, String pod, boolean previous, Listener listener) {
        int tail = pod.isEmpty() ? LINES_OF_EACH : LINES_OF_ONE;
        Following following =
                new Following(paths, reading, runtime, workload.namespace(), previous, tail, listener);
        Running running = new Running(workload, pod, following);
        running.start(following);
        running.start(running::look);
        return running;
    }

    private final class Running implements AutoCloseable {

        private final WorkloadKey workload;
        private final String pod;
        private final Following following;
        private final Set<String> followed = new HashSet<>();
        private final List<Thread> threads = new ArrayList<>();
        private boolean closed;
        private boolean saidHowMany;

        Running(WorkloadKey workload, String pod, Following following) {
            this.workload = workload;
            this.pod = pod;
            this.following = following;
        }

        synchronized void start(Runnable loop) {
            if (closed) {
                return;
            }
            threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
            Thread thread = runtime.threads().newThread(loop);
            threads.add(thread);
            thread.start();
        }

        /// Finds pods that are not followed yet, for as long as the log is followed.
        private void look() {
            Backoff backoff = new Backoff(runtime.random(), runtime.clock());
            try {
                while (true) {
                    Duration wait = BETWEEN_LOOKS;
                    try {
                        find();
                        following.reached("");
                        backoff.reset();
                    } catch (RemoteFailure e) {
                        wait = backoff.after(e.problem());
                        following.troubled("", e.problem(), wait);
                    }
                    following.pause(wait);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void find() throws RemoteFailure, InterruptedException {
            List<String> names = pod.isEmpty()
                    ? workloads.one(workload).pods().stream().map(Pod::name).toList()
                    : List.of(pod);
            for (String name : names) {
                if (!isFollowed(name) && mayFollowMore(names.size())) {
                    follow(name);
                }
            }
        }

        private synchronized boolean isFollowed(String name) {
            return followed.contains(name);
        }

        private synchronized boolean mayFollowMore(int pods) throws InterruptedException {
            if (followed.size() >= MOST_PODS && !saidHowMany) {
                saidHowMany = true;
                following.merge().say("only " + MOST_PODS + " of " + pods + " pods are followed");
            }
            return followed.size() < MOST_PODS;
        }

        private void follow(String name) throws RemoteFailure, InterruptedException {
            List<String> containers = new ArrayList<>();
            try {
                Tree.at(following.pod(name), "spec", "containers").forEach(c -> containers.add(Tree.text(c, "name")));
            } catch (Gone e) {
                if (!pod.isEmpty()) {
                    following.gone(name);
                }
                return;
            }
            mark(name);
            for (String container : containers) {
                String source = pod.isEmpty() ? name + "/" + container : container;
                start(() -> feed(name, container, source));
            }
        }

        private synchronized void mark(String name) {
            followed.add(name);
        }

        private void feed(String name, String container, String source) {
            try {
                boolean mayComeBack = new LogFeed(
                        following, name, container, source, new Backoff(runtime.random(), runtime.clock())).run();
                following.reached(source);
                if (mayComeBack) {
                    forget(name);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /// A StatefulSet gives the next pod the same name.
        private synchronized void forget(String name) {
            followed.remove(name);
        }

        @Override
        public void close() throws InterruptedException {
            following.close();
            List<Thread> all;
            synchronized (this) {
                closed = true;
                all = List.copyOf(threads);
            }
            all.forEach(Thread::interrupt);
            for (Thread thread : all) {
                thread.join();
            }
        }
    }
}
