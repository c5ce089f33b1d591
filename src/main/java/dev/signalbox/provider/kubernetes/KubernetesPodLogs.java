package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.port.PodLogs;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Workloads;
import dev.signalbox.provider.kubernetes.LogFeed.Gone;
import dev.signalbox.provider.kubernetes.PodContainers.Source;
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
        private final Set<String> fed = new HashSet<>();
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
                // Somebody may add a container to a pod. To ask for that all the time is right for one pod, not for all.
                if (isFollowed(name) ? !pod.isEmpty() : mayFollowMore(names.size())) {
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
            List<Source> containers;
            try {
                JsonNode raw = following.pod(name);
                containers = following.previous() ? PodContainers.withPrevious(raw) : PodContainers.of(raw);
            } catch (Gone e) {
                if (!pod.isEmpty()) {
                    following.gone(name);
                }
                return;
            }
            if (mark(name) && containers.isEmpty()) {
                following.merge().say("a log before a restart was not found: no container of pod " + name
                        + " was restarted");
            }
            for (Source container : containers) {
                if (begin(name, container)) {
                    start(() -> feed(name, container));
                }
            }
        }

        private synchronized boolean mark(String name) {
            return followed.add(name);
        }

        private synchronized boolean begin(String name, Source container) {
            return fed.add(name + "/" + container.name());
        }

        private void feed(String name, Source container) {
            String label = pod.isEmpty() ? name + "/" + container.label() : container.label();
            try {
                boolean mayComeBack = new LogFeed(
                        following, name, container, label, new Backoff(runtime.random(), runtime.clock())).run();
                following.reached(label);
                if (mayComeBack) {
                    forget(name, container);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /// A StatefulSet gives the next pod the same name.
        private synchronized void forget(String name, Source container) {
            followed.remove(name);
            fed.remove(name + "/" + container.name());
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
