package dev.signalbox.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.Fx;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NavigationViewTest {

    private final FakeScreen board = Fx.run(() -> new FakeScreen("board"));
    private final FakeScreen runs = Fx.run(() -> new FakeScreen("runs"));
    private final ShellViewModel model = new ShellViewModel();
    private final NavigationView view = Fx.run(() -> {
        model.show(List.of(board, runs));
        model.go(0);
        NavigationView made = new NavigationView(model);
        assertThat(new Scene(made)).isNotNull();
        return made;
    });

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "7,7", "99,99", "100,99", "25000,99"})
    void tellsHowManyThingsWait(int waiting, String badge) {
        runs.waiting = waiting;
        Fx.act(() -> view.show(ConsoleState.EMPTY));
        assertThat(badges()).extracting(Label::getText).containsExactly(badge);
        assertThat(button("runs").getAccessibleText()).isEqualTo("Runs, " + waiting + " waiting for you");
        assertThat(button("board").getAccessibleText()).isEqualTo("Board");
    }

    @Test
    void noBadgeIsLeftWhenNothingWaitsAnyMore() {
        runs.waiting = 3;
        Fx.act(() -> view.show(ConsoleState.EMPTY));
        runs.waiting = 0;
        Fx.act(() -> view.show(ConsoleState.EMPTY));
        assertThat(badges()).isEmpty();
        assertThat(button("runs").getAccessibleText()).isEqualTo("Runs");
    }

    @Test
    void oneScreenIsAlwaysTheChosenOne() {
        assertThat(chosen()).containsExactly("nav-board");
        Fx.act(() -> button("runs").fire());
        assertThat(chosen()).containsExactly("nav-runs");
        assertThat(model.currentProperty().get()).isSameAs(runs);
        Fx.act(() -> button("runs").fire());
        assertThat(chosen()).as("pressed twice").containsExactly("nav-runs");
        Fx.act(() -> model.go(new Place.AtScreen("board")));
        assertThat(chosen()).as("gone there otherwise").containsExactly("nav-board");
    }

    @Test
    void everyShapeHasItsNameAndItsKey() {
        assertThat(Stream.of("board", "runs").map(id -> Objects.requireNonNull(button(id).getTooltip()).getText()))
                .containsExactly("Board   Ctrl 1", "Runs   Ctrl 2");
    }

    private List<String> chosen() {
        return Stream.of("board", "runs").map(this::button).filter(ToggleButton::isSelected)
                .map(ToggleButton::getId).toList();
    }

    private List<Label> badges() {
        return Fx.run(() -> view.lookupAll(".sb-badge").stream()
                .map(Label.class::cast)
                .filter(Label::isVisible)
                .toList());
    }

    private ToggleButton button(String id) {
        return (ToggleButton) Objects.requireNonNull(view.lookup("#nav-" + id), id);
    }
}
