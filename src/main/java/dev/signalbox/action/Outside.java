package dev.signalbox.action;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.team.TeamHosting;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.Cluster;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Sender;
import dev.signalbox.port.TeamProposals;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Everything outside that can be read and changed, by the name of its connection.
///
/// @param teams where the team file may be proposed
/// @param secrets knows those that the console holds, so that none is put where others read it
public record Outside(
        Map<ConnectionId, CiProvider> providers, Map<ConnectionId, Cluster> clusters,
        Map<ConnectionId, TeamProposals> teams, Supplier<Redaction> secrets) {

    /// Holding no secrets.
    public Outside(
            Map<ConnectionId, CiProvider> providers, Map<ConnectionId, Cluster> clusters,
            Map<ConnectionId, TeamProposals> teams) {
        this(providers, clusters, teams, () -> Redaction.SHAPES_ONLY);
    }

    /// Without a team file.
    public Outside(Map<ConnectionId, CiProvider> providers, Map<ConnectionId, Cluster> clusters) {
        this(providers, clusters, Map.of());
    }

    /// What reads through it goes before all that merely keeps the screen fresh: a person has said yes, and waits.
    CiProvider provider(ConnectionId id) throws RemoteFailure {
        CiProvider provider = providers.get(id);
        if (provider == null) {
            throw gone(id);
        }
        CiProvider urgent = provider.urgent();
        return urgent == null ? provider : urgent;
    }

    Cluster cluster(ConnectionId id) throws RemoteFailure {
        Cluster cluster = clusters.get(id);
        if (cluster == null) {
            throw gone(id);
        }
        return cluster;
    }

    Sender sender(ConnectionId id) throws RemoteFailure {
        CiProvider provider = providers.get(id);
        TeamProposals team = teams.get(id);
        if (team != null) {
            return team.sender();
        }
        return provider != null ? provider.sender() : cluster(id).sender();
    }

    /// Where the team file of a place may be proposed.
    TeamProposals team(TeamPlace place) throws RemoteFailure {
        return teams.values().stream()
                .filter(team -> team.place().equals(place))
                .findFirst()
                .orElseThrow(() -> new RemoteFailure(new RemoteProblem.NotFound(
                        "The team file at " + place.repository() + " is not connected.")));
    }

    /// The team file's repository as its CI provider knows it, where that is connected.
    Optional<RepositoryId> hosted(TeamProposals team) {
        List<TeamHosting.Host> hosts = providers.values().stream()
                .map(p -> new TeamHosting.Host(p.id(), p.address()))
                .sorted(Comparator.comparing(TeamHosting.Host::connection))
                .toList();
        return TeamHosting.repository(team.place().repository(), hosts, team.account());
    }

    /// What people at a connection call its things; our own words where it is not set up any more.
    CiWords words(ConnectionId id) {
        CiProvider provider = providers.get(id);
        return provider == null ? CiWords.OURS : CiWords.of(provider.kind());
    }

    private static RemoteFailure gone(ConnectionId id) {
        return new RemoteFailure(new RemoteProblem.NotFound("The connection " + id + " is not set up any more."));
    }
}
