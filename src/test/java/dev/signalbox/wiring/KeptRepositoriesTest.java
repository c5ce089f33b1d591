package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RepositoryPicks;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Repositories;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The repositories that somebody chose bound what is read, and not only what the board shows.
class KeptRepositoriesTest {

    @AutoClose
    private final SetUpConsole console;

    KeptRepositoriesTest(@TempDir Path folder) throws Exception {
        console = new SetUpConsole(folder.resolve("own"));
    }

    @Test
    void someAreWrittenDown() throws Exception {
        Chosen.Account account = SetUpConsole.account(SetUpConsole.SECOND, "ghp_second");
        keep(account);

        assertThat(added().repositories())
                .containsExactlyElementsOf(account.repositories().stream().map(RepositoryId::fullName).toList());
        assertThat(added().picks().takes(account.repositories().getFirst())).isTrue();
        assertThat(added().picks().takes(new RepositoryId(SetUpConsole.SECOND, "acme", "another"))).isFalse();
    }

    @Test
    void whoChoseEverythingMeansWhatComesLaterToo() throws Exception {
        keep(SetUpConsole.account(SetUpConsole.SECOND, "ghp_second").ofEverything());

        assertThat(added().repositories()).isEmpty();
        assertThat(added().owners()).isNotEmpty();
        assertThat(added().picks().takes(new RepositoryId(SetUpConsole.SECOND, "acme", "another"))).isTrue();
    }

    @Test
    void listsOfAnOwnerTellOfThePickedOnesOnly() throws RemoteFailure {
        Repository one = repository("one");
        Repository two = repository("two");
        Repositories all = new Repositories() {
            @Override
            public List<Repository> recentlyPushed(String owner) {
                return List.of(two, one);
            }

            @Override
            public List<Repository> all(String owner) {
                return List.of(one, two);
            }

            @Override
            public Repository one(RepositoryId id) {
                return two;
            }
        };
        PickedRepositories picked = new PickedRepositories(
                all, RepositoryPicks.of(SetUpConsole.SECOND, List.of("acme/one")));

        assertThat(picked.recentlyPushed("acme")).containsExactly(one);
        assertThat(picked.all("acme")).containsExactly(one);
        assertThat(picked.one(two.id())).as("the board may describe another one").isEqualTo(two);
        assertThat(new PickedRepositories(all, RepositoryPicks.ALL).all("acme")).containsExactly(one, two);
    }

    private static Repository repository(String name) {
        return new Repository(
                new RepositoryId(SetUpConsole.SECOND, "acme", name), "main", false, Repository.Access.READ, null, null);
    }

    private void keep(Chosen.Account account) throws Exception {
        console.setup(console.config()).keep(
                new Chosen(List.of(account), List.of()), new BoardProposal(List.of(), List.of()), new HiddenText(""));
    }

    private CiAccount added() {
        return console.config().accounts().stream()
                .filter(account -> account.id().equals(SetUpConsole.SECOND))
                .findFirst()
                .orElseThrow();
    }
}
