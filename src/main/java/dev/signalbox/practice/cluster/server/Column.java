package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/// One printed column.
///
/// @param type `string`, `integer`, or `date` for a time that is printed as the age it has now
/// @param priority 0 when it is always shown, 1 when only `-o wide` shows it
record Column(String name, String type, int priority, Function<ObjectNode, JsonNode> value) {

    private static final int DAYS_OF_A_YEAR = 365;

    /// What is printed for an object.
    JsonNode cell(ObjectNode object, Instant now) {
        JsonNode cell = value.apply(object);
        return type.equals("date") ? JsonNodeFactory.instance.textNode(age(cell.asText(""), now)) : cell;
    }

    /// As `kubectl` writes ages: the two largest units while they are small, then one.
    static String age(String since, Instant now) {
        if (since.isEmpty() || since.equals("null")) {
            return "<unknown>";
        }
        Duration age;
        try {
            age = Duration.between(Instant.parse(since), now);
        } catch (DateTimeException noTime) {
            return "<unknown>";
        }
        if (age.toMillis() <= -2_000) {
            return "<invalid>";
        }
        if (age.toMinutes() < 2) {
            return Math.max(0, age.toSeconds()) + "s";
        }
        if (age.toMinutes() < 10) {
            return age.toMinutes() + "m" + (age.toSecondsPart() == 0 ? "" : age.toSecondsPart() + "s");
        }
        if (age.toHours() < 3) {
            return age.toMinutes() + "m";
        }
        if (age.toHours() < 8) {
            return age.toHours() + "h" + (age.toMinutesPart() == 0 ? "" : age.toMinutesPart() + "m");
        }
        if (age.toHours() < 48) {
            return age.toHours() + "h";
        }
        long days = age.toDays();
        if (days < 2 * DAYS_OF_A_YEAR) {
            long hours = age.toHours() % 24;
            return days + "d" + (days >= 8 || hours == 0 ? "" : hours + "h");
        }
        long rest = days % DAYS_OF_A_YEAR;
        return days / DAYS_OF_A_YEAR + "y" + (days >= 8 * DAYS_OF_A_YEAR || rest == 0 ? "" : rest + "d");
    }

    static Column text(String name, Function<ObjectNode, String> value) {
        return new Column(name, "string", 0, object -> JsonNodeFactory.instance.textNode(value.apply(object)));
    }

    static Column number(String name, Function<ObjectNode, Integer> value) {
        return new Column(name, "integer", 0, object -> JsonNodeFactory.instance.numberNode(value.apply(object)));
    }

    static Column count(String name, String statusField) {
        return number(name, object -> Fields.number(object, 0, "status", statusField));
    }

    static Column date(String name, Function<ObjectNode, JsonNode> value) {
        return new Column(name, "date", 0, value);
    }

    /// The same, shown only to those who want more than usual.
    Column wide() {
        return new Column(name, type, 1, value);
    }
}
