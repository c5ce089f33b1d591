package dev.signalbox.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.Intent;
import dev.signalbox.testing.Examples;
import dev.signalbox.testing.Fx;
import dev.signalbox.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OthersSectionTest {

    private static final double DRAWER = 340;

    private final List<DrawerRow.Offer> pressed = new ArrayList<>();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void takesNoRoomWhereThereIsNothing() {
        Fx.act(() -> {
            OthersSection section = shown(DrawerRow.Others.NONE);
            assertThat(section.isVisible()).isFalse();
            assertThat(section.isManaged()).isFalse();
        });
    }

    @Test
    void aButtonOffersToStopAndSaysWhat() {
        Fx.act(() -> {
            DrawerRow.EnvironmentRow row = row(5, "review/new-cart", true, "takes it out of use");
            OthersSection section = shown(new DrawerRow.Others(List.of(row), ""));
            Button stop = button(section, "stop-environment-5");
            assertThat(section.isVisible()).isTrue();
            assertThat(stop.isFocusTraversable()).isTrue();
            assertThat(stop.getAccessibleText()).isEqualTo("Stop review/new-cart");
            assertThat(stop.getAccessibleHelp()).isEqualTo("takes it out of use");
            stop.fire();
        });
        assertThat(pressed).extracting(DrawerRow.Offer::words).containsExactly("Stop review/new-cart");
    }

    @Test
    void aButtonThatMayNotBePressedStaysAndSaysWhy() {
        Fx.act(() -> {
            OthersSection section = shown(new DrawerRow.Others(
                    List.of(row(5, "review/new-cart", false, "is being stopped")), ""));
            Button stop = button(section, "stop-environment-5");
            assertThat(stop.isDisabled()).isTrue();
            assertThat(stop.getAccessibleHelp()).isEqualTo("is being stopped");
            stop.fire();
        });
        assertThat(pressed).isEmpty();
    }

    @Test
    void aLongNameGivesWayBeforeTheButtonDoes() {
        Fx.act(() -> {
            OthersSection section = shown(new DrawerRow.Others(
                    List.of(row(5, "review/" + "long-branch-".repeat(20), true, "")), "and 3 more"));
            Button stop = button(section, "stop-environment-5");
            assertThat(stop.localToScene(stop.getBoundsInLocal()).getMaxX()).isLessThanOrEqualTo(DRAWER + 0.5);
            assertThat(stop.getWidth()).isGreaterThanOrEqualTo(stop.prefWidth(-1) - 0.5);
            assertThat(section.lookupAll(".label").stream().map(Label.class::cast).map(Label::getText))
                    .contains("and 3 more");
        });
    }

    @Test
    void theSameLinesAreDressedAnewSoThatTheKeyboardStays() {
        Fx.act(() -> {
            OthersSection section = shown(others(2));
            Button first = button(section, "stop-environment-0");
            section.show(others(3));
            assertThat(button(section, "stop-environment-0")).isSameAs(first);
            section.show(others(1));
            assertThat(section.lookup("#stop-environment-1")).isNull();
        });
    }

    private static DrawerRow.Others others(int count) {
        return new DrawerRow.Others(
                IntStream.range(0, count).mapToObj(i -> row(i, "review/" + i, true, "")).toList(), "");
    }

    private OthersSection shown(DrawerRow.Others others) {
        OthersSection section = new OthersSection(pressed::add);
        VBox root = new VBox(section);
        Theme.DARK.applyTo(new Scene(root, DRAWER, 400));
        section.show(others);
        root.applyCss();
        root.layout();
        return section;
    }

    private static Button button(OthersSection section, String id) {
        return (Button) Objects.requireNonNull(section.lookup("#" + id));
    }

    private static DrawerRow.EnvironmentRow row(long number, String name, boolean enabled, String explanation) {
        return new DrawerRow.EnvironmentRow(
                name, "v1 by ada, 7 m ago",
                new DrawerRow.Offer(
                        "stop-environment-" + number, "Stop " + name, explanation, enabled,
                        new Intent.StopEnvironment(Examples.CHECKOUT, number, name, 7)));
    }
}
