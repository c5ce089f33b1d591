package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.provider.http.HttpSettings;
import java.util.List;

/// One account at GitLab.
///
/// @param id the connection's name
/// @param owners groups (with all groups below) or people whose projects are shown; empty for those of the account itself
/// @param http address ([GitLab#base(String)]), credential ([GitLab#token(String)]), limits, proxy, trusted certificates;
///     the constant headers are set by the provider
public record GitLabSettings(ConnectionId id, List<String> owners, HttpSettings http) {

    public GitLabSettings {
        owners = List.copyOf(owners);
    }
}
