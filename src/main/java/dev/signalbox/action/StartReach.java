package dev.signalbox.action;

import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RepositoryState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Where a workflow deploys to when it is started by hand: told by its inputs or, where none of them names an
/// environment, by what the board says of it and by where its earlier runs went.
final class StartReach {

    private final Supplier<ConsoleState> known;
    private final Places places;

    StartReach(Supplier<ConsoleState> known, Places places) {
        this.known = known;
        this.places = places;
    }

    /// The production environments among them.
    ///
    /// @param values what it starts with, by the names of its inputs
    Reached of(Workflow workflow, List<WorkflowInput> declared, Map<String, String> values) {
        RepositoryId repository = workflow.repository();
        Set<String> environments = declared.stream()
                .filter(input -> input.type() == WorkflowInput.Type.ENVIRONMENT)
                .map(input -> values.getOrDefault(input.name(), ""))
                .filter(value -> !value.isBlank())
                .collect(Collectors.toSet());
        List<String> named = values.values().stream()
                .flatMap(value -> production(value, repository, environments).stream())
                .distinct()
                .toList();
        boolean told = values.values().stream().anyMatch(value -> isKnown(value, repository, environments));
        if (told || !named.isEmpty()) {
            return new Reached(named, List.of());
        }
        List<String> brought = brought(workflow);
        return new Reached(brought, brought.isEmpty()
                ? List.of()
                : List.of("No input names an environment: as far as is known it deploys to "
                        + Words.names(brought) + "."));
    }

    private Optional<String> production(String value, RepositoryId repository, Set<String> environments) {
        return Optional.of(places.named(repository, value).orElse(value))
                .filter(name -> isKnown(name, repository, environments) && places.isProduction(repository, name))
                .or(() -> Optional.of(value).filter(word -> places.isProduction(word)
                        || isUnread(repository) && places.isProduction(repository, word)));
    }

    /// Then nobody knows which words are environments; asking once too often does no harm.
    private boolean isUnread(RepositoryId repository) {
        return known.get().repository(repository).environments().value() == null;
    }

    private boolean isKnown(String value, RepositoryId repository, Set<String> environments) {
        return environments.contains(value) || places.named(repository, value).isPresent();
    }

    /// What the workflow brings its services to. Earlier runs only tell which of them; that some went elsewhere does
    /// not tell that the next one does.
    private List<String> brought(Workflow workflow) {
        ConsoleState state = known.get();
        List<ServiceSpec> services = state.described().services().stream()
                .filter(s -> workflow.repository().equals(s.repository()) && workflow.file().equals(s.deploy()))
                .toList();
        if (services.isEmpty()) {
            return List.of();
        }
        List<String> production = places.production(workflow.repository());
        Set<String> before = deployedTo(state.repository(workflow.repository()), workflow.number());
        List<String> again = production.stream().filter(before::contains).toList();
        if (!again.isEmpty()) {
            return again;
        }
        return services.stream().anyMatch(service -> service.targets().isEmpty())
                ? production
                : services.stream()
                        .map(ServiceSpec::targets)
                        .flatMap(Collection::stream)
                        .map(TargetSpec::environment)
                        .distinct()
                        .filter(name -> places.isProduction(workflow.repository(), name))
                        .toList();
    }

    private static Set<String> deployedTo(RepositoryState repository, long workflow) {
        List<Run> runs = repository.runs().or(List.of()).stream().filter(run -> run.workflow() == workflow).toList();
        return repository.deployments().or(List.of()).stream()
                .filter(deployment -> runs.stream().anyMatch(run -> isOf(deployment, run)))
                .map(Deployment::environment)
                .collect(Collectors.toSet());
    }

    /// Where the run is not told, its commit has to do: asking once too often does no harm.
    private static boolean isOf(Deployment deployment, Run run) {
        Long by = deployment.run();
        return by == null ? deployment.sha().equals(run.headSha()) : by == run.id().number();
    }

    /// @param production the first one's name is asked for
    /// @param warnings why, where no input says so
    record Reached(List<String> production, List<String> warnings) {}
}
