package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What [Repositories] must do.
public abstract class RepositoriesContract extends CiContract {

    @Override
    protected Object read(CiServer server) throws RemoteFailure {
        return server.provider().repositories().recentlyPushed(server.repository().owner());
    }

    @Test
    void listsTheRepositoriesOfAnOwner() throws RemoteFailure {
        List<Repository> there = List.of(repository("app", false), repository("old", true));
        server().repositories(owner(), there);
        assertThat(repositories().all(owner())).isEqualTo(there);
        assertThat(repositories().recentlyPushed(owner())).isEqualTo(there);
    }

    @Test
    void listsEverythingReachableForNoOwnerAtAll() throws RemoteFailure {
        List<Repository> there = List.of(repository("app", false));
        server().repositories("", there);
        assertThat(repositories().all("")).isEqualTo(there);
        assertThat(repositories().recentlyPushed("")).isEqualTo(there);
    }

    @Test
    void listsAllOfThemOverSeveralPagesButProbesOnePageOnly() throws RemoteFailure {
        server().repositories(
                owner(), IntStream.range(0, 250).mapToObj(n -> repository("app-" + n, false)).toList());
        assertThat(repositories().all(owner())).hasSize(250).doesNotHaveDuplicates();
        int before = server().requests().size();
        assertThat(repositories().recentlyPushed(owner())).hasSizeLessThanOrEqualTo(100);
        assertThat(server().requests()).hasSize(before + 1);
    }

    @Test
    void readsOneRepository() throws RemoteFailure {
        Repository there = repository("app", false);
        server().repositories(owner(), List.of(there));
        assertThat(repositories().one(there.id())).isEqualTo(there);
    }

    private Repositories repositories() {
        return server().provider().repositories();
    }

    private String owner() {
        return server().repository().owner();
    }

    private Repository repository(String name, boolean archived) {
        RepositoryId id = new RepositoryId(server().repository().connection(), owner(), name);
        return new Repository(
                id,
                "main",
                archived,
                Repository.Access.WRITE,
                CiSamples.T0,
                URI.create("https://ci.example.com/" + name));
    }
}
