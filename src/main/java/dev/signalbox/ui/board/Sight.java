package dev.signalbox.ui.board;

import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.state.Focus;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the board looks at: the rows in sight, and closely what its drawer shows. Only that is watched closely.
final class Sight {

    private Sight() {}

    static Focus of(BoardPage page, Set<String> services, @Nullable DrawerRow open) {
        Set<RepositoryId> repositories = new HashSet<>();
        for (String name : services) {
            ServiceSpec service = page.services().get(name);
            if (service != null && service.repository() != null) {
                repositories.add(service.repository());
            }
        }
        ComparisonKey compared = open == null ? null : open.changes().key();
        return Focus.NOWHERE.withComparisons(compared == null ? Set.of() : Set.of(compared))
                .withWorkloads(open == null || open.workload() == null ? Set.of() : Set.of(open.workload()))
                .withRepositories(Set.copyOf(repositories))
                .withReleases(open == null || open.releases().of() == null ? Set.of() : Set.of(open.releases().of()));
    }
}
