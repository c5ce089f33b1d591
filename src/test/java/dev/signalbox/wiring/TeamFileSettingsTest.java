package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Keys;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.shell.Snapshots;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.Appearance.Colours;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.TeamRepository;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page “Team file” of a console with a file of its own, where something can be changed.
class TeamFileSettingsTest {

    private static final int MOST_STOPS = 60;

    @TempDir
    private Path folder;

    @Test
    void tabReachesEveryFieldAndButton() throws IOException {
        try (SettingsFixture settings = open("walk")) {
            Stage stage = Fx.show(settings::root, 1_000, 800);
            SettingsPage page = page(settings);
            settings.open(page);
            Set<Node> wanted = Fx.run(() -> new HashSet<>(
                    SettingsFixture.seen(settings.find("settings-page-team-file")).stream()
                            .filter(node -> node instanceof Control && node.isFocusTraversable())
                            .toList()));
            assertThat(wanted).hasSizeGreaterThanOrEqualTo(10)
                    .allSatisfy(node -> assertThat(node.getAccessibleText()).as(node.toString()).isNotBlank());
            Keys keys = new Keys(stage);
            Fx.act(settings.find("settings-pages")::requestFocus);
            for (int i = 0; i < MOST_STOPS && !wanted.isEmpty(); i++) {
                keys.press(KeyCode.TAB);
                wanted.remove(Fx.run(() -> stage.getScene().getFocusOwner()));
            }
            assertThat(wanted).as("not reached by Tab").isEmpty();
            Fx.act(stage::close);
        }
    }

    @Test
    void nothingIsCutOff() throws IOException {
        draw("dark", Appearance.USUAL, 1_440);
        draw("light", Appearance.USUAL.with(Colours.LIGHT), 1_440);
        draw("dark-narrow", Appearance.USUAL, 1_000);
        draw("light-narrow", Appearance.USUAL.with(Colours.LIGHT), 1_000);
        draw("large-narrow", Appearance.USUAL.with(150), 1_000);
    }

    private void draw(String name, Appearance appearance, double width) throws IOException {
        try (SettingsFixture settings = open(name)) {
            Scene scene = Fx.run(() -> {
                Scene made = new Scene(settings.ui.shell().root(), width, 900);
                settings.ui.look().appearanceProperty().set(appearance);
                settings.ui.shell().wear(settings.ui.look(), made);
                return made;
            });
            SettingsPage page = page(settings);
            settings.open(page);
            Path file = folder.resolve("team-file-" + name + ".png");
            Fx.run(() -> {
                Snapshots.write(scene, file);
                return true;
            });
            assertThat(Files.size(file)).isGreaterThan(5_000);
            assertThat(settings.heights(page)).as(name).allMatch(height -> height < 420);
            assertThat(SettingsFixture.cutOff(settings.find("settings-page-team-file"))).as(name).isEmpty();
        }
    }

    private static SettingsPage page(SettingsFixture settings) {
        return settings.pages().stream().filter(page -> page.id().equals("team-file")).findFirst().orElseThrow();
    }

    private SettingsFixture open(String name) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        // The one that the console wrote: about another there is nothing to choose.
        Path board = Files.writeString(own.resolve(KeptSetup.BOARD), "version: 1\n");
        ConsoleConfig config = ConsoleConfig.NOTHING.withBoard(board).withTeam(new TeamRepository(
                "https://git.example.com/platform/delivery/board.git", "main", "ops/board.yaml",
                TeamRepository.USUAL, new TokenSource.Vault(), null, null));
        return new SettingsFixture(
                own,
                new Staying(new Leaving.Written(config, own.resolve("console.yaml"), Folders.below(own))));
    }
}
