package dev.signalbox.domain.board;

import java.util.List;
import java.util.Optional;

/// The board as described by its file and completed by discovery.
///
/// @param environments left to right, in the order in which releases travel
/// @param discover what is added that nobody described
public record BoardSpec(List<EnvironmentSpec> environments, List<ServiceSpec> services, Discover discover) {

    /// Nothing described: everything is discovered.
    public static final BoardSpec EMPTY = new BoardSpec(List.of(), List.of());

    /// What discovery may add.
    public enum Discover {
        /// Repositories and workloads that nobody described become services of their own.
        ALL,
        /// Only targets of services that are described.
        TARGETS,
        /// Nothing.
        NOTHING
    }

    /// A board that also shows what nobody described.
    public BoardSpec(List<EnvironmentSpec> environments, List<ServiceSpec> services) {
        this(environments, services, Discover.ALL);
    }

    /// The environment of that name.
    public Optional<EnvironmentSpec> environment(String name) {
        return environments.stream().filter(e -> e.name().equals(name)).findFirst();
    }

    /// Whether that environment is production; a name that starts with `prod` or `live` counts when it is not described.
    public boolean isProduction(String name) {
        return environment(name).map(EnvironmentSpec::production)
                .orElseGet(() -> EnvironmentNames.looksLikeProduction(name));
    }
}
