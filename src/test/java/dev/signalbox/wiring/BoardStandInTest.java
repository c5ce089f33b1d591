package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.team.StandIn;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A board file that holds until the team has one.
class BoardStandInTest {

    @TempDir
    private Path folder;

    private final Store store = new Store(new Reducer(), Runnable::run);
    private int edits;

    @Test
    void aFileThatStandsInGivesWayAsSoonAsTheTeamHasOne() throws IOException {
        write("version: 1\nservices: [{name: a}, {name: b}]\nsevrices: []\n");
        BoardWatch watch = watch(true);
        watch.look();
        assertThat(services()).containsExactly("a", "b");
        assertThat(watch.standingIn()).as("with a fault, so not known as a whole").isEqualTo(new StandIn(null, false));
        assertThat(state().boardProblems()).hasSize(2);

        watch.lieOn(team());
        assertThat(services()).containsExactly("b");
        assertThat(state().described().services().getFirst().group()).isEqualTo("Team");
        assertThat(state().boardProblems()).containsExactly("one");
        assertThat(watch.file()).isNull();
        write("version: 1\nservices: [{name: c}]\n");
        watch.look();
        assertThat(services()).containsExactly("b");
        assertThat(watch.standingIn()).isNull();
    }

    @Test
    void whatStandsInIsKnownOnlyOnceItWasUnderstoodAsAWhole() throws IOException {
        BoardWatch watch = watch(true);
        assertThat(watch.standingIn()).as("not looked at").isEqualTo(new StandIn(null, false));
        watch.look();
        assertThat(watch.standingIn()).as("not there").isEqualTo(new StandIn(null, false));
        write("version: 1\nservices: [{name: a}]\n");
        watch.look();
        assertThat(watch.standingIn()).isNotNull().satisfies(
                known -> assertThat(known.board()).isEqualTo(state().described()));
        write("version: 1\nservices: [");
        watch.look();
        assertThat(watch.standingIn()).as("what was understood goes on counting").isNotNull().satisfies(
                known -> assertThat(known.board()).isEqualTo(state().described()));
        write("version: 1\nservices: [{name: a}, {nmae: b}]\n");
        watch.look();
        assertThat(watch.standingIn()).as("a part of it counts now").isEqualTo(new StandIn(null, false));
    }

    /// Whoever asks is on the screen's thread, and the disk may hang.
    @Test
    void whichFileItIsCanBeAskedWhileItIsRead() throws Exception {
        BoardWatch watch = watch(false);
        FutureTask<@Nullable Path> asked = new FutureTask<>(watch::file);
        synchronized (watch) {
            Thread.ofPlatform().daemon().start(asked);
            assertThat(asked.get(30, TimeUnit.SECONDS)).isEqualTo(file());
        }
    }

    @Test
    void aFileThatLiesOnTopLosesNothing() throws IOException {
        write("version: 1\nservices: [{name: a}]\n");
        BoardWatch watch = watch(false);
        watch.look();
        assertThat(watch.standingIn()).isEqualTo(new StandIn(state().described(), true));
    }

    private static BoardSpec team() {
        return new BoardSpec(
                List.of(), List.of(new ServiceSpec("b", "Team", null, null, null, List.of(), false)));
    }

    private BoardWatch watch(boolean standsIn) {
        return new BoardWatch(
                file(), standsIn, Optional.of(new ConnectionId("work")), Map.of(), List.of("one"), store);
    }

    /// Writes it with a time of its own: two edits within one tick of the file system's clock differ too.
    private void write(String text) throws IOException {
        Files.writeString(file(), text);
        Files.setLastModifiedTime(file(), FileTime.from(Instant.parse("2026-11-20T12:00:00Z").plusSeconds(++edits)));
    }

    private Path file() {
        return folder.resolve("board.yaml");
    }

    private List<String> services() {
        return state().described().services().stream().map(ServiceSpec::name).toList();
    }

    private ConsoleState state() {
        return store.current();
    }
}
