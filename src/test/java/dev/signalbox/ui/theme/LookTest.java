package dev.signalbox.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.testing.Warnings;
import dev.signalbox.ui.theme.Appearance.Colours;
import dev.signalbox.ui.theme.Appearance.Density;
import dev.signalbox.ui.theme.Appearance.Motion;
import dev.signalbox.ui.theme.Appearance.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LookTest {

    private final BooleanProperty systemDark = new SimpleBooleanProperty(true);
    private final BooleanProperty systemStill = new SimpleBooleanProperty(false);
    private final List<Appearance> saved = new ArrayList<>();
    private Optional<Appearance> kept = Optional.empty();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void followsTheSystemWhenAsked() {
        Look look = look();
        systemDark.set(false);
        assertThat(look.darkProperty().get()).as("dark was chosen").isTrue();
        look.appearanceProperty().set(Appearance.USUAL.with(Colours.SYSTEM));
        assertThat(look.darkProperty().get()).isFalse();
        systemDark.set(true);
        assertThat(look.darkProperty().get()).isTrue();
        assertThat(look.appearanceProperty().get().colours()).as("following is no choice").isEqualTo(Colours.SYSTEM);
    }

    @Test
    void theSwitchOfTheTopBarEndsFollowing() {
        kept = Optional.of(Appearance.USUAL.with(Colours.SYSTEM));
        Look look = look();
        look.darkProperty().set(false);
        assertThat(look.appearanceProperty().get().colours()).isEqualTo(Colours.LIGHT);
        systemDark.set(false);
        systemDark.set(true);
        assertThat(look.darkProperty().get()).isFalse();
        look.darkProperty().set(true);
        assertThat(saved).extracting(Appearance::colours).containsExactly(Colours.LIGHT, Colours.DARK);
    }

    @Test
    void remembersEveryChangeAndBeginsWithTheLast() {
        kept = Optional.of(Appearance.USUAL.with(Colours.LIGHT).with(125));
        Look look = look();
        assertThat(look.darkProperty().get()).isFalse();
        assertThat(look.zoom().getValue()).isEqualTo(1.25);
        assertThat(saved).as("nothing has changed").isEmpty();
        look.appearanceProperty().set(look.appearanceProperty().get().with(Density.COMPACT));
        assertThat(saved).containsExactly(Appearance.USUAL.with(Colours.LIGHT).with(125).with(Density.COMPACT));
    }

    @Test
    void nothingGlidesWhenThePersonOrTheSystemSaysSo() {
        Look look = look();
        assertThat(look.stillProperty().get()).isFalse();
        systemStill.set(true);
        assertThat(look.stillProperty().get()).isTrue();
        systemStill.set(false);
        look.appearanceProperty().set(Appearance.USUAL.with(Motion.REDUCED));
        assertThat(look.stillProperty().get()).isTrue();
    }

    @Test
    void hearsTheSystemNoMoreOnceClosed() {
        kept = Optional.of(Appearance.USUAL.with(Colours.SYSTEM));
        Look look = look();
        look.close();
        systemDark.set(false);
        assertThat(look.darkProperty().get()).isTrue();
    }

    @Test
    void dressesEverySceneAtOnce() {
        Look look = look();
        List<Scene> scenes = Fx.run(() -> List.of(new Scene(new StackPane()), new Scene(new StackPane())));
        Fx.act(() -> scenes.forEach(look::dress));
        assertThat(scenes).allSatisfy(scene -> assertThat(sheets(scene)).containsExactly(
                "dark.css", "modena-names.css", "console.css"));
        Fx.act(() -> look.appearanceProperty().set(new Appearance(
                Colours.LIGHT, Density.COMPACT, 150, Palette.SAFE, Motion.REDUCED)));
        assertThat(scenes).allSatisfy(scene -> assertThat(sheets(scene)).startsWith(
                "light.css", "light-safe.css", "modena-names.css", "console.css", "compact.css", "still.css")
                .hasSize(7));
        Fx.act(() -> look.darkProperty().set(true));
        assertThat(scenes).allSatisfy(scene -> assertThat(sheets(scene)).contains("dark.css", "dark-safe.css"));
    }

    @Test
    void compactLeavesLessRoomAndNothingWarns() {
        Look look = look();
        try (Warnings warnings = new Warnings()) {
            double normal = height(look);
            Fx.act(() -> look.appearanceProperty().set(new Appearance(
                    Colours.LIGHT, Density.COMPACT, 150, Palette.SAFE, Motion.REDUCED)));
            assertThat(height(look)).isLessThan(normal);
            assertThat(warnings.heard()).isEmpty();
        }
    }

    @Test
    void sizesAreHeldWithinTheirRange() {
        assertThat(Appearance.USUAL.with(10).percent()).isEqualTo(80);
        assertThat(Appearance.USUAL.with(400).percent()).isEqualTo(150);
    }

    @Test
    void menusGrowWithTheRest() {
        assertThat(PopupSizes.text(150)).contains(".context-menu", "-fx-font-size: 19.50px", "-fx-font-size: 18.00px");
        assertThat(PopupSizes.sheet(150)).startsWith("data:text/css").doesNotContain(" ", "\n", "{");
    }

    private static double height(Look look) {
        return Fx.run(() -> {
            Button button = new Button("Press");
            StackPane root = new StackPane(button);
            Scene scene = new Scene(root, 300, 200);
            look.dress(scene).unsubscribe();
            root.applyCss();
            root.layout();
            return button.getHeight();
        });
    }

    private static List<String> sheets(Scene scene) {
        return scene.getStylesheets().stream().map(s -> s.substring(s.lastIndexOf('/') + 1)).toList();
    }

    private Look look() {
        return Fx.run(() -> new Look(new SystemLook(systemDark, systemStill), new AppearanceMemory() {
            @Override
            public Optional<Appearance> load() {
                return kept;
            }

            @Override
            public void save(Appearance appearance) {
                saved.add(appearance);
            }
        }, Appearance.USUAL));
    }
}
