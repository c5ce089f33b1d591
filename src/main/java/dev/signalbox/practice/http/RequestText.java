package dev.signalbox.practice.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of a request, out of what a caller wrote.
public final class RequestText {

    private static final int LARGEST_BODY = 1 << 20;
    private static final int READ_OVER = 16 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private RequestText() {}

    /// A parameter, decoded; its value is empty when it has none.
    public record Parameter(String name, String value) {}

    /// The beginning of what was sent. The rest is read over: a connection that is closed in the middle of a body takes
    /// the answer with it.
    public static String body(InputStream sent) throws IOException {
        byte[] body = sent.readNBytes(LARGEST_BODY);
        if (body.length == LARGEST_BODY) {
            sent.readNBytes(READ_OVER);
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    /// The body's document: a missing node when there is none, and a node that no JSON text can be (see
    /// `JsonNode.isPojo()`) when the text is no JSON.
    public static JsonNode json(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().pojoNode("unreadable");
        }
    }

    /// The segments of a path, decoded, without the slash in front or at the end.
    public static List<String> segments(String rawPath) {
        return Arrays.stream(rawPath.replaceFirst("^/", "").replaceFirst("/$", "").split("/", -1))
                .map(segment -> decoded(segment.replace("+", "%2B")))
                .toList();
    }

    /// The parameters of a query or a form, in their order.
    public static List<Parameter> parameters(@Nullable String raw) {
        return raw == null || raw.isEmpty()
                ? List.of()
                : Arrays.stream(raw.split("&", -1)).map(RequestText::parameter).toList();
    }

    private static Parameter parameter(String pair) {
        int at = pair.indexOf('=');
        return new Parameter(
                decoded(at < 0 ? pair : pair.substring(0, at)), decoded(at < 0 ? "" : pair.substring(at + 1)));
    }

    /// Text that nobody encoded stays as it is; a form may be anything.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
