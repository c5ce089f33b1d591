package dev.signalbox.ui.board;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.Discovery;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RepositoryState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Completes the described board with what was discovered, anew only when there is something new to discover.
///
/// Workloads change many times a second and hardly ever where they belong. A batch that changed some costs one walk
/// over all of them, with a look into an ordinary map for each; only those that are other objects than before are
/// compared.
final class BoardComposer {

    private @Nullable ConsoleState seen;
    private List<RepositoryId> living = List.of();
    private Map<RepositoryId, List<String>> environments = Map.of();
    /// As they were when they were last looked at.
    private final Map<WorkloadKey, Workload> workloads = new HashMap<>();
    private BoardSpec composed = BoardSpec.EMPTY;

    BoardSpec compose(ConsoleState state) {
        if (state.described().discover() == BoardSpec.Discover.NOTHING) {
            return state.described();
        }
        ConsoleState before = seen;
        seen = state;
        boolean differs = before == null || !before.described().equals(state.described());
        if (before == null || before.repositories() != state.repositories()) {
            differs |= takeRepositories(state.repositories());
        }
        if (before == null || before.workloads() != state.workloads()) {
            differs |= takeWorkloads(state.workloads());
        }
        if (differs) {
            composed = Discovery.complete(
                    state.described(), living, environments,
                    state.workloads().values().stream().map(Reading::value).filter(Objects::nonNull).toList());
        }
        return composed;
    }

    /// Whether other repositories live than before, or other names of environments are known.
    private boolean takeRepositories(Map<RepositoryId, RepositoryState> repositories) {
        List<RepositoryId> livingNow = new ArrayList<>();
        Map<RepositoryId, List<String>> environmentsNow = new HashMap<>();
        repositories.forEach((id, known) -> {
            Repository repository = known.repository().value();
            if (repository != null && !repository.archived()) {
                livingNow.add(id);
            }
            List<CiEnvironment> listed = known.environments().value();
            if (listed != null) {
                environmentsNow.put(id, listed.stream()
                        .filter(environment -> !environment.comesAndGoes())
                        .map(CiEnvironment::name)
                        .toList());
            }
        });
        boolean differs = !livingNow.equals(living) || !environmentsNow.equals(environments);
        living = livingNow;
        environments = environmentsNow;
        return differs;
    }

    /// Whether workloads came or went, or tell of another repository.
    private boolean takeWorkloads(Map<WorkloadKey, Reading<Workload>> readings) {
        boolean differs = false;
        int count = 0;
        for (Map.Entry<WorkloadKey, Reading<Workload>> entry : readings.entrySet()) {
            Workload now = entry.getValue().value();
            if (now != null) {
                count++;
                Workload before = workloads.put(entry.getKey(), now);
                differs |= before == null || before != now && !Discovery.isMatchedAlike(before, now);
            }
        }
        if (count != workloads.size()) {
            differs = true;
            workloads.keySet().removeIf(key -> {
                Reading<Workload> reading = readings.get(key);
                return reading == null || reading.value() == null;
            });
        }
        return differs;
    }
}
