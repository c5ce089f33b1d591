package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.Refusal;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import dev.signalbox.practice.cluster.objects.WatchFeed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The log of a pod, once or followed until the pod is gone.
final class LogEndpoint {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ObjectStore store;
    private final LogSource logs;
    private final InstantSource clock;

    LogEndpoint(ObjectStore store, LogSource logs, InstantSource clock) {
        this.store = store;
        this.logs = logs;
        this.clock = clock;
    }

    void read(ApiRequest request, ApiPath path) throws IOException {
        ObjectNode pod = store.get(path.key());
        LogWindow window = LogWindow.of(request, path.name(), clock.instant());
        String container = container(request, pod);
        List<LogLine> lines;
        if (request.asks("previous")) {
            if (status(pod, container).path("lastState").path("terminated").isMissingNode()) {
                throw Refusal.badRequest("previous terminated container \"" + container + "\" in pod \""
                        + Fields.name(pod) + "\" not found");
            }
            lines = logs.previous(pod, container);
        } else {
            refuseWaiting(pod, container);
            lines = logs.current(pod, container, clock.instant());
        }
        List<LogLine> wanted = window.of(lines);
        if (!request.asks("follow") || request.asks("previous")) {
            StringBuilder text = new StringBuilder();
            wanted.forEach(line -> text.append(printed(request, line)));
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            int limit = (int) Math.min(bytes.length, window.bytes());
            request.reply(200, "text/plain", Arrays.copyOf(bytes, limit));
            return;
        }
        follow(request, path, container, running(pod, container), lines, window);
    }

    /// Ends with the container: the one that is started after it has a log of its own.
    private void follow(ApiRequest request, ApiPath path, String container, String followed, List<LogLine> before,
            LogWindow window) throws IOException {
        request.exchange().getResponseHeaders().set("Content-Type", "text/plain");
        request.exchange().sendResponseHeaders(200, 0);
        OutputStream out = request.exchange().getResponseBody();
        write(request, out, window.of(before));
        Set<LogLine> known = new HashSet<>(before);
        try (WatchFeed feed = store.watch(ResourceKinds.PODS, path.namespace())) {
            boolean runs = !followed.isEmpty();
            while (runs) {
                feed.next(BETWEEN_LOOKS);
                if (feed.isCut()) {
                    throw new Dropped();
                }
                ObjectNode pod = store.get(path.key());
                runs = running(pod, container).equals(followed);
                List<LogLine> now = printedBy(followed, pod, container);
                write(request, out, now.stream().filter(line -> !known.contains(line)).toList());
                known.clear();
                known.addAll(now);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (Refusal gone) {
            // The pod went between two looks: its log ends here.
            out.flush();
        }
        request.exchange().close();
    }

    /// What the container that was started then has printed; nothing when another one has ended since.
    private List<LogLine> printedBy(String followed, ObjectNode pod, String container) {
        boolean another = !running(pod, container).isEmpty() && !running(pod, container).equals(followed);
        String ended = Fields.text(status(pod, container), "lastState", "terminated", "startedAt");
        if (another) {
            return ended.equals(followed) ? logs.previous(pod, container) : List.of();
        }
        boolean waits = !status(pod, container).path("state").path("waiting").isMissingNode();
        return waits && !ended.equals(followed) ? List.of() : logs.current(pod, container, clock.instant());
    }

    private static void write(ApiRequest request, OutputStream out, List<LogLine> lines) throws IOException {
        for (LogLine line : lines) {
            out.write(printed(request, line).getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    /// When the container that runs was started, or empty when none does: no two of a pod were started at once.
    private static String running(ObjectNode pod, String container) {
        return Fields.text(status(pod, container), "state", "running", "startedAt");
    }

    private static String printed(ApiRequest request, LogLine line) {
        return (request.asks("timestamps") ? line.at() + " " : "") + line.text() + "\n";
    }

    private static String container(ApiRequest request, ObjectNode pod) {
        JsonNode containers = pod.path("spec").path("containers");
        String wanted = request.query("container");
        for (JsonNode container : containers) {
            String name = Fields.text(container, "name");
            if (wanted.isEmpty() && containers.size() == 1 || wanted.equals(name)) {
                return name;
            }
        }
        String names = containers.valueStream().map(each -> Fields.text(each, "name")).collect(Collectors.joining(" "));
        throw Refusal.badRequest(wanted.isEmpty()
                ? "a container name must be specified for pod " + Fields.name(pod) + ", choose one of: [" + names + "]"
                : "container " + wanted + " is not valid for pod " + Fields.name(pod));
    }

    private static void refuseWaiting(ObjectNode pod, String container) {
        JsonNode status = status(pod, container);
        String reason = Fields.text(status, "state", "waiting", "reason");
        boolean ranBefore = status.path("lastState").has("terminated");
        if (status.isMissingNode() || !reason.isEmpty() && !ranBefore) {
            String why = reason.contains("Image")
                    ? "trying and failing to pull image"
                    : reason.isEmpty() ? "PodInitializing" : reason;
            throw Refusal.badRequest("container \"" + container + "\" in pod \"" + Fields.name(pod)
                    + "\" is waiting to start: " + why);
        }
    }

    private static JsonNode status(ObjectNode pod, String container) {
        for (JsonNode status : pod.path("status").path("containerStatuses")) {
            if (container.equals(Fields.text(status, "name"))) {
                return status;
            }
        }
        return pod.path("absent");
    }
}
