package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.history.LastStateFile;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.SampleStates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastBoardTest {

    @TempDir
    private Path folder;

    private LastBoard board(Store store) {
        return new LastBoard(Folders.below(folder), new KnownSecrets(), store);
    }

    private void keep(ConsoleState state) throws java.io.IOException {
        new LastStateFile(folder, () -> Redaction.SHAPES_ONLY).write(LastBoard.of(state));
    }

    @Test
    void theNextStartShowsWhatWasKnownAsOfThen() throws Exception {
        ConsoleState rich = SampleStates.rich();
        keep(rich);
        Store store = new Store(new Reducer(), Runnable::run);
        board(store).recall(rich.connections().keySet(), repository -> true);
        ConsoleState now = store.current();
        assertThat(now.workloads()).isEqualTo(rich.workloads());
        rich.repositories().forEach((id, known) -> {
            assertThat(now.repository(id).runs().readAt()).isEqualTo(known.runs().readAt());
            assertThat(now.repository(id).runs().or(List.of())).isNotEmpty();
            assertThat(now.repository(id).deployments()).isEqualTo(known.deployments());
        });
        rich.runs().forEach((id, known) -> {
            if (!known.pending().or(List.of()).isEmpty()) {
                assertThat(now.run(id).pending()).isEqualTo(known.pending());
            }
        });
    }

    @Test
    void whatWaitedIsKeptHoweverManyCameAfterIt() {
        List<Run> runs = new ArrayList<>();
        for (int i = 100; i > 0; i--) {
            RunStatus status = i == 5 || i == 99 ? RunStatus.WAITING : RunStatus.COMPLETED;
            runs.add(Examples.run(i, 1, status, Conclusion.NONE, SampleStates.NOW));
        }
        ConsoleState state = new Reducer().apply(ConsoleState.EMPTY, List.of(
                new Change.RunsRead(Examples.CHECKOUT, new Answer.Good<>(runs, SampleStates.NOW))));
        assertThat(LastBoard.of(state).runs()).singleElement().satisfies(kept -> assertThat(kept.runs())
                .hasSize(21)
                .last()
                .satisfies(last -> assertThat(last.id().number()).isEqualTo(5)));
    }

    @Test
    void whatElseIsKeptIsKeptOfTheSameState() {
        Store store = new Store(new Reducer(), Runnable::run);
        List<ConsoleState> also = new ArrayList<>();
        LastBoard board = board(store).and(also::add);
        board.keep();
        assertThat(also).as("nothing is live yet").isEmpty();
        store.offer(new Change.ConnectionAdded(
                Objects.requireNonNull(SampleStates.rich().connections().get(SampleStates.GITHUB))));
        board.keep();
        board.keep();
        assertThat(also).containsExactly(store.current());
    }

    @Test
    void nothingOfItCountsAsCurrent() throws Exception {
        ConsoleState rich = SampleStates.rich();
        keep(rich);
        Store store = new Store(new Reducer(), Runnable::run);
        board(store).recall(rich.connections().keySet(), repository -> true);
        assertThat(store.current().connections().values())
                .isNotEmpty()
                .allMatch(c -> c.lamp() == Connection.Lamp.CONNECTING && c.account() == null && c.freshAt() != null);
    }

    @Test
    void whatAnotherConsoleKeepsIsShownAndNotWritten(@TempDir Path passing) throws Exception {
        keep(SampleStates.rich());
        byte[] theirs = files(folder);
        Store store = new Store(new Reducer(), Runnable::run);
        LastBoard looking = new LastBoard(Folders.below(folder).lookedAt(passing), new KnownSecrets(), store);
        looking.recall(SampleStates.rich().connections().keySet(), repository -> true);
        assertThat(store.current().repositories()).isNotEmpty();
        store.offer(new Change.ConnectionAnswered(SampleStates.GITHUB, SampleStates.NOW));

        looking.keep();

        assertThat(files(folder)).isEqualTo(theirs);
        assertThat(passing).isEmptyDirectory();
    }

    private static byte[] files(Path folder) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.write(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                all.write(Files.readAllBytes(file));
            }
        }
        return all.toByteArray();
    }

    @Test
    void aRepositoryThatIsNoLongerReadIsNotShown() throws Exception {
        ConsoleState rich = SampleStates.rich();
        keep(rich);
        Store store = new Store(new Reducer(), Runnable::run);
        board(store).recall(rich.connections().keySet(), repository -> !repository.name().equals("checkout"));
        assertThat(rich.repositories().keySet()).anyMatch(id -> id.name().equals("checkout"));
        assertThat(store.current().repositories().keySet())
                .isNotEmpty().noneMatch(id -> id.name().equals("checkout"));
    }

    @Test
    void whatIsNoLongerConfiguredIsNotShown() throws Exception {
        ConsoleState rich = SampleStates.rich();
        keep(rich);
        Store store = new Store(new Reducer(), Runnable::run);
        board(store).recall(Set.of(SampleStates.PROD), repository -> true);
        assertThat(store.current().connections()).containsOnlyKeys(SampleStates.PROD);
        assertThat(store.current().repositories()).isEmpty();
        assertThat(store.current().workloads().keySet())
                .isNotEmpty()
                .allMatch(key -> key.cluster().equals(SampleStates.PROD));
    }

    @Test
    void whatIsConfiguredAnewIsNotTakenForWhatItWas() throws Exception {
        keep(SampleStates.rich());
        Store store = new Store(new Reducer(), Runnable::run);
        board(store).recall(Set.of(SampleStates.GITHUB), repository -> true);
        Connection moved = Connection.fresh(SampleStates.GITHUB, Connection.Kind.GITHUB, "https://other.example");
        store.offer(new Change.ConnectionAdded(moved));
        assertThat(store.current().connections()).containsEntry(SampleStates.GITHUB, moved);
        assertThat(store.current().repositories()).isEmpty();
        assertThat(store.current().runs()).isEmpty();
    }

    @Test
    void offlineTheOlderOneStays() throws Exception {
        ConsoleState rich = SampleStates.rich();
        keep(rich);
        byte[] before = Files.readAllBytes(folder.resolve("last-state.bin"));
        Store store = new Store(new Reducer(), Runnable::run);
        LastBoard board = board(store);
        board.recall(rich.connections().keySet(), repository -> true);
        board.keep();
        assertThat(Files.readAllBytes(folder.resolve("last-state.bin"))).isEqualTo(before);
    }

    @Test
    void isKeptWhenSomethingIsCurrentAndOnlyWhenSomethingChanged() throws Exception {
        ConnectionId id = new ConnectionId("Work");
        Store store = new Store(new Reducer(), Runnable::run);
        LastBoard board = board(store);
        board.keep();
        Path file = folder.resolve("last-state.bin");
        assertThat(file).doesNotExist();
        store.offer(new Change.ConnectionAdded(
                Connection.fresh(id, Connection.Kind.GITHUB, "https://github.com").live(SampleStates.NOW)));
        board.keep();
        assertThat(file).exists();
        Files.delete(file);
        board.keep();
        assertThat(file).doesNotExist();
        store.offer(new Change.ConnectionAnswered(id, SampleStates.NOW.plusSeconds(60)));
        board.keep();
        assertThat(file).exists();
        assertThat(Objects.requireNonNull(store.current().connections().get(id)).lamp())
                .isEqualTo(Connection.Lamp.LIVE);
    }

    @Test
    void aBrokenFileKeepsNobodyFromStarting() throws Exception {
        Files.writeString(folder.resolve("last-state.bin"), "nothing of ours");
        Store store = new Store(new Reducer(), Runnable::run);
        board(store).recall(Set.of(SampleStates.PROD), repository -> true);
        assertThat(store.current()).isEqualTo(ConsoleState.EMPTY);
    }
}
