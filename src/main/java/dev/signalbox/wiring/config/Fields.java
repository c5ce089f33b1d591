package dev.signalbox.wiring.config;

import dev.signalbox.provider.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the keys of one mapping; complains about what is missing, of the wrong kind or unknown, and goes on.
final class Fields {

    private final YamlNode.Mapping mapping;
    private final String what;
    private final Problems problems;

    private Fields(YamlNode.Mapping mapping, String what, Problems problems) {
        this.mapping = mapping;
        this.what = what;
        this.problems = problems;
    }

    /// The fields of a node that should be a mapping with just these keys.
    static Optional<Fields> of(YamlNode node, String what, Problems problems, String... keys) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            problems.add(node, what + " is " + node.kind() + "; write it as \"key: value\" lines");
            return Optional.empty();
        }
        List<String> known = Arrays.asList(keys);
        mapping.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                problems.add(value, "\"" + key + "\" is not known in " + what + "; " + suggestion(key, known));
            }
        });
        return Optional.of(new Fields(mapping, what, problems));
    }

    int line() {
        return mapping.line();
    }

    Optional<YamlNode> node(String key) {
        return mapping.get(key);
    }

    /// The text of a key; a complaint and nothing when it is missing or not text.
    Optional<String> required(String key, String example) {
        Optional<String> text = text(key);
        if (text.isEmpty() && mapping.get(key).isEmpty()) {
            problems.add(mapping, what + " has no \"" + key + "\"; write \"" + key + ": " + example + "\"");
        }
        return text;
    }

    /// The text of a key, if it is there.
    Optional<String> text(String key) {
        return mapping.get(key).flatMap(node -> textOf(node, "\"" + key + "\""));
    }

    private Optional<String> textOf(YamlNode node, String name) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar.text());
        }
        problems.add(node, name + " in " + what + " is " + node.kind() + "; write one text");
        return Optional.empty();
    }

    /// A yes or no, `preset` when the key is not there.
    boolean flag(String key, boolean preset) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return preset;
        }
        return switch (text.get()) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                problems.add(mapping.get(key).orElse(mapping),
                        "\"" + key + "\" is \"" + text.get() + "\"; write true or false");
                yield preset;
            }
        };
    }

    /// The same for what protects: whatever was written and is not understood means yes, so that no slip takes the
    /// protection away.
    boolean protects(String key, boolean preset) {
        return flag(key, preset || mapping.get(key).isPresent());
    }

    /// A list of texts; one text counts as a list of one.
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        switch (mapping.entries().get(key)) {
            case null -> {}
            case YamlNode.Sequence sequence ->
                    sequence.items().forEach(i -> textOf(i, "an item of \"" + key + "\"").ifPresent(texts::add));
            case YamlNode node -> textOf(node, "\"" + key + "\"").ifPresent(texts::add);
        }
        return List.copyOf(texts);
    }

    /// The items of a list; none when the key is not there.
    List<YamlNode> items(String key) {
        @Nullable
        YamlNode node = mapping.entries().get(key);
        return switch (node) {
            case null -> List.of();
            case YamlNode.Sequence sequence -> sequence.items();
            default -> {
                problems.add(node,
                        "\"" + key + "\" is " + node.kind() + "; write a list, each item beginning with \"- \"");
                yield List.of();
            }
        };
    }

    private static String suggestion(String key, List<String> known) {
        return known.stream()
                .filter(k -> distance(k, key) <= 2)
                .findFirst()
                .map(k -> "did you mean \"" + k + "\"?")
                .orElse("known are " + known.stream().collect(Collectors.joining(", ")));
    }

    /// Levenshtein distance.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int up = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                row[j] = Math.min(change, Math.min(up, row[j - 1]) + 1);
                diagonal = up;
            }
        }
        return row[b.length()];
    }
}
