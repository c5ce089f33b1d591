package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.ui.settings.SettingsPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Walks through every page of the settings with Tab alone. Takes the pages from the wiring, so that it holds for pages
/// that are added later.
class SettingsWalkTest {

    private static final int MOST_STOPS = 400;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private SettingsFixture settings;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @BeforeEach
    void open() throws IOException {
        settings = new SettingsFixture(folder);
        stage = Fx.show(settings::root, 1_000, 800);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
        settings.close();
    }

    /// A page may have none here: what this machine cannot do is told and not offered.
    @Test
    void tabReachesEveryControlOfEveryPage() {
        Keys keys = new Keys(stage);
        int all = 0;
        for (SettingsPage page : settings.pages()) {
            settings.open(page);
            Set<Node> wanted = Fx.run(() -> new LinkedHashSet<>(controls(page)));
            all += wanted.size();
            Set<Node> reached = new HashSet<>();
            Fx.act(settings.find("settings-pages")::requestFocus);
            for (int i = 0; i < MOST_STOPS && !reached.containsAll(wanted); i++) {
                keys.press(KeyCode.TAB);
                Node owner = Fx.run(() -> stage.getScene().getFocusOwner());
                if (owner == settings.find("settings-pages")) {
                    break;
                }
                reached.add(owner);
            }
            wanted.removeAll(reached);
            assertThat(wanted).as("not reached by Tab on the page %s", page.title()).isEmpty();
        }
        assertThat(all).as("something was looked for").isGreaterThan(60);
    }

    @Test
    void everyControlOfEveryPageHasANameForScreenReaders() {
        for (SettingsPage page : settings.pages()) {
            settings.open(page);
            assertThat(Fx.run(() -> controls(page)))
                    .allSatisfy(node -> assertThat(nameOf(node)).as("%s on %s", node, page.title()).isNotBlank());
        }
    }

    @Test
    void everySettingOfEveryPageIsFoundByItsTitle() {
        for (SettingsPage page : settings.pages()) {
            assertThat(page.settings()).as(page.title()).isNotEmpty().allSatisfy(setting -> {
                assertThat(setting.title()).isNotBlank();
                assertThat(setting.explanation()).as(setting.title()).isNotBlank();
            });
            assertThat(page.settings().stream().map(s -> s.id())).as(page.title()).doesNotHaveDuplicates();
        }
        assertThat(settings.pages().stream().map(SettingsPage::id)).doesNotHaveDuplicates();
    }

    private List<Node> controls(SettingsPage page) {
        return SettingsFixture.seen(settings.find("settings-page-" + page.id())).stream()
                .filter(node -> node instanceof Control && node.isFocusTraversable() && !node.isDisabled())
                .toList();
    }

    private static String nameOf(Node node) {
        String spoken = node.getAccessibleText();
        if (spoken != null && !spoken.isBlank()) {
            return spoken;
        }
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }
}
