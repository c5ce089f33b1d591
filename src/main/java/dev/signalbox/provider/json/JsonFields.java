package dev.signalbox.provider.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One object of an answer. Every field is optional, and a field that has another type than expected counts as missing:
/// published documents give many types wrong, servers' own examples break them, and none of that may lose a whole list.
public record JsonFields(JsonNode node) {

    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_WORDS = 200_000;
    private static final int LARGEST_FILE = 4_000_000;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /// A name or identifier, exactly as sent; absurdly long ones count as missing.
    public @Nullable String text(String field) {
        return text(field, LONGEST_NAME);
    }

    /// Text that people wrote, exactly as sent; may have many lines.
    public @Nullable String words(String field) {
        return text(field, LONGEST_WORDS);
    }

    /// The content of a file.
    public @Nullable String content(String field) {
        return text(field, LARGEST_FILE);
    }

    /// A whole number.
    public @Nullable Long number(String field) {
        JsonNode value = node.path(field);
        return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : null;
    }

    /// A whole number, or another one where there is none.
    public long number(String field, long otherwise) {
        Long value = number(field);
        return value == null ? otherwise : value;
    }

    /// A number with a fraction, also where it is written as text: coverage of a pipeline is one.
    public @Nullable BigDecimal decimal(String field) {
        JsonNode value = node.path(field);
        String written = value.isNumber() || value.isTextual() ? value.asText() : "";
        return written.matches("\\d{1,9}(\\.\\d{1,20})?") ? new BigDecimal(written) : null;
    }

    /// True only if the server says so.
    public boolean flag(String field) {
        return node.path(field).isBoolean() && node.path(field).booleanValue();
    }

    /// Whether the field is there and not null.
    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /// A point in time between 1970 and 9999.
    public @Nullable Instant time(String field) {
        return time(field, false);
    }

    /// A point in time between 1970 and 9999; a day is its beginning in UTC, which is when credentials end.
    public @Nullable Instant timeOrDay(String field) {
        return time(field, true);
    }

    private @Nullable Instant time(String field, boolean orDay) {
        String written = text(field, 40);
        if (written == null) {
            return null;
        }
        try {
            Instant at = orDay && written.length() == 10
                    ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(written).toInstant();
            return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? null : at;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// An object inside; where there is none, one without any field.
    public JsonFields object(String field) {
        JsonNode value = node.path(field);
        return new JsonFields(value.isObject() ? value : MissingNode.getInstance());
    }

    /// The objects of a list inside; whatever else the list holds is passed over.
    public List<JsonFields> objects(String field) {
        return objects(node.path(field));
    }

    /// The texts of a list inside.
    public List<String> texts(String field) {
        List<String> found = new ArrayList<>();
        for (JsonNode value : node.path(field)) {
            if (value.isTextual() && value.textValue().length() <= LONGEST_NAME) {
                found.add(value.textValue());
            }
        }
        return found;
    }

    /// The objects of a list.
    public static List<JsonFields> objects(JsonNode list) {
        List<JsonFields> found = new ArrayList<>();
        if (list.isArray()) {
            for (JsonNode value : list) {
                if (value.isObject()) {
                    found.add(new JsonFields(value));
                }
            }
        }
        return found;
    }

    private @Nullable String text(String field, int longest) {
        JsonNode value = node.path(field);
        return value.isTextual() && value.textValue().length() <= longest ? value.textValue() : null;
    }
}
