package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.server.LogLine;
import dev.signalbox.practice.cluster.server.LogSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Makes up what containers print: the same lines for the same container whenever they are asked for.
final class PodLogs implements LogSource {

    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(1_500);
    private static final int LONGEST = 500;
    private static final List<String> PATHS = List.of("/", "/health", "/api/orders", "/api/cart", "/api/items/42",
            "/metrics");

    @Override
    public List<LogLine> current(ObjectNode pod, String container, Instant now) {
        JsonNode status = status(pod, container);
        if (status.path("state").has("running")) {
            return running(pod, container, Fields.time(status, "state", "running", "startedAt"), now);
        }
        String ended = status.path("state").has("terminated") ? "state" : "lastState";
        return exited(pod, container, status.path(ended).path("terminated"));
    }

    @Override
    public List<LogLine> previous(ObjectNode pod, String container) {
        return exited(pod, container, status(pod, container).path("lastState").path("terminated"));
    }

    private static List<LogLine> running(ObjectNode pod, String container, Instant start, Instant now) {
        List<LogLine> lines = starting(pod, container, start, now);
        if (!PodReadiness.isReady(pod)) {
            return lines;
        }
        long requests = Math.max(0, Duration.between(start, now).minusSeconds(2).toMillis()
                / BETWEEN_REQUESTS.toMillis());
        for (long number = Math.max(0, requests - LONGEST); number < requests; number++) {
            Instant at = start.plusSeconds(2).plus(BETWEEN_REQUESTS.multipliedBy(number + 1));
            String path = PATHS.get((int) ((number * 31 + Fields.uid(pod).hashCode()) & 0xffff) % PATHS.size());
            lines.add(new LogLine(at, "INFO  http - GET " + path + " 200 " + (3 + number * 7 % 40) + " ms"));
        }
        return lines;
    }

    private static List<LogLine> exited(ObjectNode pod, String container, JsonNode terminated) {
        if (terminated.isMissingNode()) {
            return new ArrayList<>();
        }
        Instant end = Fields.time(terminated, "finishedAt");
        List<LogLine> lines = starting(pod, container, Fields.time(terminated, "startedAt"), end);
        if (Fields.number(terminated, 0, "exitCode") == 137) {
            lines.add(new LogLine(end, "WARN  memory - heap is 98 % full"));
            return lines;
        }
        lines.add(new LogLine(end, "ERROR main - cannot start: settings key 'payments.endpoint' is not set"));
        lines.add(new LogLine(end, "java.lang.IllegalStateException: settings key 'payments.endpoint' is not set"));
        lines.add(new LogLine(end,
                "    at example." + container.replace("-", "") + ".Settings.require(Settings.java:41)"));
        lines.add(new LogLine(end, "    at example." + container.replace("-", "") + ".Main.main(Main.java:17)"));
        return lines;
    }

    private static List<LogLine> starting(ObjectNode pod, String container, Instant start, Instant until) {
        String image = "";
        List<String> settings = new ArrayList<>();
        for (JsonNode candidate : pod.path("spec").path("containers")) {
            if (container.equals(Fields.text(candidate, "name"))) {
                image = Fields.text(candidate, "image");
                candidate.path("env").forEach(variable -> settings.add(
                        "DEBUG settings - " + Fields.text(variable, "name") + "="
                                + Fields.text(variable, "value").replace('\n', ' ')));
            }
        }
        List<LogLine> lines = new ArrayList<>();
        lines.add(new LogLine(start, "INFO  main - starting " + container + " from " + image));
        lines.add(new LogLine(start.plusMillis(300), "INFO  main - reading settings"));
        // As careless programs do.
        settings.forEach(setting -> lines.add(new LogLine(start.plusMillis(400), setting)));
        lines.add(new LogLine(start.plusMillis(900), "INFO  http - listening on 0.0.0.0:8080"));
        lines.removeIf(line -> line.at().isAfter(until));
        return lines;
    }

    private static JsonNode status(ObjectNode pod, String container) {
        for (JsonNode status : pod.path("status").path("containerStatuses")) {
            if (container.equals(Fields.text(status, "name"))) {
                return status;
            }
        }
        return Fields.newObject();
    }
}
