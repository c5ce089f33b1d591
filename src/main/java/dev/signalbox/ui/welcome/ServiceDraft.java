package dev.signalbox.ui.welcome;

import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.setup.ProposedService;
import java.util.List;
import java.util.stream.IntStream;

/// A proposed row of the board, as somebody changed it.
record ServiceDraft(ProposedService proposed, boolean accepted) {

    ServiceSpec service() {
        return proposed.service();
    }

    ServiceDraft accept(boolean now) {
        return new ServiceDraft(proposed, now);
    }

    ServiceDraft rename(String name, String group) {
        ServiceSpec s = service();
        return with(new ServiceSpec(name, group, s.repository(), s.build(), s.deploy(), s.targets(), s.discovered()));
    }

    ServiceDraft move(int target, String environment) {
        ServiceSpec s = service();
        List<TargetSpec> moved = IntStream.range(0, s.targets().size())
                .mapToObj(i -> i == target
                        ? new TargetSpec(environment, s.targets().get(i).workload())
                        : s.targets().get(i))
                .toList();
        return with(new ServiceSpec(s.name(), s.group(), s.repository(), s.build(), s.deploy(), moved, s.discovered()));
    }

    private ServiceDraft with(ServiceSpec service) {
        return new ServiceDraft(proposed.with(service), accepted);
    }
}
