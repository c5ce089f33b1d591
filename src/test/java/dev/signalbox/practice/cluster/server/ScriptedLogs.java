package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Containers that print what the test wants them to have printed.
final class ScriptedLogs implements LogSource {

    private final List<LogLine> present = new ArrayList<>();
    private final List<LogLine> before = new ArrayList<>();

    void prints(String at, String text) {
        present.add(new LogLine(Instant.parse(at), text));
    }

    void printedBefore(String at, String text) {
        before.add(new LogLine(Instant.parse(at), text));
    }

    @Override
    public List<LogLine> current(ObjectNode pod, String container, Instant now) {
        return present.stream().filter(line -> !line.at().isAfter(now)).toList();
    }

    @Override
    public List<LogLine> previous(ObjectNode pod, String container) {
        return List.copyOf(before);
    }
}
