package dev.signalbox.wiring;

import dev.signalbox.action.Pause;
import dev.signalbox.desktop.Folders;
import dev.signalbox.port.KeyRing;
import dev.signalbox.practice.story.Addresses;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.Vault;
import dev.signalbox.testing.FakeKeyRing;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.Look;
import dev.signalbox.ui.welcome.WelcomeWindow;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// Somebody who starts the console for the first time, and does by keyboard what the steps ask. The practice team's
/// servers stand for GitHub and for the clusters; everything between is the real thing but for the key ring.
final class FirstRun implements AutoCloseable {

    private static final long PATIENCE = 120;

    final Folders folders;
    final CountDownLatch opened = new CountDownLatch(1);
    private final Machine machine;
    private final Threads threads = new Threads();
    private final KeyRing ring = new FakeKeyRing();
    private final Stage stage;
    private final Keys keys;
    private final WelcomeWindow window;

    /// Opens the welcome window.
    ///
    /// @param folders of the console that is set up
    FirstRun(Folders folders) {
        this.folders = folders;
        machine = Machine.here().with(Map.of("PATH", ""));
        SetupDoors outside = new SetupDoors(machine, threads, Map.of());
        SetupOffice office = new SetupOffice(
                outside,
                new KeptSetup(folders, outside, this::vault, new ConsoleConfig(List.of(), List.of(), null)),
                machine.clock(), Pause.real(), page -> {});
        stage = Fx.run(Stage::new);
        window = Fx.run(() -> {
            WelcomeWindow made = new WelcomeWindow(
                    stage, Look.plain(Appearance.USUAL), List.of(), Optional::empty, office, opened::countDown,
                    machine.clock(), threads.workers(), new FxThread(), () -> {});
            made.show();
            stage.requestFocus();
            return made;
        });
        keys = new Keys(stage);
    }

    private Vault vault(PassphrasePrompt prompt) {
        return new Vault(
                folders.data().resolve(VaultPlace.FILE), ring, prompt, new SecureRandom(), machine.ticker(),
                Duration.ofMinutes(5));
    }

    /// What was set up, with its tokens.
    Configured configured() {
        OwnConfig.Found found = new OwnConfig(machine, folders).find();
        if (!(found instanceof OwnConfig.Found.Ready(var file))) {
            throw new AssertionError("nothing usable was set up: " + found);
        }
        Tokens tokens = new Tokens(
                machine, new Terminal.Pipe(InputStream.nullInputStream()), this::vault,
                environment -> {
                    throw new AssertionError("no program is run");
                });
        return new Configured(machine, file, tokens);
    }

    Machine machine() {
        return machine;
    }

    /// From the first page to the board, everything by keyboard.
    void connect(Addresses team) throws InterruptedException {
        signIn(team.github().toString(), team.token());
        choose(team);
    }

    /// From the signed-in account to the board.
    void choose(Addresses team) throws InterruptedException {
        awaitWords("abilities-table", words -> words.contains("See runs and logs"));
        goOn("step-repositories");
        awaitWords("repositories-count", words -> words.contains("repositories"));
        awaitIdle();
        press("repositories-deployed");
        awaitWords("repositories-count", words -> !words.startsWith("0 "));
        awaitIdle();
        goOn("step-clusters");
        fill("clusters-file", team.kubeconfig().toString());
        keys.press(KeyCode.ENTER);
        cluster("staging-1", "development, staging");
        cluster("prod-eu", "production");
        goOn("step-board");
        awaitWords("proposal-count", words -> !words.startsWith("0 "));
        goOn("step-done");
        focus("step-forward");
        keys.press(KeyCode.ENTER);
        if (!opened.await(PATIENCE, TimeUnit.SECONDS)) {
            throw new AssertionError("the board was not opened; the screen says:\n" + words(root()));
        }
    }

    /// Pastes a token on the first step.
    void signIn(String host, String token) {
        keys.press(KeyCode.ENTER);
        await("account-token", node -> true);
        fill("account-host", host);
        fill("account-token", token);
        keys.press(KeyCode.ENTER);
    }

    /// Gets a code on the first step, and has it typed in the browser.
    void signInInTheBrowser(String host, String clientId) {
        keys.press(KeyCode.ENTER);
        fill("account-host", host);
        press("account-by-browser");
        fill("account-client-id", clientId);
        keys.press(KeyCode.ENTER);
        awaitWords("account-code", code -> !code.isEmpty());
    }

    /// The same for one more token, which comes out of the clipboard.
    void paste(String token) {
        focus("account-token");
        Fx.act(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, token)));
        keys.press(KeyCode.CONTROL, KeyCode.V);
        await("account-token", node -> node instanceof TextInputControl field && !field.getText().isEmpty());
        keys.press(KeyCode.ENTER);
    }

    /// Everything that could be read in the window.
    String everything() {
        return Fx.run(() -> EveryText.of((Parent) root()));
    }

    private void cluster(String name, String namespaces) {
        await("cluster-" + name + "-chosen", node -> !node.isDisabled());
        press("cluster-" + name + "-chosen");
        await("cluster-" + name + "-namespaces", node -> true);
        awaitIdle();
        fill("cluster-" + name + "-namespaces", namespaces);
    }

    /// Enter goes on, wherever the keyboard is.
    private void goOn(String page) {
        focus("step-forward");
        keys.press(KeyCode.ENTER);
        await(page, node -> true);
    }

    private void press(String id) {
        focus(id);
        keys.press(KeyCode.SPACE);
    }

    private void focus(String id) {
        await(id, node -> !node.isDisabled());
        Fx.act(() -> node(id).orElseThrow().requestFocus());
        // A control that has just come hears nothing before its skin is made, with the next frame.
        await(id, node -> node.isFocused() && (!(node instanceof Control control) || control.getSkin() != null));
    }

    private void fill(String id, String text) {
        focus(id);
        keys.press(KeyCode.CONTROL, KeyCode.A);
        keys.type(text);
        await(id, node -> node instanceof TextInputControl field && field.getText().equals(text));
    }

    private void awaitIdle() {
        await("step-doing", node -> node instanceof Labeled label && label.getText().isEmpty());
    }

    /// Waits until what has this name says something of the kind.
    void awaitWords(String id, Predicate<String> wanted) {
        await(id, node -> wanted.test(words(node)));
    }

    void await(String id, Predicate<Node> wanted) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(
                    60_000, () -> node(id).filter(wanted).isPresent()));
        } catch (TimeoutException late) {
            throw new AssertionError(
                    "#" + id + " did not become what was awaited; the screen says:\n" + Fx.run(() -> words(root())),
                    late);
        }
    }

    private Node root() {
        return stage.getScene().getRoot();
    }

    private Optional<Node> node(String id) {
        return root().lookupAll("#" + id).stream().filter(Node::isVisible).findFirst();
    }

    private static String words(Node root) {
        return root.lookupAll("*").stream()
                .map(node -> node instanceof Labeled label && label.getText() != null ? label.getText() : "")
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /// Where files that hold what was set up lie.
    List<Path> files() {
        return List.of(
                folders.settings().resolve(OwnConfig.FILE), folders.settings().resolve("board.yaml"),
                folders.data().resolve(VaultPlace.FILE));
    }

    @Override
    public void close() {
        Fx.act(window::close);
        threads.close();
    }
}
