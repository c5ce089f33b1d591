package dev.signalbox.wiring;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.words.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Services of two CI providers as rows of one board, in the window that a person sees.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MixedBoardTest {

    private static final RepositoryId WEB = new RepositoryId(new ConnectionId("GitHub"), "acme", "web-frontend");
    private static final RepositoryId AUTH = new RepositoryId(new ConnectionId("GitLab"), "acme/platform", "auth");

    @SuppressWarnings("NullAway.Init") // opened before the first test
    private LiveConsole console;

    @BeforeAll
    void openTheConsole(@TempDir Path folder) throws IOException {
        console = LiveConsole.open(folder);
    }

    @AfterAll
    void closeTheConsole() {
        console.close();
    }

    @Test
    void rowsOfBothProvidersStandOnOneBoard() throws IOException {
        console.awaitWords("cell-web-frontend-production", words -> words.contains("v5.19.2"));
        console.awaitWords("cell-auth-production", words -> words.contains("v3.4.1"));
        for (RepositoryId repository : List.of(WEB, AUTH)) {
            console.state("builds are read", s -> builds(s, repository));
            // Read anew each time: the team builds on meanwhile.
            console.awaitWords("board", words -> builds(console.engine.store().current(), repository).stream()
                    .flatMap(List::stream).anyMatch(lineAfter(words, repository)::startsWith));
        }
    }

    @Test
    void whatWaitsForMeAtEitherProviderIsCountedTogether() throws IOException {
        console.state("both wait for us", s -> mine(s, WEB) && mine(s, AUTH) ? Optional.of(s) : Optional.empty());
        console.awaitWords("filter-needs-me", words -> words.lines().anyMatch(line -> line.matches("[2-9]")));
    }

    /// What stands below the service's name.
    private static String lineAfter(String words, RepositoryId repository) {
        List<String> lines = words.lines().toList();
        int at = lines.indexOf(repository.name());
        return at < 0 || at + 1 >= lines.size() ? "" : lines.get(at + 1);
    }

    /// How lines about builds of the repository begin.
    private static Optional<List<String>> builds(ConsoleState state, RepositoryId repository) {
        List<String> begun = state.repository(repository).runs().or(List.of()).stream()
                .map(run -> "#" + Numbers.grouped(run.number()) + " · ")
                .toList();
        return begun.isEmpty() ? Optional.empty() : Optional.of(begun);
    }

    private static boolean mine(ConsoleState state, RepositoryId repository) {
        return state.repository(repository).runs().or(List.of()).stream()
                .flatMap(run -> state.run(run.id()).pending().or(List.of()).stream())
                .anyMatch(PendingApproval::canApprove);
    }
}
