package dev.signalbox.domain.board;

import dev.signalbox.domain.ci.CiEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The board as described by its file and completed by discovery.
///
/// @param environments left to right, in the order in which releases travel
/// @param discover what is added that nobody described
/// @param protection what is forbidden or warned of
public record BoardSpec(
        List<EnvironmentSpec> environments, List<ServiceSpec> services, Discover discover, Protection protection) {

    /// Names that mean production where nobody described the environment: asking once too often does no harm.
    public static final List<String> USUALLY_PRODUCTION = List.of("production", "prod", "live");

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

    /// A board that forbids nothing.
    public BoardSpec(List<EnvironmentSpec> environments, List<ServiceSpec> services, Discover discover) {
        this(environments, services, discover, Protection.NONE);
    }

    /// A board that also shows what nobody described.
    public BoardSpec(List<EnvironmentSpec> environments, List<ServiceSpec> services) {
        this(environments, services, Discover.ALL);
    }

    /// The environment of that name.
    public Optional<EnvironmentSpec> environment(String name) {
        return environments.stream().filter(e -> e.name().equals(name)).findFirst();
    }

    /// Whether the board shows what runs there in a column of its own. Where no environment is described, those have one that do not
    /// come and go; production has one in any case.
    public boolean hasColumn(CiEnvironment environment) {
        return isProduction(environment.name()) || "production".equals(environment.tier())
                || (environments.isEmpty() ? !environment.comesAndGoes() : environment(environment.name()).isPresent());
    }

    /// Whether that environment is production; a name that starts with `prod` or `live` counts when it is not described.
    public boolean isProduction(String name) {
        return environment(name).map(EnvironmentSpec::production)
                .orElseGet(() -> EnvironmentNames.looksLikeProduction(name));
    }

    /// Whether an action there asks for its name to be typed.
    public boolean asksForName(String name) {
        return environment(name).map(EnvironmentSpec::production)
                .orElseGet(() -> USUALLY_PRODUCTION.contains(name.toLowerCase(Locale.ROOT)));
    }

    /// The same with other protection.
    public BoardSpec with(Protection other) {
        return new BoardSpec(environments, services, discover, other);
    }

    /// This board on top of another: what both describe is as here, in the other's place; what only this one describes
    /// comes after it.
    public BoardSpec over(BoardSpec under) {
        return new BoardSpec(
                joined(under.environments, environments, EnvironmentSpec::name),
                joined(under.services, services, ServiceSpec::name),
                discover == Discover.ALL ? under.discover : discover,
                protection.over(under.protection));
    }

    private static <T> List<T> joined(List<T> under, List<T> over, Function<T, String> name) {
        Map<String, T> all = new LinkedHashMap<>();
        under.forEach(one -> all.put(name.apply(one), one));
        over.forEach(one -> all.put(name.apply(one), one));
        return List.copyOf(all.values());
    }
}
