package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.state.Store;
import dev.signalbox.testing.Fx;
import dev.signalbox.ui.bridge.FxThread;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.shell.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// The settings of the whole console, with every page that the wiring gives it, and nothing outside.
final class SettingsFixture implements AutoCloseable {

    final ConsoleUi ui;
    private final Engine engine;

    SettingsFixture(Path folder) throws IOException {
        this(folder, null);
    }

    /// @param leaving the ways out; absent where nothing is configured
    SettingsFixture(Path folder, @Nullable Leaving leaving) throws IOException {
        Fx.start();
        Folders folders = Folders.below(folder);
        folders.make();
        Machine machine = Machine.here();
        engine = Engine.open(machine, folders);
        ui = Fx.run(() -> {
            ConsoleUi made = new ConsoleUi(engine, new FxThread(), machine, null, leaving);
            made.navigation().go(new Place.AtScreen("settings"));
            return made;
        });
    }

    Store store() {
        return engine.store();
    }

    Parent root() {
        return ui.shell().root();
    }

    /// The pages as the list on the left has them.
    List<SettingsPage> pages() {
        return Fx.run(() -> {
            ListView<?> list = (ListView<?>) find("settings-pages");
            return list.getItems().stream().map(SettingsPage.class::cast).toList();
        });
    }

    /// Opens a page as somebody who chose it in the list.
    void open(SettingsPage page) {
        Fx.act(() -> ui.navigation().go(new Place.AtSetting(page.id(), "")));
        layOut();
    }

    /// As the next frames would: what changes while it is laid out is laid out once more.
    void layOut() {
        Fx.act(() -> {
            Scene scene = Objects.requireNonNull(root().getScene());
            for (int i = 0; i < 4; i++) {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            }
        });
    }

    /// How high the settings of a page are, but those that are as wide as the page: a mistake in their layout makes them
    /// as high as a window.
    List<Double> heights(SettingsPage page) {
        return Fx.run(() -> page.settings().stream()
                .filter(setting -> !setting.isWide())
                .map(setting -> find("settings-page-" + page.id()).lookup("#setting-" + setting.id()))
                .map(node -> node.getLayoutBounds().getHeight())
                .toList());
    }

    Node find(String id) {
        return Objects.requireNonNull(root().lookup("#" + id), id);
    }

    /// Everything in a part of the screen that can be seen.
    static List<Node> seen(Node part) {
        List<Node> all = new ArrayList<>();
        walk(part, all::add);
        return all;
    }

    /// Words in a part of the screen that are cut off.
    static List<String> cutOff(Node part) {
        return Fx.run(() -> seen(part).stream()
                .filter(node -> node instanceof Labeled labeled && labeled.isTextTruncated())
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    private static void walk(Node node, Consumer<Node> visitor) {
        if (!node.isVisible()) {
            return;
        }
        visitor.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visitor));
        }
    }

    @Override
    public void close() {
        Fx.act(ui::close);
        engine.close();
    }
}
