package dev.signalbox.ui.notice;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.Discovery;
import dev.signalbox.domain.board.Drift;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.RolloutRule;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.notice.Sight;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RepositoryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What of the state notices may be about. Pure.
final class NoticeSights {

    private NoticeSights() {}

    static Sight of(ConsoleState state) {
        BoardSpec board = board(state);
        Map<RepositoryId, List<ServiceSpec>> services = board.services().stream()
                .filter(service -> service.repository() != null)
                .collect(Collectors.groupingBy(service -> Objects.requireNonNull(service.repository())));
        Map<RepositoryId, Sight.OfRepository> repositories = new HashMap<>();
        state.repositories().forEach((id, known) -> {
            List<Run> runs = known.runs().value();
            Instant readAt = known.runs().readAt();
            if (runs != null && readAt != null && isLive(state, id.connection())) {
                repositories.put(id, repository(runs, readAt, services.getOrDefault(id, List.of()), state));
            }
        });
        Map<Sight.TargetName, Sight.OfTarget> targets = new HashMap<>();
        board.services().forEach(service -> service.targets()
                .forEach(target -> target(service, target, state).ifPresent(seen -> targets.merge(
                        new Sight.TargetName(service.name(), target.environment()), seen,
                        (one, other) -> one.drift().isPresent() ? one : other))));
        return new Sight(Map.copyOf(repositories), Map.copyOf(targets));
    }

    private static BoardSpec board(ConsoleState state) {
        List<RepositoryId> living = state.repositories().values().stream()
                .map(RepositoryState::repository)
                .map(Reading::value)
                .filter(Objects::nonNull)
                .filter(repository -> !repository.archived())
                .map(Repository::id)
                .toList();
        List<Workload> workloads =
                state.workloads().values().stream().map(Reading::value).filter(Objects::nonNull).toList();
        return Discovery.complete(state.described(), living, Map.of(), workloads);
    }

    private static boolean isLive(ConsoleState state, ConnectionId id) {
        Connection connection = state.connections().get(id);
        return connection != null && connection.lamp() == Connection.Lamp.LIVE;
    }

    private static Sight.OfRepository repository(
            List<Run> runs, Instant readAt, List<ServiceSpec> services, ConsoleState state) {
        List<Sight.OfRun> seen = new ArrayList<>();
        Set<RunId> asked = new HashSet<>();
        for (Run run : runs) {
            List<PendingApproval> pending = state.run(run.id()).pending().value();
            if (pending != null) {
                asked.add(run.id());
            }
            Set<String> forUs = pending == null || !run.status().isUnfinished()
                    ? Set.of()
                    : pending.stream()
                            .filter(p -> p.canApprove() && p.blocks())
                            .map(PendingApproval::environmentName)
                            .collect(Collectors.toUnmodifiableSet());
            Optional<ServiceSpec> service = serviceOf(run, services);
            seen.add(new Sight.OfRun(
                    run, service.map(ServiceSpec::name).orElse(run.id().repository().name()),
                    service.map(ServiceSpec::group).orElse(run.id().repository().owner()), forUs));
        }
        return new Sight.OfRepository(readAt, List.copyOf(seen), Set.copyOf(asked));
    }

    /// Of several services in one repository the one whose workflow it is; else the first.
    private static Optional<ServiceSpec> serviceOf(Run run, List<ServiceSpec> services) {
        String file = run.workflowPath().substring(run.workflowPath().lastIndexOf('/') + 1);
        return services.stream()
                .filter(s -> file.equals(s.build()) || file.equals(s.deploy()))
                .findFirst()
                .or(() -> services.stream().findFirst());
    }

    private static Optional<Sight.OfTarget> target(ServiceSpec service, TargetSpec target, ConsoleState state) {
        Workload workload = state.workload(target.workload()).value();
        if (workload == null || !isLive(state, target.workload().cluster())) {
            return Optional.empty();
        }
        List<Deployment> deployments = service.repository() == null
                ? List.of()
                : state.repository(service.repository()).deployments().or(List.of());
        Optional<Drift> drift = RolloutRule.of(workload).isMoving()
                ? Optional.empty()
                : Drift.of(workload, target.environment(), deployments);
        return Optional.of(new Sight.OfTarget(service.group(), drift));
    }
}
