package dev.signalbox.ui.board;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.Discovery;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.state.ConsoleState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Completes the described board with what was discovered, anew only when there is something new to discover.
final class BoardComposer {

    private record Ground(BoardSpec described, Set<RepositoryId> repositories, Set<WorkloadKey> workloads,
            int environments) {}

    private @Nullable ConsoleState seen;
    private Ground ground = new Ground(BoardSpec.EMPTY, Set.of(), Set.of(), 0);
    private BoardSpec composed = BoardSpec.EMPTY;

    BoardSpec compose(ConsoleState state) {
        if (state.described().discover() == BoardSpec.Discover.NOTHING) {
            return state.described();
        }
        ConsoleState before = seen;
        seen = state;
        if (before != null && before.described() == state.described() && before.workloads() == state.workloads()
                && before.repositories() == state.repositories()) {
            return composed;
        }
        Map<RepositoryId, List<String>> environments = new HashMap<>();
        state.repositories().forEach((id, known) -> {
            List<CiEnvironment> listed = known.environments().value();
            if (listed != null) {
                environments.put(id, listed.stream()
                        .filter(environment -> !environment.comesAndGoes())
                        .map(CiEnvironment::name)
                        .toList());
            }
        });
        Ground next = new Ground(
                state.described(), state.repositories().keySet(), state.workloads().keySet(), environments.size());
        if (!next.equals(ground)) {
            ground = new Ground(
                    next.described(), Set.copyOf(next.repositories()), Set.copyOf(next.workloads()),
                    next.environments());
            composed = Discovery.complete(
                    state.described(), living(state), environments,
                    state.workloads().values().stream().map(Reading::value).filter(Objects::nonNull).toList());
        }
        return composed;
    }

    private static List<RepositoryId> living(ConsoleState state) {
        return state.repositories().entrySet().stream()
                .filter(e -> {
                    Repository repository = e.getValue().repository().value();
                    return repository != null && !repository.archived();
                })
                .map(Map.Entry::getKey)
                .toList();
    }
}
