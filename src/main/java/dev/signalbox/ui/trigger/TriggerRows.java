package dev.signalbox.ui.trigger;

import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the form offers, from the state.
final class TriggerRows {

    private TriggerRows() {}

    /// Repositories of services first, in the board's order, then the others by name.
    static List<RepositoryRow> repositories(ConsoleState state) {
        Map<RepositoryId, String> services = new LinkedHashMap<>();
        state.described().services().forEach(s -> {
            if (s.repository() != null) {
                services.putIfAbsent(s.repository(), s.name());
            }
        });
        List<RepositoryRow> rows = new ArrayList<>();
        services.forEach((id, name) -> rows.add(row(state, id, name)));
        state.repositories().keySet().stream()
                .filter(id -> !services.containsKey(id))
                .sorted(Comparator.comparing(RepositoryId::fullName))
                .forEach(id -> rows.add(row(state, id, "")));
        return List.copyOf(rows);
    }

    private static RepositoryRow row(ConsoleState state, RepositoryId id, String service) {
        Repository known = state.repository(id).repository().value();
        String full = SafeText.line(id.fullName());
        String words = service.isEmpty() || service.equals(id.name()) ? full : SafeText.line(service) + " · " + full;
        return new RepositoryRow(id, words, known == null ? "main" : known.defaultBranch());
    }

    /// Workflows that are not switched off, by name.
    static List<WorkflowRow> workflows(ConsoleState state, RepositoryId repository) {
        return state.repository(repository).workflows().or(List.of()).stream()
                .filter(Workflow::active)
                .sorted(Comparator.comparing(Workflow::name))
                .map(w -> new WorkflowRow(w.number(), SafeText.line(w.name()), SafeText.line(w.file())))
                .toList();
    }

    /// @param environments names that the repository has, to choose from where an input asks for one
    static List<InputRow> inputs(List<WorkflowInput> inputs, List<String> environments) {
        return inputs.stream()
                .map(i -> new InputRow(
                        i.name(),
                        SafeText.line(i.name()) + (i.required() ? " (required)" : ""),
                        SafeText.line(i.description()),
                        i.type(),
                        i.required(),
                        optionsOf(i, environments),
                        presetOf(i)))
                .toList();
    }

    private static List<String> optionsOf(WorkflowInput input, List<String> environments) {
        return switch (input.type()) {
            case BOOLEAN -> List.of("false", "true");
            case ENVIRONMENT -> environments;
            case CHOICE, STRING, NUMBER -> input.options();
        };
    }

    private static String presetOf(WorkflowInput input) {
        if (input.preset() != null) {
            return input.preset();
        }
        return switch (input.type()) {
            case BOOLEAN -> "false";
            case CHOICE -> input.options().isEmpty() ? "" : input.options().getFirst();
            case STRING, NUMBER, ENVIRONMENT -> "";
        };
    }
}
