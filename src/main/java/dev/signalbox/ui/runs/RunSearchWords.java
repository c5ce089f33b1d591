package dev.signalbox.ui.runs;

import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.state.ConsoleState;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a search finds a run by beyond its own words: the services that are built from its repository, their groups, and
/// the versions that it brought somewhere.
final class RunSearchWords {

    private final Map<RepositoryId, String> services = new HashMap<>();
    private final Map<RepositoryId, Map<Long, String>> versions = new HashMap<>();

    RunSearchWords(ConsoleState state) {
        for (ServiceSpec service : state.described().services()) {
            if (service.repository() != null) {
                services.merge(
                        service.repository(), " " + service.name() + " " + service.group(), String::concat);
            }
        }
        state.repositories().forEach((id, known) -> {
            for (Deployment deployment : known.deployments().or(List.of())) {
                if (deployment.run() != null && !deployment.ref().isEmpty()) {
                    versions.computeIfAbsent(id, r -> new HashMap<>())
                            .merge(deployment.run(), " " + deployment.ref(), String::concat);
                }
            }
        });
    }

    String of(Run run) {
        RepositoryId repository = run.id().repository();
        return (services.getOrDefault(repository, "")
                + versions.getOrDefault(repository, Map.of()).getOrDefault(run.id().number(), ""))
                .toLowerCase(Locale.ROOT);
    }
}
