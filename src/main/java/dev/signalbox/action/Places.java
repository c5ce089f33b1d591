package dev.signalbox.action;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.cluster.WorkloadKey;
import java.util.function.Supplier;

/// Which service and environment a workload is, as the board says, and which environments are production.
final class Places {

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
        return board.get().asksForName(environment);
    }

    boolean isReadOnly(WorkloadKey workload) {
        return board.get().protection().isReadOnly(workload.cluster().name());
    }
}
