package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Counters of a status: the API leaves most of them out when they are zero.
final class Counts {

    private Counts() {}

    static void put(ObjectNode status, String field, int count) {
        if (count == 0) {
            status.remove(field);
        } else {
            status.put(field, count);
        }
    }

    /// A count or a percentage of `total`, as `maxSurge` (rounded up) and `maxUnavailable` (rounded down) are given.
    static int share(JsonNode value, int total, Rounding rounding) {
        if (value.isNumber()) {
            return value.asInt();
        }
        String text = value.asText("").replace("%", "");
        int percent = text.isEmpty() || !text.chars().allMatch(Character::isDigit) ? 25 : Integer.parseInt(text);
        double exact = total * percent / 100.0;
        return (int) (rounding == Rounding.UP ? Math.ceil(exact) : Math.floor(exact));
    }

    /// Which way a share is rounded.
    enum Rounding {
        UP, DOWN
    }
}
