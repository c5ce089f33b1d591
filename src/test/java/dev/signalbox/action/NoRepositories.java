package dev.signalbox.action;

import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.port.Repositories;
import java.util.List;

/// Plans never list repositories.
final class NoRepositories implements Repositories {

    @Override
    public List<Repository> recentlyPushed(String owner) {
        return List.of();
    }

    @Override
    public List<Repository> all(String owner) {
        return List.of();
    }

    @Override
    public Repository one(RepositoryId id) {
        throw new AssertionError("not needed");
    }
}
