package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.practice.story.Addresses;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.Look;
import dev.signalbox.ui.welcome.WelcomeWindow;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/// Pictures of the way from the welcome to the board, with the practice team's servers at its end. The last step is not
/// taken: nothing is kept.
///
/// @param team where the servers are
record WelcomePictures(Machine machine, Folders folders, Addresses team, FxThread fx, Pictures.Camera camera) {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LOOKS = 600;

    void draw() throws IOException {
        // A kubeconfig of whoever draws is nobody's business.
        Machine there = machine.with(Map.of("KUBECONFIG", team.kubeconfig().toString()));
        try (Threads threads = new Threads()) {
            WelcomeWindow window = camera.work().call(() -> new WelcomeWindow(
                    new Stage(), Look.plain(Appearance.USUAL), List.of(), Optional::empty,
                    Welcoming.office(there, folders, threads, new ConsoleConfig(List.of(), List.of(), null)), () -> {},
                    there.clock(), threads.workers(), fx, () -> {}));
            walk(new Pictures.Camera(
                    camera.work(), window.scene(), camera.folder(), camera.out(), camera.store()));
        }
    }

    private void walk(Pictures.Camera eye) throws IOException {
        eye.take("welcome");
        eye.fire("welcome-connect");
        write(eye, "account-host", team.github().toString());
        write(eye, "account-token", team.token());
        eye.take("welcome-account");
        eye.fire("step-forward");
        await(eye, "abilities-table", node -> true);
        eye.take("welcome-abilities");
        eye.fire("step-forward");
        await(eye, "repositories-count", WelcomePictures::counts);
        idle(eye);
        eye.fire("repositories-deployed");
        idle(eye);
        eye.take("welcome-repositories");
        eye.fire("step-forward");
        await(eye, "cluster-prod-eu", node -> true);
        cluster(eye, "staging-1", "development, staging");
        cluster(eye, "prod-eu", "production");
        eye.take("welcome-clusters");
        eye.fire("step-forward");
        await(eye, "proposal-count", WelcomePictures::counts);
        idle(eye);
        eye.take("welcome-board");
        eye.fire("step-forward");
        await(eye, "step-done", node -> true);
        eye.take("welcome-done");
    }

    private static void cluster(Pictures.Camera eye, String name, String namespaces) throws IOException {
        eye.fire("cluster-" + name + "-chosen");
        idle(eye);
        write(eye, "cluster-" + name + "-namespaces", namespaces);
    }

    private static boolean counts(Node node) {
        return node instanceof Labeled label && !label.getText().isEmpty() && !label.getText().contains("of 0 ");
    }

    private static void idle(Pictures.Camera eye) throws IOException {
        await(eye, "step-doing", node -> node instanceof Labeled label && label.getText().isEmpty());
    }

    private static void write(Pictures.Camera eye, String id, String text) throws IOException {
        await(eye, id, node -> true);
        eye.work().run(() -> ((TextInputControl) Objects.requireNonNull(eye.scene().lookup("#" + id))).setText(text));
    }

    private static void await(Pictures.Camera eye, String id, Predicate<Node> wanted) throws IOException {
        for (int i = 0; i < LOOKS; i++) {
            if (eye.work().call(() -> isThere(eye.scene(), id, wanted))) {
                return;
            }
            new Waiting(eye.store()).a(LOOK);
        }
        throw new IOException("The welcome did not show " + id);
    }

    private static boolean isThere(Scene scene, String id, Predicate<Node> wanted) {
        Node node = scene.lookup("#" + id);
        return node != null && wanted.test(node);
    }
}
