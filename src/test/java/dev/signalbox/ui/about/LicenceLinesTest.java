package dev.signalbox.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Texts of other people's licences, whose lines may be as long as they like.
class LicenceLinesTest {

    private static List<String> of(String... lines) {
        return LicenceLines.of(List.of(lines), 20);
    }

    @Test
    void leavesAloneWhatFits() {
        assertThat(of("exactly twenty signs", "", "  indented")).containsExactly(
                "exactly twenty signs", "", "  indented");
    }

    @Test
    void breaksLongLinesBetweenWordsAndKeepsEveryWord() {
        assertThat(of("Permission is hereby granted, free of charge")).containsExactly(
                "Permission is hereby", "granted, free of", "charge");
    }

    @Test
    void whatFollowsStandsBelowItsBeginning() {
        assertThat(of("    (a) You must give any other")).containsExactly(
                "    (a) You must", "    give any other");
    }

    @Test
    void aWordThatIsTooLongIsBrokenAndNothingOfItIsLost() {
        List<String> lines = of("x https://example.com/a/very/long/address/of/a/licence y");

        assertThat(lines).allMatch(line -> line.length() <= 20);
        assertThat(String.join("", lines)).contains("https://example.com/a/very/long/address/of/a/licence");
    }

    @Test
    void manyJarsThatShareATextAreAllNamed() {
        assertThat(of("jackson-core-2.jar, jackson-databind-2.jar, sqlite.jar")).containsExactly(
                "jackson-core-2.jar,", "jackson-databind-2.j", "ar, sqlite.jar");
    }

    @Test
    void aRuleIsNoLongerThanTheRest() {
        assertThat(of("-".repeat(100), "=".repeat(30))).containsExactly("-".repeat(20), "=".repeat(20));
    }

    @Test
    void tabsStandWhereTheyStoodAndSignsThatDeceiveAreShown() {
        assertThat(of("a\tb")).containsExactly("a       b");
        assertThat(of("by \u202eevil")).singleElement().asString().contains("‹U+202E›").doesNotContain("\u202e");
    }

    @Test
    void aLetterOfTwoHalvesIsNotCutInTwo() {
        assertThat(of("a" + "😀".repeat(15))).allMatch(line -> line.codePoints().noneMatch(
                point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE))
                .satisfies(lines -> assertThat(String.join("", lines)).hasSize(31));
    }
}
