package dev.signalbox.provider.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import java.io.IOException;

/// The only way in which providers read JSON. Duplicate keys, anything after the document, deep nesting and endless
/// strings or numbers are refused; text is never taken for a number, a fraction never for a whole one; no class name
/// in a document means anything. What is said about a bad document never repeats a byte of it.
public final class StrictJson {

    private static final int DEEPEST = 200;
    private static final int LONGEST_STRING = 10_000_000;
    private static final int LONGEST_NUMBER = 1000;
    private static final long MOST_TOKENS = 5_000_000;

    private final JsonMapper mapper;

    /// A mapper with the strict settings; safe for all threads.
    public StrictJson() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_STRING)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxTokenCount(MOST_TOKENS)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        this.mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, config -> config
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }

    /// Parses a whole document.
    ///
    /// @throws RemoteFailure with `Unreadable` when it is empty or not exactly one JSON document
    public JsonNode tree(byte[] document) throws RemoteFailure {
        try {
            JsonNode tree = mapper.readTree(document);
            if (tree == null || tree.getNodeType() == JsonNodeType.MISSING) {
                throw unreadable("The answer is empty where JSON was expected");
            }
            return tree;
        } catch (JacksonException e) {
            throw unreadable("The answer is not valid JSON" + place(e.getLocation()));
        } catch (IOException e) {
            throw unreadable("The answer is not valid JSON");
        }
    }

    /// Turns a tree into a wire record. Missing fields become `null` (and must be declared so), unknown ones are ignored.
    ///
    /// @throws RemoteFailure with `Unreadable` when a field has another type
    public <T> T bind(JsonNode tree, Class<T> type) throws RemoteFailure {
        try {
            T value = mapper.treeToValue(tree, type);
            if (value == null) {
                throw unreadable("The answer holds nothing where " + type.getSimpleName() + " was expected");
            }
            return value;
        } catch (JacksonException | IllegalArgumentException e) {
            throw unreadable("The answer has a field of another type than " + type.getSimpleName() + " declares");
        }
    }

    /// Writes a value as compact JSON.
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not a value that JSON can hold: " + value.getClass().getSimpleName());
        }
    }

    private static String place(JsonLocation location) {
        return location == null || location.getLineNr() < 0
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static RemoteFailure unreadable(String words) {
        return new RemoteFailure(new RemoteProblem.Unreadable(words));
    }
}
