package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.BoardCells;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.testing.MousePointer;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.shell.Place;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/// The whole console in a window on the headless screen, against the practice team. Tests touch it as a person does,
/// by keyboard and pointer, and read what is on the screen.
final class LiveConsole implements AutoCloseable {

    static final WorkloadKey CHECKOUT =
            new WorkloadKey(new ConnectionId("prod-eu"), "production", WorkloadKind.DEPLOYMENT, "checkout");

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final Engine engine;
    private final AutoCloseable servers;
    private final ConsoleUi ui;
    private final Stage stage;
    private final Keys keys;

    private LiveConsole(AutoCloseable servers, Engine engine, ConsoleUi ui, Stage stage) {
        this.servers = servers;
        this.engine = engine;
        this.ui = ui;
        this.stage = stage;
        keys = new Keys(stage);
    }

    /// Starts team, engine and window.
    static LiveConsole open(Path folder) throws IOException {
        Fx.start();
        Folders folders = Folders.below(folder);
        folders.make();
        Machine machine = Machine.here();
        Practice practice = Practice.start(machine, folders);
        return show(practice, practice.on(machine), practice.config(), folders, practice);
    }

    /// Starts engine and window against servers that run already.
    ///
    /// @param servers closed with the console
    static LiveConsole at(AutoCloseable servers, Machine machine, ConsoleConfig config, Path folder)
            throws IOException {
        Fx.start();
        Folders folders = Folders.below(folder);
        folders.make();
        return show(servers, machine, config, folders, null);
    }

    /// Opens what was set up, with its tokens.
    static LiveConsole with(Configured set, Machine machine, Folders folders) {
        return with(set, machine, folders, null);
    }

    /// The same, whose settings show what was written and lead elsewhere.
    static LiveConsole with(Configured set, Machine machine, Folders folders, @Nullable Leaving leaving) {
        Engine engine = Engine.open(machine, folders);
        engine.vault().attend();
        set.prepare(engine);
        set.connect(engine);
        return show(() -> {}, machine, engine, null, leaving);
    }

    private static LiveConsole show(
            AutoCloseable servers, Machine there, ConsoleConfig config, Folders folders, @Nullable Practice practice) {
        return show(servers, there, Engine.start(there, config, List.of(), folders), practice, null);
    }

    private static LiveConsole show(
            AutoCloseable servers, Machine there, Engine engine, @Nullable Practice practice,
            @Nullable Leaving leaving) {
        ConsoleUi ui = Fx.run(() -> new ConsoleUi(engine, new FxThread(), there, practice, leaving));
        Stage stage = Fx.show(() -> ui.shell().root(), 1_000, 900);
        Fx.act(() -> {
            stage.requestFocus();
            ui.shell().begin();
        });
        return new LiveConsole(servers, engine, ui, stage);
    }

    /// Opens the sheet for an intent.
    void propose(Intent intent) {
        Fx.act(() -> ui.sheet.propose(intent));
    }

    /// Waits for something in the state.
    <T> T state(String what, Function<ConsoleState, Optional<T>> wanted) throws IOException {
        return new Waiting(engine.store()).until(what, PATIENCE, wanted);
    }

    static Optional<Workload> seen(ConsoleState state, WorkloadKey key) {
        return Optional.ofNullable(state.workload(key).value());
    }

    void press(KeyCode... codes) {
        keys.press(codes);
    }

    void type(String text) {
        keys.type(text);
    }

    /// Presses the primary button of the pointer on what is shown under this name, once it can be pressed.
    void click(String id) {
        await("#" + id + " can be pressed", () -> node(id).filter(LiveConsole::canBePressed).isPresent());
        Fx.act(() -> MousePointer.click(node(id).orElseThrow()));
    }

    /// A control that has just come hears nothing before its skin is made, with the next frame.
    private static boolean canBePressed(Node node) {
        return !node.isDisabled() && (!(node instanceof Control control) || control.getSkin() != null);
    }

    boolean isEnabled(String id) {
        return Fx.run(() -> node(id).filter(n -> !n.isDisabled()).isPresent());
    }

    /// Waits until something is shown under this name.
    void awaitShown(String id) {
        await("#" + id + " is shown", () -> node(id).isPresent());
    }

    void awaitGone(String id) {
        await("#" + id + " is gone", () -> node(id).isEmpty());
    }

    /// Waits until what is shown under this name says something of the kind.
    void awaitWords(String id, Predicate<String> wanted) {
        await(
                "#" + id + " says what is expected",
                () -> node(id).map(LiveConsole::words).filter(wanted).isPresent());
    }

    /// Does something as a person would who looks whether it is told: what is shown anew at that very moment forgets what
    /// was marked, and what was said.
    void awaitTold(String id, Predicate<String> wanted, Runnable deed) {
        for (int i = 0; i < 5; i++) {
            deed.run();
            try {
                WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> wanted.test(words(id)));
                return;
            } catch (TimeoutException late) {
                System.getLogger(LiveConsole.class.getName()).log(System.Logger.Level.INFO, "Done once more: " + id);
            }
        }
        awaitWords(id, wanted);
    }

    /// Writes into a field as a person would who looks at what appears: a screen that has just come may still take the
    /// keyboard to where it begins.
    void write(String id, String text) {
        for (int i = 0; i < 10 && !holds(id, text); i++) {
            click(id);
            press(KeyCode.CONTROL, KeyCode.A);
            type(text);
        }
        await("#" + id + " holds what was typed", () -> holds(id, text));
    }

    private boolean holds(String id, String text) {
        return Fx.run(() -> node(id)
                .filter(n -> n instanceof TextInputControl field && field.getText().equals(text)).isPresent());
    }

    void awaitFocus(String id) {
        await("#" + id + " has the keyboard", () -> node(id).filter(Node::isFocused).isPresent());
    }

    /// Every text of every node, shown or not, with what is told to screen readers and in tooltips.
    ///
    /// @param except names of nodes that are left out
    String everything(String... except) {
        return Fx.run(() -> EveryText.of(stage.getScene().getRoot(), except));
    }

    /// Every page of the settings, by its name.
    List<String> settingsPages() {
        awaitShown("settings-pages");
        return Fx.run(() -> ((ListView<?>) node("settings-pages").orElseThrow()).getItems().stream()
                .map(page -> ((SettingsPage) page).id())
                .toList());
    }

    /// Goes somewhere, as links and the palette do.
    void go(Place place) {
        Fx.act(() -> ui.navigation().go(place));
    }

    void openSettings(String page) {
        go(new Place.AtSetting(page, ""));
        awaitShown("settings-page-" + page);
    }

    /// All visible words in it, from top to bottom.
    String words(String id) {
        return Fx.run(() -> node(id).map(LiveConsole::words).orElse(""));
    }

    private void await(String what, java.util.concurrent.Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE.toSeconds(), TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition));
        } catch (TimeoutException late) {
            String screen = Fx.run(() -> words(stage.getScene().getRoot()));
            throw new AssertionError(
                    "After " + PATIENCE.toSeconds() + " s it was not so that " + what + "; the screen says:\n"
                            + screen,
                    late);
        }
    }

    private Optional<Node> node(String id) {
        Node root = stage.getScene().getRoot();
        return root.lookupAll("#" + id).stream()
                .filter(LiveConsole::isOnScreen)
                .findFirst()
                .or(() -> BoardCells.seen(id, root));
    }

    private static boolean isOnScreen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String words(Node root) {
        return root.lookupAll("*").stream()
                .filter(LiveConsole::isOnScreen)
                .map(n -> switch (n) {
                    case Labeled label -> label.getText() == null ? "" : label.getText();
                    case TextInputControl field -> field.getText() == null ? "" : field.getText();
                    case javafx.scene.text.Text text when !(text.getParent() instanceof Labeled) -> text.getText();
                    default -> "";
                })
                .filter(s -> !s.isBlank())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        Fx.act(() -> {
            ui.close();
            stage.close();
        });
        engine.close();
        try {
            servers.close();
        } catch (Exception e) {
            throw new IllegalStateException("the servers could not be closed", e);
        }
    }
}
