package dev.signalbox.action;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.Discovery;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Which service and environment a workload is, as the board says, and which environments are production.
final class Places {

    /// What a provider calls an environment that customers depend on.
    private static final String TIER = "production";

    private final Supplier<BoardSpec> board;
    private final Function<RepositoryId, List<CiEnvironment>> environments;

    /// @param environments those of a repository, as far as they are known
    Places(Supplier<BoardSpec> board, Function<RepositoryId, List<CiEnvironment>> environments) {
        this.board = board;
        this.environments = environments;
    }

    /// Where the board shows a workload, also one that it found itself. What nobody described is production where its cluster is
    /// marked so, and is called by the cluster's name then.
    Place of(WorkloadKey workload, boolean clusterIsProduction) {
        BoardSpec described = board.get();
        for (ServiceSpec service : described.services()) {
            for (TargetSpec target : service.targets()) {
                if (target.workload().equals(workload)) {
                    return new Place(
                            service.name(), target.environment(), described.isProduction(target.environment()));
                }
            }
        }
        String found = Discovery.environmentOf(described, workload);
        boolean production = Discovery.isProduction(described, workload);
        if (production || described.environment(found).isPresent()) {
            return new Place(workload.name(), found, production);
        }
        return clusterIsProduction
                ? new Place(workload.name(), workload.cluster().name(), true)
                : Place.undescribed(workload);
    }

    /// Of a word that need not be an environment at all, such as an input.
    boolean isProduction(String environment) {
        return board.get().asksForName(environment);
    }

    boolean isReadOnly(WorkloadKey workload) {
        return board.get().protection().isReadOnly(workload.cluster().name());
    }

    /// The repository's environments that are production, as far as they are known.
    List<String> production(RepositoryId repository) {
        return known(repository).filter(name -> isProduction(repository, name)).toList();
    }

    /// The environment of a repository that a word means. Providers may not tell `Prod-EU` from `prod-eu`.
    Optional<String> named(RepositoryId repository, String word) {
        return known(repository).filter(word::equals).findFirst()
                .or(() -> known(repository).filter(word::equalsIgnoreCase).findFirst());
    }

    private Stream<String> known(RepositoryId repository) {
        return Stream.concat(
                board.get().environments().stream().map(EnvironmentSpec::name),
                environments.apply(repository).stream().map(CiEnvironment::name))
                .distinct();
    }

    /// Of an environment of a repository. What the board says counts; where it does not name it, how the name begins or
    /// the provider's word is enough.
    boolean isProduction(RepositoryId repository, String environment) {
        BoardSpec described = board.get();
        return described.isProduction(environment)
                || described.environment(environment).isEmpty() && environments.apply(repository).stream()
                        .anyMatch(e -> e.name().equals(environment) && TIER.equals(e.tier()));
    }
}
