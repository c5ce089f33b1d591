package dev.signalbox.ui.settings.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.ui.settings.Setting;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PollingPageTest {

    private final ObjectProperty<PollingChoice> chosen = new SimpleObjectProperty<>(PollingChoice.USUAL);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void eachChoiceIsInForceAtOnceAndLeavesTheOthers() {
        VBox page = made();
        Fx.act(() -> button(page, "polling-work-10").fire());
        assertThat(chosen.get()).isEqualTo(new PollingChoice(10, 20, 1));
        Fx.act(() -> button(page, "polling-held-40").fire());
        Fx.act(() -> button(page, "polling-quiet-4").fire());
        assertThat(chosen.get()).isEqualTo(new PollingChoice(10, 40, 4));
    }

    @Test
    void showsWhatIsInForce() {
        VBox page = made();
        assertThat(button(page, "polling-work-30").isSelected()).isTrue();
        assertThat(button(page, "polling-held-20").isSelected()).isTrue();
        Fx.act(() -> chosen.set(new PollingChoice(50, 20, 2)));
        assertThat(button(page, "polling-work-30").isSelected()).isFalse();
        assertThat(button(page, "polling-work-50").isSelected()).isTrue();
        assertThat(button(page, "polling-quiet-2").getAccessibleText()).isEqualTo("When nobody looks: Half as often");
    }

    @Test
    void aValueThatIsNotOnOfferShowsAsNone() {
        chosen.set(new PollingChoice(33, 20, 1));
        VBox page = made();
        assertThat(page.lookupAll(".sb-tab")).hasSize(12);
        assertThat(button(page, "polling-work-30").isSelected()).isFalse();
        assertThat(chosen.get().work()).as("and stays").isEqualTo(33);
    }

    private VBox made() {
        return Fx.run(() -> {
            VBox all = new VBox();
            new PollingPage(chosen).page().settings().stream()
                    .map(Setting::control)
                    .forEach(control -> all.getChildren().add(control.get()));
            return all;
        });
    }

    private static ToggleButton button(VBox page, String id) {
        return (ToggleButton) Objects.requireNonNull(page.lookup("#" + id), id);
    }
}
