package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Chooses objects by their labels, from a query parameter or from a `spec.selector`.
public final class LabelSelector {

    private static final String KEY = "((?:[a-z0-9.-]+/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)";
    private static final Pattern SET = Pattern.compile(KEY + "\\s+(in|notin)\\s*\\(([^()]*)\\)");
    private static final Pattern EQUALITY = Pattern.compile(KEY + "\\s*(==|=|!=)\\s*([-A-Za-z0-9_.]*)");
    private static final Pattern ORDER = Pattern.compile(KEY + "\\s*([<>])\\s*(-?[0-9]{1,18})");
    private static final Pattern EXISTS = Pattern.compile("(!?)\\s*" + KEY);
    private static final Pattern COMMA_OUTSIDE_BRACKETS = Pattern.compile(",(?![^(]*\\))");

    private final List<Requirement> requirements;

    private LabelSelector(List<Requirement> requirements) {
        this.requirements = List.copyOf(requirements);
    }

    /// @throws Refusal 400 when it is not a selector
    public static LabelSelector parse(String query) {
        List<Requirement> requirements = new ArrayList<>();
        for (String part : COMMA_OUTSIDE_BRACKETS.split(query)) {
            if (!part.isBlank()) {
                requirements.add(requirement(part.strip()));
            }
        }
        return new LabelSelector(requirements);
    }

    /// A `spec.selector` with `matchLabels` and `matchExpressions`.
    public static LabelSelector of(JsonNode selector) {
        List<Requirement> requirements = new ArrayList<>();
        selector.path("matchLabels").properties().forEach(label -> requirements
                .add(new Requirement(label.getKey(), Operator.IN, Set.of(label.getValue().asText()))));
        for (JsonNode expression : selector.path("matchExpressions")) {
            Set<String> values = new HashSet<>();
            expression.path("values").forEach(value -> values.add(value.asText()));
            Operator operator = switch (expression.path("operator").asText()) {
                case "In" -> Operator.IN;
                case "NotIn" -> Operator.NOT_IN;
                case "Exists" -> Operator.EXISTS;
                default -> Operator.ABSENT;
            };
            requirements.add(new Requirement(expression.path("key").asText(), operator, values));
        }
        return new LabelSelector(requirements);
    }

    /// @param labels the label map, possibly absent
    public boolean matches(JsonNode labels) {
        return requirements.stream().allMatch(requirement -> requirement.matches(labels));
    }

    private static Requirement requirement(String part) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            Set<String> values = new HashSet<>(Arrays.stream(set.group(3).split(",", -1)).map(String::strip).toList());
            return new Requirement(set.group(1), "in".equals(set.group(2)) ? Operator.IN : Operator.NOT_IN, values);
        }
        Matcher equality = EQUALITY.matcher(part);
        if (equality.matches()) {
            return new Requirement(equality.group(1), "!=".equals(equality.group(2)) ? Operator.NOT_IN : Operator.IN,
                    Set.of(equality.group(3)));
        }
        Matcher order = ORDER.matcher(part);
        if (order.matches()) {
            return new Requirement(order.group(1), ">".equals(order.group(2)) ? Operator.ABOVE : Operator.BELOW,
                    Set.of(order.group(3)));
        }
        Matcher exists = EXISTS.matcher(part);
        if (exists.matches()) {
            return new Requirement(exists.group(2), exists.group(1).isEmpty() ? Operator.EXISTS : Operator.ABSENT,
                    Set.of());
        }
        throw Refusal.badRequest("unable to parse requirement: found '" + part + "', expected: in, notin, =, ==, !=");
    }

    private enum Operator {
        IN, NOT_IN, EXISTS, ABSENT, ABOVE, BELOW
    }

    private record Requirement(String key, Operator operator, Set<String> values) {

        boolean matches(JsonNode labels) {
            @Nullable
            JsonNode value = labels.get(key);
            return switch (operator) {
                case IN -> value != null && values.contains(value.asText());
                case NOT_IN -> value == null || !values.contains(value.asText());
                case EXISTS -> value != null;
                case ABSENT -> value == null;
                case ABOVE -> value != null && compares(value.asText(), 1);
                case BELOW -> value != null && compares(value.asText(), -1);
            };
        }

        /// A label that is no number is neither above nor below one.
        private boolean compares(String label, int wanted) {
            String bound = values.iterator().next();
            return label.matches("-?[0-9]{1,18}")
                    && Long.compare(Long.parseLong(label), Long.parseLong(bound)) == wanted;
        }
    }
}
