package dev.signalbox.provider.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One object of an answer. Every field is optional, and a field that has another type than expected counts as missing:
/// GitHub's own examples and recorded answers break the published schema in many places, and none of that may lose a
/// whole list.
record GitHubJson(JsonNode node) {

    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_WORDS = 200_000;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /// A name or identifier, exactly as sent; absurdly long ones count as missing.
    @Nullable
    String text(String field) {
        return text(field, LONGEST_NAME);
    }

    /// Text that people wrote, exactly as sent; may have many lines.
    @Nullable
    String words(String field) {
        return text(field, LONGEST_WORDS);
    }

    /// A whole number.
    @Nullable
    Long number(String field) {
        JsonNode value = node.path(field);
        return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : null;
    }

    /// A whole number, or another one where there is none.
    long number(String field, long otherwise) {
        Long value = number(field);
        return value == null ? otherwise : value;
    }

    /// True only if the server says so.
    boolean flag(String field) {
        return node.path(field).isBoolean() && node.path(field).booleanValue();
    }

    /// Whether the field is there and not null.
    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /// A point in time between 1970 and 9999.
    @Nullable
    Instant time(String field) {
        String written = text(field, 40);
        if (written == null) {
            return null;
        }
        try {
            Instant at = OffsetDateTime.parse(written).toInstant();
            return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? null : at;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// An object inside; where there is none, one without any field.
    GitHubJson object(String field) {
        JsonNode value = node.path(field);
        return new GitHubJson(value.isObject() ? value : MissingNode.getInstance());
    }

    /// The objects of a list inside; whatever else the list holds is passed over.
    List<GitHubJson> objects(String field) {
        return objects(node.path(field));
    }

    /// The texts of a list inside.
    List<String> texts(String field) {
        List<String> found = new ArrayList<>();
        for (JsonNode value : node.path(field)) {
            if (value.isTextual() && value.textValue().length() <= LONGEST_NAME) {
                found.add(value.textValue());
            }
        }
        return found;
    }

    /// The objects of a list.
    static List<GitHubJson> objects(JsonNode list) {
        List<GitHubJson> found = new ArrayList<>();
        if (list.isArray()) {
            for (JsonNode value : list) {
                if (value.isObject()) {
                    found.add(new GitHubJson(value));
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
