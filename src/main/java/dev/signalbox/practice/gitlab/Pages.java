package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.signalbox.practice.gitlab.world.Refused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Cuts lists into pages and writes the headers that lead from one to the next.
final class Pages {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    private Pages() {}

    /// A page of a list that is counted.
    static <T> Answer of(Call call, List<T> all, Function<T, ? extends JsonNode> shape) {
        return numbered(call, all, shape, true);
    }

    /// A page of a list that GitLab does not count: no totals, no last page.
    static <T> Answer uncounted(Call call, List<T> all, Function<T, ? extends JsonNode> shape) {
        return numbered(call, all, shape, false);
    }

    private static <T> Answer numbered(Call call, List<T> all, Function<T, ? extends JsonNode> shape, boolean counted) {
        int size = size(call);
        int page = Math.max(1, number(call, "page", 1));
        int from = (int) Math.min(all.size(), (page - 1L) * size);
        int to = Math.min(all.size(), from + size);
        int last = Math.max(1, (all.size() + size - 1) / size);
        Map<String, String> headers = new TreeMap<>();
        headers.put("X-Page", Integer.toString(page));
        headers.put("X-Per-Page", Integer.toString(size));
        headers.put("X-Prev-Page", page > 1 ? Integer.toString(page - 1) : "");
        headers.put("X-Next-Page", to < all.size() ? Integer.toString(page + 1) : "");
        List<String> links = new ArrayList<>();
        if (page > 1) {
            links.add(link(call, Map.of("page", Integer.toString(page - 1)), "prev"));
        }
        if (to < all.size()) {
            links.add(link(call, Map.of("page", Integer.toString(page + 1)), "next"));
        }
        links.add(link(call, Map.of("page", "1"), "first"));
        if (counted) {
            headers.put("X-Total", Integer.toString(all.size()));
            headers.put("X-Total-Pages", Integer.toString(last));
            links.add(link(call, Map.of("page", Integer.toString(last)), "last"));
        }
        headers.put("Link", String.join(", ", links));
        return Answer.ok(array(all.subList(from, to), shape)).with(headers);
    }

    /// A page of a list that is sorted by number and continued after the last number seen.
    static <T> Answer keyset(Call call, List<T> all, ToLongFunction<T> id, Function<T, ? extends JsonNode> shape) {
        String order = call.asked("order_by");
        if (!order.isEmpty() && !order.equals("id")) {
            throw new Refused(405, "405 Method Not Allowed - Keyset pagination is not yet available for this type "
                    + "of request");
        }
        boolean up = call.asked("sort").equals("asc");
        Comparator<T> upwards = Comparator.comparingLong(id);
        long after = longOf(call.asked(up ? "id_after" : "id_before"), up ? Long.MIN_VALUE : Long.MAX_VALUE);
        List<T> rest = all.stream()
                .filter(item -> up ? id.applyAsLong(item) > after : id.applyAsLong(item) < after)
                .sorted(up ? upwards : upwards.reversed())
                .toList();
        List<T> page = rest.subList(0, Math.min(rest.size(), size(call)));
        Answer answer = Answer.ok(array(page, shape));
        if (page.size() == rest.size()) {
            return answer;
        }
        String last = Long.toString(id.applyAsLong(page.getLast()));
        return answer.with(Map.of("Link", link(call, Map.of(up ? "id_after" : "id_before", last), "next")));
    }

    static <T> ArrayNode array(List<T> items, Function<T, ? extends JsonNode> shape) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(shape.apply(item)));
        return array;
    }

    private static String link(Call call, Map<String, String> changed, String relation) {
        Map<String, List<String>> query = new TreeMap<>(call.query());
        changed.forEach((name, value) -> query.put(name, List.of(value)));
        query.putIfAbsent("per_page", List.of(Integer.toString(size(call))));
        List<String> pairs = new ArrayList<>();
        query.forEach((name, values) -> values.forEach(
                value -> pairs.add(encode(values.size() > 1 ? name + "[]" : name) + "=" + encode(value))));
        return "<" + call.links().root() + call.rawPath() + "?" + String.join("&", pairs) + ">; rel=\"" + relation
                + "\"";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int size(Call call) {
        return Math.clamp(number(call, "per_page", USUAL), 1, MOST);
    }

    private static int number(Call call, String parameter, int otherwise) {
        return (int) Math.clamp(longOf(call.asked(parameter), otherwise), 0, Integer.MAX_VALUE);
    }

    static long longOf(String text, long otherwise) {
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
