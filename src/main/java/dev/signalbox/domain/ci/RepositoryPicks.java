package dev.signalbox.domain.ci;

import dev.signalbox.domain.ConnectionId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Which repositories of an account are read. Whoever picked some pays for those only: a hundred others of the same owner
/// cost nothing.
public final class RepositoryPicks {

    /// Everything is read.
    public static final RepositoryPicks ALL = new RepositoryPicks(List.of());

    private final List<RepositoryId> ids;
    private final Set<String> names;

    private RepositoryPicks(List<RepositoryId> ids) {
        this.ids = List.copyOf(ids);
        names = ids.stream().map(RepositoryPicks::name).collect(Collectors.toUnmodifiableSet());
    }

    /// @param names `owner/name` each, as the provider writes them; those of another form are left out
    public static RepositoryPicks of(ConnectionId connection, List<String> names) {
        return new RepositoryPicks(names.stream()
                .filter(RepositoryPicks::isName)
                .map(name -> new RepositoryId(
                        connection, name.substring(0, name.lastIndexOf('/')),
                        name.substring(name.lastIndexOf('/') + 1)))
                .toList());
    }

    /// Whether this names a repository: at GitLab the owner may be several groups.
    public static boolean isName(String text) {
        return text.matches("[^/\\s]+(/[^/\\s]+)+");
    }

    /// Those that were picked; empty when everything is read.
    public List<RepositoryId> ids() {
        return ids;
    }

    /// Whether nothing was picked, so that everything is read.
    public boolean isAll() {
        return ids.isEmpty();
    }

    /// Whether this one is read. Providers do not tell capital letters from small ones.
    public boolean takes(RepositoryId id) {
        return isAll() || names.contains(name(id));
    }

    private static String name(RepositoryId id) {
        return id.fullName().toLowerCase(Locale.ROOT);
    }
}
