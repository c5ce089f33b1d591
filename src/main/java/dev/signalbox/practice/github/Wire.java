package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How values are written.
final class Wire {

    private Wire() {}

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static void put(ObjectNode node, String field, @Nullable Instant at) {
        node.put(field, at == null ? null : time(at));
    }

    static void put(ObjectNode node, String field, @Nullable String text) {
        node.put(field, text);
    }
}
