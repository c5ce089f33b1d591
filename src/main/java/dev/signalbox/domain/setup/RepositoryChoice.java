package dev.signalbox.domain.setup;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A repository that may be chosen. Its id holds the connection, the group and the name.
///
/// @param hasDeployments unknown until it was asked for
/// @param lastPush or the last activity, where the provider tells no more; absent for none
public record RepositoryChoice(
        RepositoryId id, Told hasDeployments, boolean archived, @Nullable Instant lastPush) {

    /// The account through which it is reached.
    public ConnectionId connection() {
        return id.connection();
    }

    /// Organisation, person, or groups within groups.
    public String group() {
        return id.owner();
    }

    /// Its name in the group.
    public String name() {
        return id.name();
    }

    /// The same, knowing more.
    public RepositoryChoice with(Told deployments) {
        return new RepositoryChoice(id, deployments, archived, lastPush);
    }
}
