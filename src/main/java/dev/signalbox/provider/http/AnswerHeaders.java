package dev.signalbox.provider.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The headers of an answer; names are found in any case. Values are the server's own text and must be sanitised
/// before they are shown.
public final class AnswerHeaders {

    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /// @param values names as sent, with their values in order
    public AnswerHeaders(Map<String, List<String>> values) {
        values.forEach((name, all) -> this.values.merge(
                name, List.copyOf(all), (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
    }

    /// The first value of a header.
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /// All values of a header, in order.
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /// These headers with those of a newer answer in place of the older ones of the same name.
    AnswerHeaders overlaid(AnswerHeaders newer) {
        AnswerHeaders all = new AnswerHeaders(values);
        newer.values.forEach((name, list) -> all.values.put(name, list));
        return all;
    }

    /// Names only: values may hold what must not be printed.
    @Override
    public String toString() {
        return "AnswerHeaders" + values.keySet();
    }
}
