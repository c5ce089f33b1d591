package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.PodLogs;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.kubernetes.LogFeed.Gone;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What the feeds of one followed log share: the server, what waits to be told, and what is wrong. One thread tells it.
final class Following implements Runnable {

    private static final Duration BETWEEN_NEWS = Duration.ofMillis(100);

    private final ApiPaths paths;
    private final ApiClient reading;
    private final ClusterRuntime runtime;
    private final String namespace;
    private final boolean previous;
    private final int tail;
    private final PodLogs.Listener listener;
    private final LogMerge merge;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Trouble> troubles = new LinkedHashMap<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private boolean better;
    private @Nullable Trouble told;

    private record Trouble(RemoteProblem problem, Instant at, Instant retryAt) {}

    /// @param tail lines of each container to begin with
    Following(
            ApiPaths paths, ApiClient reading, ClusterRuntime runtime, String namespace, boolean previous, int tail,
            PodLogs.Listener listener) {
        this.paths = paths;
        this.reading = reading;
        this.runtime = runtime;
        this.namespace = namespace;
        this.previous = previous;
        this.tail = tail;
        this.listener = listener;
        this.merge = new LogMerge(runtime.ticker());
    }

    /// Says once that there is no such pod.
    void gone(String pod) throws InterruptedException {
        if (gone.add(pod)) {
            merge.say("pod " + pod + " is gone");
        }
    }

    LogMerge merge() {
        return merge;
    }

    boolean previous() {
        return previous;
    }

    String host() {
        return reading.host();
    }

    JsonNode pod(String name) throws RemoteFailure, Gone {
        try {
            JsonNode pod = reading.read(ApiCall.get(uri(name, ""))).json();
            gone.remove(name);
            return pod;
        } catch (RemoteFailure e) {
            if (e.problem() instanceof RemoteProblem.NotFound) {
                throw new Gone();
            }
            throw e;
        }
    }

    /// Opens a log; there is no deadline for its end.
    Exchange open(String pod, String container, @Nullable Instant since) throws RemoteFailure {
        String from = since == null ? previous ? "" : "&tailLines=" + tail : "&sinceTime=" + since;
        Exchange exchange = reading.open(ApiCall.get(uri(pod, "/log?container=" + ApiPaths.query(container)
                + "&timestamps=true" + (previous ? "&previous=true" : "&follow=true") + from)));
        if (exchange.status() == 200) {
            return exchange;
        }
        try (exchange) {
            ApiAnswer refusal = reading.good(reading.rest(exchange));
            throw new RemoteFailure(reading.problem(refusal));
        }
    }

    private URI uri(String pod, String suffix) {
        return paths.coreObjects(namespace, "pods", "/" + ApiPaths.segment(pod) + suffix);
    }

    /// @throws InterruptedException when nobody follows any more
    void pause(Duration time) throws InterruptedException {
        if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException();
        }
    }

    synchronized void reached(String source) {
        troubles.remove(source);
        better = true;
    }

    synchronized void troubled(String source, RemoteProblem problem, Duration wait) {
        Instant now = runtime.clock().instant();
        troubles.put(source, new Trouble(problem, now, now.plus(wait)));
    }

    void close() {
        closed.countDown();
    }

    /// Tells until it is closed.
    @Override
    public void run() {
        try {
            while (true) {
                pause(BETWEEN_NEWS);
                tell();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        byte[] lines = merge.settled();
        boolean opened;
        Trouble trouble;
        synchronized (this) {
            opened = better;
            better = false;
            trouble = troubles.values().stream().findFirst().orElse(null);
        }
        boolean news = lines.length > 0 || opened;
        if (news) {
            listener.lines(lines, runtime.clock().instant());
        }
        if (trouble != null && (news || trouble != told)) {
            listener.troubled(trouble.problem(), trouble.at(), trouble.retryAt());
        }
        told = trouble;
    }
}
