package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Containers that print what the test wants them to have printed.
final class ScriptedLogs implements LogSource {

    private final List<LogLine> present = new ArrayList<>();
    private final List<LogLine> before = new ArrayList<>();
    private Runnable next = () -> {};

    void prints(String at, String text) {
        present.add(new LogLine(Instant.parse(at), text));
    }

    void printedBefore(String at, String text) {
        before.add(new LogLine(Instant.parse(at), text));
    }

    /// What happens once, right after the next look.
    void afterALook(Runnable deed) {
        next = deed;
    }

    @Override
    public List<LogLine> current(ObjectNode pod, String container, Instant now) {
        List<LogLine> seen = present.stream().filter(line -> !line.at().isAfter(now)).toList();
        Runnable deed = next;
        next = () -> {};
        deed.run();
        return seen;
    }

    @Override
    public List<LogLine> previous(ObjectNode pod, String container) {
        return List.copyOf(before);
    }
}
