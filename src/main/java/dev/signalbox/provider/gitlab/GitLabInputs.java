package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.provider.yaml.YamlDoor;
import dev.signalbox.provider.yaml.YamlNode;
import dev.signalbox.provider.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what the file that describes a project's pipelines asks of people who start one: `spec:inputs` of its header
/// (<https://docs.gitlab.com/ci/inputs/>), and the variables that have a description, which GitLab's own form offers
/// (<https://docs.gitlab.com/ci/pipelines/#prefill-variables-in-manual-pipelines>). Names, presets and options stay as
/// written, because they are sent.
final class GitLabInputs {

    /// What the file asks for, and the types of those that are inputs; all others are variables.
    record Asked(ManualStart start, Map<String, String> types) {}

    private GitLabInputs() {}

    static Asked of(String file) throws YamlProblem {
        Documents documents = Documents.of(file);
        List<WorkflowInput> all = new ArrayList<>();
        Map<String, String> types = new LinkedHashMap<>();
        entries(below(documents.header(), "spec").flatMap(spec -> below(spec, "inputs"))).forEach((name, node) -> {
            types.put(name, typeWord(node));
            all.add(input(name, node));
        });
        entries(below(documents.content(), "variables")).forEach((name, node) -> {
            if (!types.containsKey(name) && text(node, "description") != null) {
                all.add(variable(name, node));
            }
        });
        return new Asked(new ManualStart.Offered(List.copyOf(all)), Map.copyOf(types));
    }

    private static WorkflowInput input(String name, YamlNode node) {
        List<String> options = below(node, "options").map(GitLabInputs::items).orElse(List.of());
        Optional<YamlNode> preset = below(node, "default");
        return new WorkflowInput(
                name,
                GitLabWords.line(text(node, "description")),
                type(typeWord(node), options),
                preset.isEmpty(),
                preset.map(GitLabInputs::written).orElse(null),
                options);
    }

    private static WorkflowInput variable(String name, YamlNode node) {
        List<String> options = below(node, "options").map(GitLabInputs::items).orElse(List.of());
        return new WorkflowInput(
                name,
                GitLabWords.line(text(node, "description")),
                type("string", options),
                false,
                text(node, "value"),
                options);
    }

    private static WorkflowInput.Type type(String word, List<String> options) {
        if (!options.isEmpty()) {
            return WorkflowInput.Type.CHOICE;
        }
        return switch (word) {
            case "boolean" -> WorkflowInput.Type.BOOLEAN;
            case "number" -> WorkflowInput.Type.NUMBER;
            default -> WorkflowInput.Type.STRING;
        };
    }

    private static String typeWord(YamlNode node) {
        String word = GitLabWords.lower(text(node, "type"));
        return word.isEmpty() ? "string" : word;
    }

    /// A preset as somebody would type it: a list as JSON, which is how an input of type `array` is entered.
    private static @Nullable String written(YamlNode preset) {
        return switch (preset) {
            case YamlNode.Scalar scalar -> scalar.isNull() ? null : scalar.text();
            case YamlNode.Sequence sequence -> GitLabBody.array(items(sequence));
            case YamlNode.Mapping ignored -> null;
        };
    }

    private static List<String> items(YamlNode node) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            return List.of();
        }
        return sequence.items().stream()
                .<String>mapMulti((item, out) -> {
                    if (item instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
                        out.accept(scalar.text());
                    }
                })
                .toList();
    }

    private static Map<String, YamlNode> entries(Optional<YamlNode> node) {
        return node.orElse(null) instanceof YamlNode.Mapping mapping ? mapping.entries() : Map.of();
    }

    private static Optional<YamlNode> below(@Nullable YamlNode node, String key) {
        return node instanceof YamlNode.Mapping mapping ? mapping.get(key) : Optional.empty();
    }

    private static @Nullable String text(YamlNode node, String key) {
        return below(node, key).orElse(null) instanceof YamlNode.Scalar scalar && !scalar.isNull()
                ? scalar.text()
                : null;
    }

    /// The two documents of such a file. A header is there only when the first one has `spec`.
    private record Documents(@Nullable YamlNode header, @Nullable YamlNode content) {

        static Documents of(String file) throws YamlProblem {
            int border = border(file);
            if (border < 0) {
                YamlNode only = content(file);
                return new Documents(only, only);
            }
            YamlNode header = YamlDoor.read(file.substring(0, border), "pipeline").orElse(null);
            return new Documents(header, content(file.substring(border)));
        }

        /// Nothing where it cannot be read: tags such as `!reference` are GitLab's own and refused by the door, and such a
        /// file can be started all the same.
        private static @Nullable YamlNode content(String text) {
            try {
                return YamlDoor.read(text, "pipeline").orElse(null);
            } catch (YamlProblem foreign) {
                return null;
            }
        }

        /// Where the second document begins: at the first line of three dashes after something else.
        private static int border(String file) {
            boolean begun = false;
            int at = 0;
            for (String line : file.split("(?<=\n)", -1)) {
                boolean dashes = line.stripTrailing().equals("---");
                if (dashes && begun) {
                    return at;
                }
                begun = begun || !(line.isBlank() || line.startsWith("#") || dashes);
                at += line.length();
            }
            return -1;
        }
    }
}
