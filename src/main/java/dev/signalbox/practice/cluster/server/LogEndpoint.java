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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
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
        follow(request, path, container, wanted);
    }

    private void follow(ApiRequest request, ApiPath path, String container, List<LogLine> start) throws IOException {
        request.exchange().getResponseHeaders().set("Content-Type", "text/plain");
        request.exchange().sendResponseHeaders(200, 0);
        OutputStream out = request.exchange().getResponseBody();
        Instant last = clock.instant();
        for (LogLine line : start) {
            out.write(printed(request, line).getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
        try (WatchFeed feed = store.watch(ResourceKinds.PODS, path.namespace())) {
            while (store.find(path.key()).isPresent()) {
                feed.next(BETWEEN_LOOKS);
                if (feed.isCut()) {
                    throw new Dropped();
                }
                Instant now = clock.instant();
                for (LogLine line : logs.current(store.get(path.key()), container, now)) {
                    if (line.at().isAfter(last)) {
                        out.write(printed(request, line).getBytes(StandardCharsets.UTF_8));
                    }
                }
                last = now;
                out.flush();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (Refusal gone) {
            // The pod went between two looks: its log ends here.
            out.flush();
        }
        request.exchange().close();
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
