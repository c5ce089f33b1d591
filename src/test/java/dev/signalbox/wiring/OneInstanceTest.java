package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Main;
import dev.signalbox.action.Pause;
import dev.signalbox.desktop.FolderLock;
import dev.signalbox.desktop.Folders;
import dev.signalbox.desktop.Ring;
import dev.signalbox.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A second start on the same folder, in processes that are started and killed as people's are.
@Execution(ExecutionMode.CONCURRENT)
class OneInstanceTest {

    private static final String LINK = "signalbox://run/github.com/acme/shop/12";

    @TempDir
    private Path folder;

    @Test
    void aSecondStartHandsItsLinkToTheFirstAndIsDone() throws Exception {
        try (ChildJvm first = console(practice(), Machine.here().operator())) {
            assertThat(first.line()).isEqualTo("open");
            ChildJvm.End second = start("--practice", "--data", folder.toString(), LINK);
            assertThat(second.code()).as(second.printed()).isZero();
            assertThat(second.printed()).isEmpty();
            assertThat(first.line()).isEqualTo("heard " + LINK);
            assertThat(start("--practice", "--data", folder.toString()).code()).isZero();
            assertThat(first.line()).isEqualTo("heard ");
            first.kill();
        }
        // What the killed one left behind keeps nobody out.
        assertThat(practice().resolve("console.socket")).exists();
        try (FolderLock lock = FolderLock.take(practice()).orElseThrow();
                Door door = new Door(Machine.here(), Folders.below(practice()), "")) {
            List<String> heard = new ArrayList<>();
            assertThat(lock).isNotNull();
            door.answer(heard::add);
            assertThat(Door.ring(Machine.here(), Folders.below(practice()), "")).isEqualTo(Ring.HEARD);
        }
    }

    @Test
    void aLinkIsTakenByWhicheverConsoleRuns() throws Exception {
        try (ChildJvm real = console(folder, Machine.here().operator())) {
            assertThat(real.line()).isEqualTo("open");
            assertThat(start("--data", folder.toString(), LINK).code()).isZero();
            assertThat(real.line()).isEqualTo("heard " + LINK);
            assertThat(start("--data", folder.toString(), "--", LINK).code()).as("as Windows starts it").isZero();
            assertThat(real.line()).isEqualTo("heard " + LINK);
        }
    }

    /// Windows puts a slash behind a link to a screen.
    @Test
    void aLinkThatWindowsWroteInItsWayIsHandedOnAsItWasOpened() throws Exception {
        try (ChildJvm real = console(folder, Machine.here().operator())) {
            assertThat(real.line()).isEqualTo("open");
            try (ChildJvm second = ChildJvm.start(
                    List.of("-Dos.name=Windows 11"), Main.class, "--data", folder.toString(), "--",
                    "signalbox://approvals/")) {
                ChildJvm.End end = second.end();
                assertThat(end.code()).as(end.printed()).isZero();
            }
            assertThat(real.line()).isEqualTo("heard signalbox://approvals");
        }
        assertThat(start("--data", folder.toString(), "signalbox://approvals/").code()).isEqualTo(2);
    }

    @Test
    void onlyPeopleWhoWantAWindowGetTheFirstOne() throws Exception {
        try (ChildJvm first = console(practice(), Machine.here().operator())) {
            assertThat(first.line()).isEqualTo("open");
            ChildJvm.End servers = start("--practice-servers", "--data", folder.toString());
            assertThat(servers.code()).isEqualTo(1);
            assertThat(servers.printed()).contains("Another Signalbox is running on " + practice());
        }
    }

    @Test
    void aFirstConsoleThatHearsNobodyIsNamed() throws Exception {
        try (ChildJvm first = console(practice(), Machine.here().operator(), "deaf")) {
            assertThat(first.line()).isEqualTo("open");
            ChildJvm.End second = start("--practice", "--data", folder.toString());
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.printed()).contains("Another Signalbox is running on " + practice());
        }
    }

    @Test
    void anotherFolderIsAnotherConsole(@TempDir Path other) throws Exception {
        try (ChildJvm first = console(folder, "ana@one")) {
            assertThat(first.line()).isEqualTo("open");
            Folders elsewhere = Folders.below(other);
            assertThat(Door.ring(Machine.here(), elsewhere, "")).isEqualTo(Ring.NOBODY);
            try (FolderLock lock = FolderLock.take(other).orElseThrow()) {
                assertThat(lock).isNotNull();
            }
        }
    }

    @Test
    void whoHasTheFolderIsWrittenDown() throws IOException {
        assertThat(FolderLock.holder(folder)).isEmpty();
        try (FolderLock lock = FolderLock.take(folder, "ana@workstation\u202e").orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(FolderLock.holder(folder)).isEqualTo("ana@workstation‹U+202E›");
        }
        try (FolderLock lock = FolderLock.take(folder, "bo@x").orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(FolderLock.holder(folder)).isEqualTo("bo@x");
        }
        Files.writeString(FolderLock.file(folder), "x".repeat(5_000));
        assertThat(FolderLock.holder(folder)).isEmpty();
    }

    @Test
    void whatIsNoLinkStartsNothing() throws Exception {
        for (String argument : List.of(
                "signalbox://approve/github.com/acme/shop/12/production", "@/etc/passwd", "-XshowSettings",
                "--remote-debugging-port=9222", LINK + "?x", "\"--jvm-arg")) {
            ChildJvm.End end = start("--data", folder.toString(), argument);
            assertThat(end.code()).as(argument).isEqualTo(2);
            assertThat(end.printed()).as(argument).contains("Try --help.");
        }
        assertThat(start("--data", folder.toString(), LINK, LINK).code()).isEqualTo(2);
        assertThat(start("--data", folder.toString(), "--", "--remote-debugging-port=9222").code()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void ringsBeforeThereIsAWindowAreKeptForItTheNewestOne() throws Exception {
        Folders folders = Folders.below(folder);
        List<String> heard = new ArrayList<>();
        try (Door door = new Door(Machine.here(), folders, LINK)) {
            Door.ring(Machine.here(), folders, "signalbox://runs");
            Door.ring(Machine.here(), folders, "signalbox://board");
            door.answer(heard::add);
            assertThat(heard).containsExactly("signalbox://board");
        }
        List<String> link = new ArrayList<>();
        try (Door door = new Door(Machine.here(), folders, LINK)) {
            assertThat(Door.ring(Machine.here(), folders, "")).as("without a link").isEqualTo(Ring.HEARD);
            door.answer(link::add);
            assertThat(link).containsExactly(LINK);
        }
        try (Door door = new Door(Machine.here(), folders, "")) {
            List<String> gone = new ArrayList<>();
            door.answer(gone::add);
            door.leave();
            assertThat(Door.ring(Machine.here(), folders, LINK)).isEqualTo(Ring.HEARD);
            assertThat(gone).isEmpty();
            door.leave();
            assertThat(door.waiting()).as("told twice that the window has gone").isEqualTo(LINK);
        }
        try (Door own = Door.closed(LINK)) {
            own.answer(heard::add);
        }
        assertThat(heard).containsExactly("signalbox://board", LINK);
    }

    @Test
    void aSecondStartRingsAgainWhileTheFirstOneHasNotHungItsBell() throws Exception {
        Folders folders = Folders.below(folder);
        folders.make();
        List<String> heard = new ArrayList<>();
        try (FolderLock lock = FolderLock.take(folder, Machine.here().operator()).orElseThrow()) {
            assertThat(lock).isNotNull();
            List<Door> doors = new ArrayList<>();
            int code = second(length -> {
                if (doors.isEmpty()) {
                    doors.add(new Door(Machine.here(), folders, ""));
                    doors.getFirst().answer(heard::add);
                }
            });
            doors.forEach(Door::close);
            assertThat(code).isZero();
        }
        assertThat(heard).containsExactly(LINK);
    }

    @Test
    void aFirstConsoleThatNeverHangsABellIsNotWaitedForWithoutEnd() throws Exception {
        Folders.below(folder).make();
        List<Duration> pauses = new ArrayList<>();
        try (FolderLock lock = FolderLock.take(folder, Machine.here().operator()).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(second(pauses::add)).isEqualTo(1);
        }
        assertThat(pauses).hasSizeBetween(2, 100);
    }

    private int second(Pause pause) {
        return new Launch(Machine.here(), new Way.Own(), null, folder, LINK, pause).run(false);
    }

    @Test
    void whatIsHeardBeforeTheBoardIsThereWaitsForIt() throws Exception {
        Folders folders = Folders.below(folder);
        folders.make();
        List<String> heard = new ArrayList<>();
        try (Door door = new Door(Machine.here(), folders, LINK)) {
            door.keep(() -> heard.add("front"));
            assertThat(Door.ring(Machine.here(), folders, "")).isEqualTo(Ring.HEARD);
            assertThat(door.waiting()).isEqualTo(LINK);
            door.leave();
            door.answer(heard::add);
        }
        assertThat(heard).containsExactly("front", LINK);
        try (Door door = new Door(Machine.here(), folders, LINK)) {
            door.keep(() -> heard.add("front"));
            assertThat(Door.ring(Machine.here(), folders, "signalbox://runs")).isEqualTo(Ring.HEARD);
            door.leave();
            door.answer(heard::add);
            door.leave();
            assertThat(door.waiting()).as("it was followed").isEmpty();
        }
        assertThat(heard).endsWith("front", "signalbox://runs");
    }

    @Test
    void aBellThatWasTakenDownTakesNoOthersAlong() throws Exception {
        Folders folders = Folders.below(folder);
        folders.make();
        Door first = new Door(Machine.here(), folders, "");
        first.close();
        try (Door next = new Door(Machine.here(), folders, "")) {
            first.close();
            next.answer(link -> {});
            assertThat(Door.ring(Machine.here(), folders, "")).isEqualTo(Ring.HEARD);
        }
    }

    private Path practice() {
        return folder.resolve("practice");
    }

    private static ChildJvm console(Path data, String who, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(data.toString(), who));
        arguments.addAll(List.of(more));
        return ChildJvm.start(OpenConsole.class, arguments.toArray(String[]::new));
    }

    private static ChildJvm.End start(String... arguments) throws Exception {
        try (ChildJvm child = ChildJvm.start(Main.class, arguments)) {
            return child.end();
        }
    }
}
