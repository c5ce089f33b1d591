package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.cluster.Workload;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// An Event (core/v1) about a workload: what other tools show beside it for an hour.
final class WorkloadEvent {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// The server refuses longer ones.
    private static final int LONGEST_MESSAGE = 1024;
    private static final int LONGEST_NAME = 230;

    private WorkloadEvent() {}

    /// The name is made of workload and time, so that the same event cannot be written twice.
    static String json(Workload about, String reason, String message, Instant at) {
        String object = about.key().name();
        String start = object.length() > LONGEST_NAME ? object.substring(0, LONGEST_NAME) : object;
        ObjectNode event = Tree.empty();
        event.put("apiVersion", "v1").put("kind", "Event");
        event.putObject("metadata")
                .put("name", start + "." + Long.toHexString(at.toEpochMilli() * 1000 + at.getNano() / 1000 % 1000))
                .put("namespace", about.key().namespace());
        event.putObject("involvedObject")
                .put("apiVersion", "apps/v1")
                .put("kind", about.key().kind().kind())
                .put("namespace", about.key().namespace())
                .put("name", object)
                .put("uid", about.uid());
        event.put("type", "Normal")
                .put("reason", reason)
                .put("action", reason)
                .put("message", message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message)
                .put("count", 1)
                .put("eventTime", MICROS.format(at))
                .put("firstTimestamp", SECONDS.format(at))
                .put("lastTimestamp", SECONDS.format(at))
                .put("reportingComponent", "signalbox.dev/console")
                .put("reportingInstance", "signalbox");
        event.putObject("source").put("component", "signalbox");
        return Tree.write(event);
    }
}
