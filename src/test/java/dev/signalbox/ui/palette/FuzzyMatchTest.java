package dev.signalbox.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.ui.palette.PaletteEntry.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzyMatchTest {

    private static final List<PaletteEntry> ENTRIES = List.of(
            entry(Kind.SCREEN, "Board", "Go to the screen"),
            entry(Kind.SERVICE, "checkout", "Storefront"),
            entry(Kind.SERVICE, "payments-api", "Payments"),
            entry(Kind.SERVICE, "web-frontend", "Storefront"),
            entry(Kind.ACTION, "Roll back checkout in production", "to v2.14.0"),
            entry(Kind.RUN, "checkout · CI #977", "Retry card authorisation · 6 m ago"),
            entry(Kind.COMMIT, "4be02d1", "Retry card authorisation · checkout"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "checkout|checkout",
        "chk|checkout",
        "pa|payments-api",
        "papi|payments-api",
        "wf|web-frontend",
        "front|web-frontend",
        "roll check|Roll back checkout in production",
        "roll back checkout|Roll back checkout in production",
        "CHECKOUT 977|checkout · CI #977",
        "#977|checkout · CI #977",
        "4be|4be02d1",
        "retry commit|4be02d1",
        "board|Board"
    })
    void putsWhatWasMeantFirst(String query, String first) {
        assertThat(rank(query)).first().isEqualTo(first);
    }

    @Test
    void wantsEveryWordToBeFound() {
        assertThat(rank("checkout mailer")).isEmpty();
        assertThat(rank("zzz")).isEmpty();
    }

    @Test
    void doesNotTakeScatteredLettersForAMatch() {
        assertThat(FuzzyMatch.score("Storefront overview of all", "rvla")).isNegative();
        assertThat(FuzzyMatch.score("payments-api", "apiq")).isNegative();
    }

    @ParameterizedTest
    @CsvSource({
        "axb-c bx,abc", "checkout-card index,cci", "prod-eu east unit,pee", "release-notes-reader,rnr"
    })
    void aBetterPlaceForOneLetterDoesNotLoseTheNext(String text, String word) {
        assertThat(FuzzyMatch.score(text, word)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"abc,abcd", "cba,abc", "'',a", "a,aa", "checkout,checkoutt"})
    void lettersThatAreNotThereInTheirOrderAreNoMatch(String text, String word) {
        assertThat(FuzzyMatch.score(text, word)).isNegative();
    }

    @Test
    void keepsTheOrderOfTheSourcesWhileNothingIsTyped() {
        assertThat(rank("  ")).hasSize(ENTRIES.size()).first().isEqualTo("Board");
    }

    @Test
    void findsKindsByTheirWord() {
        assertThat(rank("service pay")).containsExactly("payments-api");
    }

    @Test
    void ranksBeginningsOverWordsOverInsides() {
        assertThat(FuzzyMatch.score("checkout", "checkout")).isGreaterThan(FuzzyMatch.score("checkout", "check"));
        assertThat(FuzzyMatch.score("checkout", "check")).isGreaterThan(FuzzyMatch.score("old checkout", "check"));
        assertThat(FuzzyMatch.score("old checkout", "check")).isGreaterThan(FuzzyMatch.score("recheck", "check"));
        assertThat(FuzzyMatch.score("recheck", "check")).isGreaterThan(FuzzyMatch.score("c-h-e-c-k", "check"));
    }

    @Test
    void whatCanBeDoneStandsBehindWhatItIsDoneTo() {
        assertThat(ranked("frontend")).startsWith("web-frontend", "web-frontend · CI #12")
                .contains("Restart web-frontend");
        assertThat(ranked("restart frontend")).containsExactly("Restart web-frontend");
        assertThat(ranked("")).doesNotContain("Restart web-frontend");
    }

    private static List<String> ranked(String query) {
        List<PaletteEntry> listed = List.of(
                entry(Kind.RUN, "web-frontend · CI #12", "Retry"), entry(Kind.SERVICE, "web-frontend", "Storefront"));
        List<PaletteEntry> acts = List.of(entry(Kind.ACTION, "Restart web-frontend", "Replaces all pods"));
        return FuzzyMatch.rank(listed, acts, TypedWords.of(query), 20).stream().map(PaletteEntry::title).toList();
    }

    @Test
    void showsNoMoreThanAsked() {
        List<PaletteEntry> many =
                IntStream.range(0, 5_000).mapToObj(i -> entry(Kind.SERVICE, "service-" + i, "x")).toList();
        assertThat(FuzzyMatch.rank(many, List.of(), TypedWords.of("service 49"), 60)).hasSize(60);
    }

    private static List<String> rank(String query) {
        return FuzzyMatch.rank(ENTRIES, List.of(), TypedWords.of(query), 20).stream()
                .map(PaletteEntry::title)
                .toList();
    }

    private static PaletteEntry entry(Kind kind, String title, String detail) {
        assertThat(title.toLowerCase(Locale.ROOT)).isNotEmpty();
        return new PaletteEntry(kind, title, detail, () -> {});
    }
}
