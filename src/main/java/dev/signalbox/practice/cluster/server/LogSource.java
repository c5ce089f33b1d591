package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/// What containers print.
public interface LogSource {

    /// What the present container printed until now; empty lists are fine.
    List<LogLine> current(ObjectNode pod, String container, Instant now);

    /// What the container before the present one printed.
    List<LogLine> previous(ObjectNode pod, String container);
}
