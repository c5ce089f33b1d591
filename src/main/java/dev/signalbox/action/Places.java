package dev.signalbox.action;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.util.Set;
import java.util.function.Supplier;

/// Which service and environment a workload is, as the board says, and which environments are production.
final class Places {

    /// Names that mean production where nobody described the environment: asking once too often does no harm.
    private static final Set<String> USUAL = Set.of("production", "prod", "live");

    private final Supplier<BoardSpec> board;

    Places(Supplier<BoardSpec> board) {
        this.board = board;
    }

    Place of(WorkloadKey workload) {
        for (ServiceSpec service : board.get().services()) {
            for (TargetSpec target : service.targets()) {
                if (target.workload().equals(workload)) {
                    return new Place(service.name(), target.environment(), isProduction(target.environment()));
                }
            }
        }
        return Place.undescribed(workload);
    }

    boolean isProduction(String environment) {
        return board.get().environments().stream()
                .filter(e -> e.name().equals(environment))
                .findFirst()
                .map(e -> e.production())
                .orElseGet(() -> USUAL.contains(environment.toLowerCase(java.util.Locale.ROOT)));
    }
}
