package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.history.PreviewFile;
import dev.signalbox.testing.ChildJvm;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.board.BoardGlance;
import dev.signalbox.ui.bridge.FxThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// How the window comes and goes. In processes of their own, since a toolkit starts only once.
@Execution(ExecutionMode.CONCURRENT)
class WindowTest {

    @TempDir
    private Path folder;

    @Test
    void connectsWhenTheWindowIsDrawnAndEndsWhenItIsClosed() throws Exception {
        ChildJvm.End end = child("closed");

        assertThat(end.printed().lines())
                .containsSubsequence("prepared", "connected, drawn: true", "run came back", "end");
        assertThat(end.code()).isZero();
    }

    @Test
    void whoStartsWhileItEndsIsNotSentAwayAsHeard() throws Exception {
        assertThat(child("rung").printed().lines()).containsSubsequence("run came back", "rings at: NOBODY", "end");
    }

    @Test
    void theBoardIsThereBeforeAnythingIsConnected() throws Exception {
        Files.writeString(folder.resolve("board.yaml"), "services:\n  - name: shop\n");

        assertThat(child("board").printed().lines()).contains("services: 1", "end");
    }

    @Test
    void whatCannotBePreparedIsToldAndTheToolkitEnds() throws Exception {
        ChildJvm.End end = child("unprepared");

        assertThat(end.printed().lines()).containsSubsequence("told: no port is free", "end")
                .doesNotContain("connected");
        assertThat(end.code()).isZero();
    }

    @Test
    void aScreenThatCannotBeBuiltEndsTheProgramInsteadOfWaitingForever() throws Exception {
        ChildJvm.End end = child("bug");

        assertThat(end.printed()).contains("The console could not be opened").contains("the cause: ");
        assertThat(end.printed().lines()).last().isEqualTo("end");
    }

    @Test
    void aWindowThatIsNotWantedAnyMoreGoes() throws Exception {
        assertThat(child("unwanted").printed().lines()).last().isEqualTo("end");
    }

    @Test
    void theWindowThatIsThereAlreadyIsTakenOver() throws Exception {
        assertThat(child("taken over").printed().lines())
                .containsSubsequence("first: As it stood", "connected, drawn: true", "windows: 1, first: ", "end");
    }

    @Test
    void whoClosesTheWindowBeforeTheConsoleIsOpenEndsIt() throws Exception {
        ChildJvm.End end = child("closed before");

        assertThat(end.printed().lines()).containsSubsequence("prepared", "run came back", "end")
                .noneMatch(line -> line.startsWith("connected"));
        assertThat(end.code()).isZero();
    }

    private ChildJvm.End child(String what) throws IOException, InterruptedException {
        try (ChildJvm child = ChildJvm.startWithToolkit(Opening.class, what, folder.toString())) {
            return child.end();
        }
    }

    /// What runs in the other process. It prints what happens; that it ends at all shows that no thread was left.
    static final class Opening {

        private Opening() {}

        public static void main(String... arguments) throws Exception {
            Path folder = Path.of(arguments[1]);
            Folders folders = Folders.below(folder.resolve("data"));
            folders.make();
            // No system has such a path, and no screen expects one.
            Machine machine = arguments[0].equals("bug")
                    ? Machine.here().with(Map.of("PATH", "\0"))
                    : Machine.here();
            Way way = new Way.Own();
            HeldFolders held = new HeldFolders(folders, null);
            FirstFrame frame = arguments[0].equals("taken over") || arguments[0].equals("closed before")
                    ? frame(machine, folders)
                    : FirstFrame.none();
            try (Toolkit toolkit = new Toolkit();
                    Window window = new Window(machine, folders, toolkit, new Departure(way, held, folders))) {
                switch (arguments[0]) {
                    case "taken over" -> {
                        toolkit.show(frame);
                        new FxWork(toolkit.fx()).run(() -> System.out.println("first: " + first()));
                        window.run(null, new Told(folder.resolve("board.yaml"), ""));
                    }
                    case "closed before" -> {
                        toolkit.show(frame);
                        new FxWork(toolkit.fx()).run(() -> javafx.stage.Window.getWindows().getFirst().hide());
                        window.run(null, new Told(folder.resolve("board.yaml"), ""));
                        System.out.println("run came back");
                    }
                    case "closed", "board" -> {
                        window.run(null, new Told(folder.resolve("board.yaml"), ""));
                        System.out.println("run came back");
                    }
                    case "rung" -> {
                        try (Door door = new Door(machine, folders, "")) {
                            window.heardAt(door).run(null, new Told(folder.resolve("board.yaml"), ""));
                            System.out.println("run came back");
                            System.out.println("rings at: " + Door.ring(machine, folders, "signalbox://runs"));
                        }
                    }
                    case "unprepared" -> window.run(null, new Told(folder, "no port is free"));
                    case "bug" -> window.run(null, new Told(folder, ""));
                    default -> {}
                }
            } catch (IOException told) {
                System.out.println("told: " + told.getMessage());
            } catch (IllegalStateException bug) {
                System.out.println(bug.getMessage() + ", the cause: " + bug.getCause());
            }
            System.out.println("end");
        }
    }

    private static FirstFrame frame(Machine machine, Folders folders) throws IOException {
        new PreviewFile(folders.data()).write(
                BoardGlance.preview(SampleStates.rich(), Set.of(), SampleStates.NOW), "stamp",
                Redaction.SHAPES_ONLY);
        return FirstFrame.of(machine, folders, "stamp");
    }

    /// What a screen reader says first of the first window; empty for nothing. On the screen's thread.
    private static String first() {
        String words = javafx.stage.Window.getWindows().getFirst().getScene().getRoot().getAccessibleText();
        return words == null ? "" : words.substring(0, Math.min(words.length(), "As it stood".length()));
    }

    /// Tells of its steps, and closes the window when it is asked to connect.
    private record Told(Path board, String trouble) implements Connecting {

        @Override
        public void prepare(Engine engine) throws IOException {
            if (!trouble.isEmpty()) {
                throw new IOException(trouble);
            }
            System.out.println("prepared");
            if (Files.isRegularFile(board)) {
                engine.describe(board, Optional.empty(), Map.of(), List.of());
                new Waiting(engine.store()).until("the board is there", Duration.ofSeconds(30),
                        s -> s.described().services().isEmpty() ? Optional.empty() : Optional.of(s));
            }
        }

        @Override
        public void connect(Engine engine) {
            new FxThread().execute(() -> {
                javafx.stage.Window window = javafx.stage.Window.getWindows().getFirst();
                System.out
                        .println("connected, drawn: " + (window.getScene().getRoot().getLayoutBounds().getWidth() > 0));
                System.out.println("windows: " + javafx.stage.Window.getWindows().size() + ", first: " + first());
                System.out.println("services: " + engine.store().current().described().services().size());
                window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
            });
        }
    }
}
