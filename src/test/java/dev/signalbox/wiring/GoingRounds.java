package dev.signalbox.wiring;

import dev.signalbox.desktop.FolderLock;
import dev.signalbox.desktop.Folders;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.settings.SettingsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/// What runs in the other process: it presses what is to be pressed and prints what it sees. That it ends at all
/// shows that no thread was left.
final class GoingRounds {

    interface Presses {

        void go() throws IOException, InterruptedException;
    }

    private final Path folder;
    private final FxWork work = new FxWork(new FxThread());

    GoingRounds(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        GoingRounds going = new GoingRounds(Path.of(arguments[1]));
        going.run(
                going.way(arguments[0]), arguments[0].equals("linked") ? "signalbox://runs" : "", Hearing.of(""),
                () -> going.go(arguments[0]));
    }

    /// Goes them, and presses meanwhile what is to be pressed.
    void run(Way way, String link, Hearing hearing, Presses presses) throws Exception {
        Folders real = Folders.below(folder);
        HeldFolders held = HeldFolders.take(real).orElseThrow();
        try (Toolkit toolkit = new Toolkit()) {
            toolkit.fx();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    presses.go();
                } catch (IOException | InterruptedException failure) {
                    System.out.println(failure);
                    Runtime.getRuntime().halt(3);
                }
            });
            new Rounds(Machine.here(), real, toolkit, hearing).run(way, held, Rounds.door(Machine.here(), held, link));
        }
        System.out.println("end");
    }

    private Way way(String what) {
        return switch (what) {
            case "add" -> new Way.Add(Way.First.CLUSTER);
            case "given" -> new Way.Given(theirs());
            default -> new Way.Own();
        };
    }

    /// A configuration file that somebody named.
    private Path theirs() {
        return folder.resolve("theirs.yaml");
    }

    private void go(String what) throws IOException, InterruptedException {
        switch (what) {
            case "there and back" -> thereAndBack();
            case "again" -> again();
            case "given" -> given();
            case "linked" -> {
                linked();
                close();
            }
            case "add" -> {
                await("step-clusters", n -> true);
                System.out.println("the steps");
                fire("step-back");
                System.out.println("real: " + connection());
                close();
            }
            case "forgotten" -> {
                System.out.println("real: " + connection());
                Folders real = Folders.below(folder);
                Removal.of(real.cache());
                Files.delete(folder.resolve("console.yaml"));
                choose("Start again");
                await("welcome", n -> true);
                System.out.println("cache: " + Files.isDirectory(real.cache()));
                close();
            }
            case "forget" -> {
                System.out.println("real: " + connection());
                Path practice = Files.createDirectories(folder.resolve("practice"));
                FolderLock busy = FolderLock.take(practice).orElseThrow();
                forgetEverything();
                await("welcome-problem", Node::isVisible);
                System.out.println("welcome: " + words("welcome-problem"));
                busy.close();
                close();
            }
            case "broken" -> {
                await("welcome-problem", Node::isVisible);
                System.out.println("welcome: " + words("welcome-problem"));
                close();
            }
            default -> {
                await("welcome", n -> true);
                System.out.println("welcome");
                System.out.println("in " + work.call(
                        () -> ((ButtonBase) node("welcome-practise").orElseThrow()).getFont().getFamily()));
                close();
            }
        }
    }

    private void thereAndBack() throws IOException, InterruptedException {
        await("welcome-practise", n -> true);
        System.out.println("welcome");
        fire("welcome-practise");
        await("practice-banner", n -> true);
        System.out.println("practice");
        System.out.println("the real folders are free: " + isFree());
        Files.writeString(folder.resolve("console.yaml"), RoundsTest.CONFIG);
        fire("practice-leave");
        System.out.println("real: " + connection());
        Path logs = Files.createDirectories(Folders.below(folder).forPractice().cache().resolve("logs"));
        Path earlier = Files.writeString(logs.resolve("earlier.log"), "of another team");
        choose("Practise");
        await("practice-banner", n -> true);
        System.out.println("practice");
        System.out.println("knows the team before: " + Files.exists(earlier));
        close();
    }

    private void given() throws IOException, InterruptedException {
        System.out.println("real: " + connection());
        choose("Practise");
        await("practice-banner", n -> true);
        System.out.println("practice");
        fire("practice-leave");
        System.out.println("real: " + connection());
        choose("Practise");
        await("practice-banner", n -> true);
        choose("Connect for real");
        System.out.println("real, by the palette: " + connection());
        String before = Files.readString(theirs());
        Files.writeString(theirs(), "github: [");
        choose("Start again");
        await("welcome-problem", Node::isVisible);
        System.out.println("mend: " + words("welcome-problem"));
        System.out.println("can be set up: " + work.call(() -> node("welcome-connect").isPresent()));
        Files.writeString(theirs(), before);
        fire("welcome-again");
        System.out.println("mended: " + connection());
        close();
    }

    void linked() throws IOException, InterruptedException {
        await("welcome-practise", n -> true);
        System.out.println("welcome");
        fire("welcome-practise");
        await("practice-banner", n -> true);
        System.out.println("practice");
        System.out.println("runs: " + work.call(() -> node("runs").isPresent()));
        Files.writeString(folder.resolve("console.yaml"), RoundsTest.CONFIG);
        fire("practice-leave");
        System.out.println("real: " + connection());
        await("runs", n -> true);
        System.out.println("runs: true");
    }

    private boolean isFree() throws IOException {
        Optional<FolderLock> lock = FolderLock.take(folder);
        if (lock.isPresent()) {
            lock.get().close();
        }
        return lock.isPresent();
    }

    private void forgetEverything() throws IOException, InterruptedException {
        await("nav-settings", n -> true);
        fire("nav-settings");
        await("settings-pages", n -> true);
        work.run(() -> {
            ListView<?> pages = (ListView<?>) node("settings-pages").orElseThrow();
            for (int i = 0; i < pages.getItems().size(); i++) {
                if (((SettingsPage) pages.getItems().get(i)).id().equals("secrets")) {
                    pages.getSelectionModel().select(i);
                }
            }
        });
        await("secrets-forget", n -> true);
        fire("secrets-forget");
        await("forget-typed", Node::isVisible);
        work.run(() -> ((TextInputControl) node("forget-typed").orElseThrow()).setText("forget everything"));
        await("forget-go", n -> !n.isDisabled());
        fire("forget-go");
    }

    private void again() throws IOException, InterruptedException {
        System.out.println("real: " + connection());
        Files.writeString(folder.resolve("console.yaml"), RoundsTest.CONFIG.replace("Work", "Home"));
        choose("Start again");
        await("chip-Home", n -> true);
        System.out.println("real: " + connection());
        System.out.println("journal: " + work.call(() -> node("banner")
                .map(n -> String.valueOf(n.getAccessibleText())).filter(t -> t.contains("journal")).orElse("")));
        Files.delete(folder.resolve("console.yaml"));
        choose("Start again");
        await("welcome", n -> true);
        System.out.println("welcome");
        close();
    }

    private String connection() throws IOException, InterruptedException {
        return await("chip-Work", "chip-Home").substring("chip-".length());
    }

    /// Chooses what the palette calls so.
    private void choose(String title) throws IOException, InterruptedException {
        await("shell", n -> true);
        work.run(() -> press(window().getScene().getRoot(), KeyCode.K, true));
        await("palette-field", n -> true);
        work.run(() -> ((TextInputControl) node("palette-field").orElseThrow()).setText(title));
        await("palette-list", n -> n.lookupAll(".label").stream()
                .anyMatch(l -> l instanceof javafx.scene.control.Label label && label.getText().equals(title)));
        work.run(() -> press(node("palette-field").orElseThrow(), KeyCode.ENTER, false));
        await("palette-field", "");
    }

    private static void press(Node at, KeyCode code, boolean control) {
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    private void fire(String id) throws IOException {
        work.run(() -> ((ButtonBase) node(id).orElseThrow()).fire());
    }

    private String words(String id) throws IOException {
        return work.call(() -> String.valueOf(node(id).orElseThrow().getAccessibleText()));
    }

    void close() throws IOException {
        work.run(() -> window().fireEvent(new WindowEvent(window(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    void await(String id, Predicate<Node> wanted) throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 900; i++) {
            if (work.call(() -> node(id).filter(wanted).isPresent()) || never.await(100, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        throw new IOException("#" + id + " did not become what was awaited");
    }

    private String await(String one, String other) throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 900; i++) {
            boolean first = work.call(() -> node(one).isPresent());
            boolean second = other.isEmpty() ? !first : work.call(() -> node(other).isPresent());
            if (first && !other.isEmpty()) {
                return one;
            }
            if (second || never.await(100, TimeUnit.MILLISECONDS)) {
                return other;
            }
        }
        throw new IOException("neither #" + one + " nor #" + other);
    }

    private static Window window() {
        return Window.getWindows().stream().filter(Window::isShowing).findFirst().orElseThrow();
    }

    private static Optional<Node> node(String id) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(w -> w.getScene().getRoot())
                .flatMap(root -> root.getId() != null && root.getId().equals(id)
                        ? java.util.stream.Stream.of(root)
                        : root.lookupAll("#" + id).stream())
                .findFirst();
    }
}
