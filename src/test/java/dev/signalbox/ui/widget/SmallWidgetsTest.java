package dev.signalbox.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SmallWidgetsTest {

    private static final List<String> TONES = Arrays.stream(Tone.values()).map(Tone::style).toList();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "99,99", "100,99", "2000000,99"})
    void aLampHasRoomForTwoDigits(int count, String shown) {
        Fx.act(() -> {
            Lamp lamp = new Lamp().show(count, Tone.WARN, count + " reviewers missing");
            assertThat(lamp.getChildren().stream().filter(Node::isVisible)).singleElement()
                    .isInstanceOfSatisfying(Label.class, label -> assertThat(label.getText()).isEqualTo(shown));
            assertThat(lamp.getAccessibleText()).startsWith(Integer.toString(count));
        });
    }

    @ParameterizedTest
    @EnumSource(Mark.class)
    void wearsOneToneHoweverOftenItChanges(Mark mark) {
        Fx.act(() -> {
            Pill pill = new Pill("failing", Mark.BAD);
            pill.show(mark.word(), mark);
            assertThat(pill.getStyleClass()).containsOnlyOnce(mark.tone().style());
            assertThat(pill.getStyleClass().stream().filter(TONES::contains)).hasSize(1);
            assertThat(pill.getAccessibleText()).isEqualTo(mark.word());
        });
    }

    @Test
    void aChipSaysMoreOnlyWhereThereIsMore() {
        Fx.act(() -> {
            Chip chip = new Chip("chip-github");
            chip.show("GitHub · live", Tone.OK, "Last answer 3 s ago");
            assertThat(Objects.requireNonNull(chip.getTooltip()).getText()).isEqualTo("Last answer 3 s ago");
            assertThat(chip.getAccessibleHelp()).isEqualTo("Last answer 3 s ago");
            assertThat(chip.getGraphic()).isNotNull();
            chip.show("release-mgr", "");
            assertThat(chip.getTooltip()).isNull();
            assertThat(chip.getGraphic()).isNull();
            assertThat(chip.getAccessibleText()).isEqualTo("release-mgr");
        });
    }

    @Test
    void aProblemLineIsBadOnlyAsLongAsTheProblemIs() {
        Fx.act(() -> {
            ProblemLine line = new ProblemLine("problem");
            line.show("It refused our credential.", Mark.BAD);
            line.show("It refused our credential twice.", Mark.BAD);
            assertThat(line.getStyleClass()).containsOnlyOnce("bad");
            line.show("It cannot be reached.", Mark.WARNING);
            assertThat(line.getStyleClass()).doesNotContain("bad");
            line.show("", Mark.WARNING);
            assertThat(line.isVisible()).isFalse();
        });
    }

    @Test
    void aSectionIsSpokenAsItIsWrittenNotInCapitals() {
        Fx.act(() -> {
            Label section = Texts.section("What changed");
            assertThat(section.getText()).isEqualTo("WHAT CHANGED");
            assertThat(section.getAccessibleText()).isEqualTo("What changed");
            Texts.section(section, "Pods");
            assertThat(section.getText()).isEqualTo("PODS");
            assertThat(section.getAccessibleText()).isEqualTo("Pods");
        });
    }
}
