package dev.signalbox.provider.github;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.provider.http.HttpSettings;
import java.util.List;

/// One account at GitHub.
///
/// @param id the connection's name
/// @param owners organisations or users whose repositories are shown; empty for those of the account itself
/// @param http address ([GitHub#base(String)]), credential, limits; the constant headers are set by the provider
public record GitHubSettings(ConnectionId id, List<String> owners, HttpSettings http) {

    public GitHubSettings {
        owners = List.copyOf(owners);
    }
}
