package dev.signalbox.wiring;

import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RepositoryPicks;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Repositories;
import java.util.List;

/// The repositories of an account, as far as somebody picked them: lists of owners tell of the others too.
record PickedRepositories(Repositories provider, RepositoryPicks picks) implements Repositories {

    @Override
    public List<Repository> recentlyPushed(String owner) throws RemoteFailure {
        return picked(provider.recentlyPushed(owner));
    }

    @Override
    public List<Repository> all(String owner) throws RemoteFailure {
        return picked(provider.all(owner));
    }

    @Override
    public Repository one(RepositoryId id) throws RemoteFailure {
        return provider.one(id);
    }

    private List<Repository> picked(List<Repository> all) {
        return all.stream().filter(repository -> picks.takes(repository.id())).toList();
    }
}
