package dev.signalbox.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;

/// Dots, icons, lamps and pills: each wears one tone at a time and says aloud what it shows.
class StatusShapesTest {

    private static final List<String> TONES = Arrays.stream(Tone.values()).map(Tone::style).toList();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void everyToneHasItsOwnStyles() {
        assertThat(Arrays.stream(Tone.values()).map(Tone::style)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Tone.values()).map(Tone::textStyle)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Tone.class)
    void aDotWearsTheLastToneOnly(Tone tone) {
        Fx.act(() -> {
            Dot dot = new Dot(Tone.BAD);
            dot.set(Tone.WARN);
            dot.set(tone);
            assertThat(tones(dot)).containsExactly(tone.style());
            assertThat(dot.getStyleClass()).contains("sb-dot");
        });
    }

    @ParameterizedTest
    @EnumSource(Mark.class)
    void anIconChangesShapeToneAndWordsTogether(Mark mark) {
        Fx.act(() -> {
            StatusIcon icon = new StatusIcon(Mark.BAD);
            icon.set(mark, "said aloud");
            assertThat(icon.getIconCode()).isEqualTo(mark.shape());
            assertThat(tones(icon)).containsExactly(mark.tone().style());
            assertThat(icon.getAccessibleText()).isEqualTo("said aloud");
        });
    }

    @ParameterizedTest
    @EnumSource(Mark.class)
    void aLampShowsAShapeOrANumberNeverBoth(Mark mark) {
        Fx.act(() -> {
            Lamp lamp = new Lamp();
            lamp.show(7, Tone.WARN, "7 missing");
            lamp.show(mark, mark.word());
            assertThat(lamp.getChildren().stream().filter(Node::isVisible)).singleElement()
                    .isInstanceOfSatisfying(
                            FontIcon.class, icon -> assertThat(icon.getIconCode()).isEqualTo(mark.shape()));
            assertThat(tones(lamp)).containsExactly(mark.tone().style());
            lamp.show(3, Tone.RUN, "Step 3");
            assertThat(lamp.getChildren().stream().filter(Node::isVisible)).singleElement()
                    .isInstanceOfSatisfying(Label.class, label -> assertThat(label.getText()).isEqualTo("3"));
            assertThat(tones(lamp)).containsExactly(Tone.RUN.style());
        });
    }

    @Test
    void theSmallLampIsTheSameButSmall() {
        Fx.act(() -> {
            assertThat(Lamp.small().getStyleClass()).contains("sb-lamp", "small");
            assertThat(new Lamp().getStyleClass()).doesNotContain("small");
            assertThat(Lamp.small().show(Mark.GOOD, "passed").getAccessibleText()).isEqualTo("passed");
        });
    }

    @Test
    void aPillKeepsItsIconAndCanBeWordsAlone() {
        Fx.act(() -> {
            Pill plain = Pill.plain("v2.14.1");
            assertThat(plain.getGraphic()).isNull();
            assertThat(tones(plain)).isEmpty();
            Pill pill = new Pill("waits for you", Mark.PEOPLE);
            Node icon = pill.getGraphic();
            pill.show("done", Mark.GOOD);
            assertThat(pill.getGraphic()).isSameAs(icon);
            assertThat(((FontIcon) icon).getIconCode()).isEqualTo(Mark.GOOD.shape());
            assertThat(icon.getAccessibleText()).isEqualTo("good");
            assertThat(pill.getText()).isEqualTo("done");
        });
    }

    @Test
    void keysAreSpokenAsKeys() {
        Fx.act(() -> assertThat(new KeyHint("Ctrl K").getAccessibleText()).isEqualTo("Key Ctrl K"));
    }

    @Test
    void aProblemTellsItsKindByShapeToo() {
        Fx.act(() -> {
            ProblemLine line = new ProblemLine("p");
            line.show("refused", Mark.BAD);
            FontIcon icon = (FontIcon) line.getChildren().getFirst();
            assertThat(icon.getIconCode()).isEqualTo(Mark.BAD.shape());
            line.show("slow", Mark.PAUSED);
            assertThat(icon.getIconCode()).isEqualTo(Mark.PAUSED.shape());
            assertThat(line.getStyleClass()).doesNotContain("bad");
            assertThat(line.getId()).isEqualTo("p");
        });
    }

    @Test
    void labelsSpeakInTheirVoice() {
        Fx.act(() -> {
            assertThat(Texts.title("x").getStyleClass()).contains("sb-title");
            assertThat(Texts.heading("x").getStyleClass()).contains("sb-heading");
            assertThat(Texts.strong("x").getStyleClass()).contains("sb-strong");
            assertThat(Texts.sub("x").getStyleClass()).contains("sb-sub");
            assertThat(Texts.mono("x").getStyleClass()).contains("sb-mono");
            Label wrapped = Texts.wrapped("x", "sb-sub", "sb-warn");
            assertThat(wrapped.isWrapText()).isTrue();
            assertThat(wrapped.getStyleClass()).contains("sb-sub", "sb-warn");
            assertThat(Texts.plain("x").isWrapText()).isFalse();
        });
    }

    @Test
    void capitalsOfASectionDoNotDependOnTheLanguageOfTheMachine() {
        java.util.Locale before = java.util.Locale.getDefault();
        try {
            java.util.Locale.setDefault(java.util.Locale.of("tr"));
            Fx.act(() -> assertThat(Texts.section("Pipelines in flight").getText()).isEqualTo("PIPELINES IN FLIGHT"));
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    private static List<String> tones(Node node) {
        return node.getStyleClass().stream().filter(TONES::contains).toList();
    }
}
