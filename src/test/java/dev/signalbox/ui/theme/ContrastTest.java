package dev.signalbox.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reads the tokens of the sheets, as each appearance lays them over each other, and measures them: WCAG 2.2 at AA.
class ContrastTest {

    /// 1.4.3: text against its ground.
    private static final double TEXT = 4.5;

    /// 1.4.11: shapes, bars and borders that say something, against what is beside them.
    private static final double GRAPHICS = 3;

    private static final List<String> GROUNDS = List.of("-sb-bg-0", "-sb-bg-1", "-sb-bg-2", "-sb-bg-log");
    private static final List<String> STATUSES = List.of("-sb-ok", "-sb-warn", "-sb-bad", "-sb-run");
    private static final List<String> BARS =
            List.of("-sb-bar-ok", "-sb-bar-warn", "-sb-bar-bad", "-sb-bar-run", "-sb-bar-idle");

    static Stream<Sheets> appearances() {
        return Stream.of(
                new Sheets("dark.css", ""), new Sheets("light.css", ""), new Sheets("dark.css", "dark-safe.css"),
                new Sheets("light.css", "light-safe.css"));
    }

    @ParameterizedTest
    @MethodSource("appearances")
    void wordsCanBeReadOnEveryGround(Sheets sheets) {
        List<String> texts = new ArrayList<>(List.of(
                "-sb-fg-0", "-sb-fg-1", "-sb-fg-2", "-sb-accent", "-sb-violet", "-sb-production"));
        texts.addAll(STATUSES);
        for (String ground : GROUNDS) {
            texts.forEach(text -> measure(sheets, text, ground, TEXT));
        }
        for (String ground : List.of("-sb-bg-3", "-sb-selected")) {
            List.of("-sb-fg-0", "-sb-fg-1", "-sb-fg-2", "-sb-accent")
                    .forEach(text -> measure(sheets, text, ground, TEXT));
        }
    }

    @ParameterizedTest
    @MethodSource("appearances")
    void aStatusCanBeReadOnItsOwnGround(Sheets sheets) {
        measure(sheets, "-sb-ok", "-sb-ok-weak", TEXT);
        measure(sheets, "-sb-warn", "-sb-warn-weak", TEXT);
        measure(sheets, "-sb-production", "-sb-production-weak", TEXT);
        measure(sheets, "-sb-bad", "-sb-bad-weak", TEXT);
        measure(sheets, "-sb-run", "-sb-run-weak", TEXT);
        measure(sheets, "-sb-run", "-sb-accent-weak", TEXT);
        measure(sheets, "-sb-accent", "-sb-accent-weak", TEXT);
        measure(sheets, "-sb-bad", "-sb-failing", TEXT);
        for (String ground : List.of("-sb-ok-weak", "-sb-warn-weak", "-sb-bad-weak", "-sb-accent-weak",
                "-sb-failing")) {
            measure(sheets, "-sb-fg-0", ground, TEXT);
            measure(sheets, "-sb-fg-1", ground, TEXT);
        }
        measure(sheets, "-sb-practice-text", "-sb-practice", TEXT);
    }

    @ParameterizedTest
    @MethodSource("appearances")
    void whatIsWrittenOnStrongColoursCanBeRead(Sheets sheets) {
        for (String ground : List.of(
                "-sb-primary", "-sb-primary-line", "-sb-go", "-sb-go-line", "-sb-danger", "-sb-danger-line",
                "-sb-badge")) {
            measure(sheets, "-sb-on-strong", ground, TEXT);
        }
        BARS.forEach(bar -> measure(sheets, "-sb-on-strong", bar, TEXT));
    }

    @ParameterizedTest
    @MethodSource("appearances")
    void shapesAndBarsStandOutFromTheirGround(Sheets sheets) {
        for (String ground : List.of("-sb-bg-0", "-sb-bg-1", "-sb-bg-2")) {
            STATUSES.forEach(status -> measure(sheets, status, ground, GRAPHICS));
            BARS.forEach(bar -> measure(sheets, bar, ground, GRAPHICS));
            measure(sheets, "-sb-idle", ground, GRAPHICS);
            // The ring around what has the keyboard.
            measure(sheets, "-sb-accent", ground, GRAPHICS);
        }
        measure(sheets, "-sb-idle", "-sb-bg-log", GRAPHICS);
    }

    /// The distance between two colours as people see them who see red, green or blue otherwise. Below about 2 nobody
    /// sees a difference; the usual palette has 6 for two of its statuses.
    @ParameterizedTest
    @MethodSource("appearances")
    void theSafePaletteIsToldApartByEverybody(Sheets sheets) {
        List<String> all = new ArrayList<>(STATUSES);
        all.add("-sb-idle");
        double least = Double.MAX_VALUE;
        for (SeenColour.Sight sight : SeenColour.Sight.values()) {
            for (String one : all) {
                for (String other : all) {
                    if (one.compareTo(other) < 0) {
                        least = Math.min(least, SeenColour.distance(
                                sheets.colour(one), sheets.colour(other), sight));
                    }
                }
            }
        }
        if (sheets.over().isEmpty()) {
            assertThat(least).as("the usual one is not, or nobody would need the other").isLessThan(12);
        } else {
            assertThat(least).as(sheets.toString()).isGreaterThan(15);
        }
    }

    @ParameterizedTest
    @MethodSource("appearances")
    void aSafeSheetNamesOnlyTokensThatAreThere(Sheets sheets) {
        if (!sheets.over().isEmpty()) {
            assertThat(new TreeSet<>(Tokens.colours(sheets.tokens()).keySet()))
                    .containsAll(Tokens.colours(sheets.over()).keySet());
        }
    }

    /// A colour that is written in a rule itself is measured by nobody.
    @ParameterizedTest
    @MethodSource("screenSheets")
    void noRuleHasAColourOfItsOwn(String sheet) {
        String rules = Tokens.read(sheet).replaceAll("linear-gradient\\([^;]*", "").replaceAll("/\\*.*?\\*/", "");
        assertThat(Pattern.compile("#[0-9a-fA-F]{3,8}\\b(?=[^{}]*;)|: ?(white|black)\\b")
                .matcher(rules.replaceAll("(?m)^#[^{]*\\{", "{").replaceAll("}\\s*#[^{]*\\{", "}{"))
                .results()
                .map(r -> r.group()))
                .as(sheet)
                .isEmpty();
    }

    static Stream<String> screenSheets() {
        return Stream.of(
                "compact.css", "still.css", "/dev/signalbox/ui/board/board.css", "/dev/signalbox/ui/runs/runs.css",
                "/dev/signalbox/ui/approvals/approvals.css", "/dev/signalbox/ui/results/results.css",
                "/dev/signalbox/ui/settings/settings.css");
    }

    private static void measure(Sheets sheets, String one, String other, double least) {
        assertThat(SeenColour.contrast(sheets.colour(one), sheets.colour(other)))
                .as("%s on %s in %s", one, other, sheets)
                .isGreaterThanOrEqualTo(least);
    }

    /// @param over laid over the tokens; empty for the usual palette
    record Sheets(String tokens, String over) {

        Color colour(String name) {
            Map<String, Color> above = over.isEmpty() ? Map.of() : Tokens.colours(over);
            Color colour = above.getOrDefault(name, Tokens.colours(tokens).get(name));
            return Objects.requireNonNull(colour, name);
        }
    }
}
