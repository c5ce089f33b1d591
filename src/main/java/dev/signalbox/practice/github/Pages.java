package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Cuts lists into pages and writes the `Link` header.
final class Pages {

    private static final int USUAL = 30;
    private static final int MOST = 100;

    private Pages() {}

    /// A page as a plain array.
    static <T> Answer array(Call call, List<T> all, Function<T, ? extends JsonNode> shape) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        cut(call, all).forEach(item -> items.add(shape.apply(item)));
        return Answer.ok(items).with(links(call, all.size()));
    }

    /// A page in an object that also tells the total.
    static <T> Answer counted(Call call, String name, List<T> all, Function<T, ? extends JsonNode> shape) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("total_count", all.size());
        ArrayNode items = body.putArray(name);
        cut(call, all).forEach(item -> items.add(shape.apply(item)));
        return Answer.ok(body).with(links(call, all.size()));
    }

    static <T> List<T> cut(Call call, List<T> all) {
        int size = size(call);
        int from = (int) Math.min(all.size(), (number(call) - 1L) * size);
        return all.subList(from, Math.min(all.size(), from + size));
    }

    static Map<String, String> links(Call call, int total) {
        int size = size(call);
        int page = number(call);
        int last = Math.max(1, (total + size - 1) / size);
        List<String> links = new ArrayList<>();
        if (page > 1) {
            links.add(link(call, Math.min(page - 1, last), "prev"));
        }
        if (page < last) {
            links.add(link(call, page + 1, "next"));
            links.add(link(call, last, "last"));
        }
        if (page > 1) {
            links.add(link(call, 1, "first"));
        }
        return links.isEmpty() ? Map.of() : Map.of("Link", String.join(", ", links));
    }

    private static String link(Call call, int page, String relation) {
        Map<String, String> query = new TreeMap<>(call.query());
        query.put("page", Integer.toString(page));
        String text = String.join("&", query.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .toList());
        return "<" + call.links().api() + call.rawPath() + "?" + text + ">; rel=\"" + relation + "\"";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int size(Call call) {
        return Math.clamp(number(call.asked("per_page"), USUAL), 1, MOST);
    }

    private static int number(Call call) {
        return Math.max(1, number(call.asked("page"), 1));
    }

    private static int number(String text, int otherwise) {
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
