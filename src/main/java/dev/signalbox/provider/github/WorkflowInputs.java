package dev.signalbox.provider.github;

import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.provider.yaml.YamlDoor;
import dev.signalbox.provider.yaml.YamlNode;
import dev.signalbox.provider.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `on.workflow_dispatch` of a workflow file: whether it is there, and its inputs. Names, presets and options stay as written, because they are
/// sent; what is not an input is passed over, as GitHub would refuse the file anyway.
final class WorkflowInputs {

    private static final String EVENT = "workflow_dispatch";

    private WorkflowInputs() {}

    static ManualStart of(String file) throws YamlProblem {
        Optional<YamlNode> on = YamlDoor.read(file, "workflow").flatMap(root -> below(root, "on"));
        if (on.isEmpty() || !names(on.get())) {
            return new ManualStart.NotOffered();
        }
        List<WorkflowInput> inputs = new ArrayList<>();
        on.flatMap(events -> below(events, EVENT)).flatMap(dispatch -> below(dispatch, "inputs")).ifPresent(node -> {
            if (node instanceof YamlNode.Mapping mapping) {
                mapping.entries().forEach((name, input) -> inputs.add(input(name, input)));
            }
        });
        return new ManualStart.Offered(List.copyOf(inputs));
    }

    /// Events are written as one word, as a list of words or as keys.
    private static boolean names(YamlNode events) {
        return switch (events) {
            case YamlNode.Scalar one -> one.text().equals(EVENT);
            case YamlNode.Sequence list -> items(list).contains(EVENT);
            case YamlNode.Mapping keys -> keys.get(EVENT).isPresent();
        };
    }

    private static WorkflowInput input(String name, YamlNode node) {
        List<String> options = below(node, "options").map(WorkflowInputs::items).orElse(List.of());
        return new WorkflowInput(
                name,
                GitHubWords.line(text(node, "description")),
                type(text(node, "type")),
                "true".equals(GitHubWords.lower(text(node, "required"))),
                text(node, "default"),
                options);
    }

    private static WorkflowInput.Type type(@Nullable String word) {
        return switch (GitHubWords.lower(word)) {
            case "boolean" -> WorkflowInput.Type.BOOLEAN;
            case "choice" -> WorkflowInput.Type.CHOICE;
            case "number" -> WorkflowInput.Type.NUMBER;
            case "environment" -> WorkflowInput.Type.ENVIRONMENT;
            default -> WorkflowInput.Type.STRING;
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

    private static Optional<YamlNode> below(YamlNode node, String key) {
        return node instanceof YamlNode.Mapping mapping ? mapping.get(key) : Optional.empty();
    }

    private static @Nullable String text(YamlNode node, String key) {
        return below(node, key).orElse(null) instanceof YamlNode.Scalar scalar && !scalar.isNull()
                ? scalar.text()
                : null;
    }
}
