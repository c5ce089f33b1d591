package dev.signalbox.domain.ci;

import dev.signalbox.domain.ConnectionId;

/// A repository at one CI provider.
///
/// @param owner organisation, user or group; may hold slashes where groups lie in groups (`group/sub`)
public record RepositoryId(ConnectionId connection, String owner, String name) {

    /// `owner/name`, as people write it.
    public String fullName() {
        return owner + "/" + name;
    }
}
