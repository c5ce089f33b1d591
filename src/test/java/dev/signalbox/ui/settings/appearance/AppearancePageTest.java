package dev.signalbox.ui.settings.appearance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.Look;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppearancePageTest {

    private final Look look = Fx.run(() -> Look.plain(Appearance.USUAL));
    private final SettingsPage page = new AppearancePage(look).page();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @ParameterizedTest
    @CsvSource({
        "appearance-colours-light, LIGHT", "appearance-colours-system, SYSTEM", "appearance-size-150, 150",
        "appearance-size-80, 80", "appearance-density-compact, COMPACT", "appearance-palette-safe, SAFE",
        "appearance-motion-reduced, REDUCED"
    })
    void aPressTakesEffectAtOnce(String button, String expected) {
        Fx.act(() -> button(made(), button).fire());
        assertThat(look.appearanceProperty().get().toString()).contains("=" + expected);
        assertThat(look.appearanceProperty().get()).isNotEqualTo(Appearance.USUAL);
    }

    @Test
    void showsWhatIsInForceAlsoWhenItChangesElsewhere() {
        VBox made = made();
        assertThat(button(made, "appearance-colours-dark").isSelected()).isTrue();
        Fx.act(() -> look.darkProperty().set(false));
        assertThat(button(made, "appearance-colours-light").isSelected()).isTrue();
        assertThat(button(made, "appearance-colours-dark").isSelected()).isFalse();
    }

    @Test
    void aSecondPressOnTheChosenOneLeavesItChosen() {
        VBox made = made();
        Fx.act(() -> button(made, "appearance-colours-dark").fire());
        assertThat(button(made, "appearance-colours-dark").isSelected()).isTrue();
        assertThat(look.appearanceProperty().get()).isEqualTo(Appearance.USUAL);
    }

    @Test
    void everyButtonSaysWhatItIsAbout() {
        List<ToggleButton> buttons = made().lookupAll(".sb-tab").stream().map(ToggleButton.class::cast).toList();
        assertThat(buttons).hasSize(15);
        assertThat(buttons).extracting(Node::getAccessibleText)
                .contains("Theme: Follow the system", "Font size: 150 %", "Motion: Reduced");
    }

    private VBox made() {
        return Fx.run(() -> {
            VBox all = new VBox();
            page.settings().stream().map(Setting::control).forEach(control -> all.getChildren().add(control.get()));
            return all;
        });
    }

    private static ToggleButton button(VBox all, String id) {
        return (ToggleButton) Objects.requireNonNull(all.lookup("#" + id), id);
    }
}
