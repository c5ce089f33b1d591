package dev.signalbox.ui.search;

import static dev.signalbox.testing.SampleStates.NOW;
import static dev.signalbox.testing.SampleStates.repository;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogHits;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.PaletteSearch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KeptLogSearchTest {

    private final List<LogHits.Hit> opened = new ArrayList<>();
    private final List<PaletteSearch.Answer> answers = new ArrayList<>();
    private LogHits found = new LogHits(List.of(), 214, true);
    private String problem = "";
    private final KeptLogSearch search = new KeptLogSearch(this::find, opened::add);

    private void find(String text, Consumer<LogHits> taker, Consumer<String> failed) {
        if (problem.isEmpty()) {
            taker.accept(found);
        } else {
            failed.accept(problem);
        }
    }

    @Test
    void offersToSearchForThreeLettersOrMore() {
        assertThat(search.title("  ab ")).isEmpty();
        assertThat(search.title(" NullPointer ")).isEqualTo("Search kept logs for “NullPointer”");
        assertThat(search.title("evil\u202etext\nnext")).doesNotContain("\u202e").doesNotContain("\n");
        assertThat(search.title("x".repeat(5_000)).length()).isLessThan(120);
        assertThat(search.search()).contains(search);
    }

    @Test
    void saysWhatWasFoundWhereAndWhen() {
        found = new LogHits(List.of(hit("web-frontend", "  relation \"baskets\" does not exist")), 214, true);
        PaletteSearch.Answer answer = answer();
        assertThat(answer.words()).isEqualTo("1 line, newest log first, a few of each · 214 logs kept here");
        PaletteEntry entry = answer.entries().getFirst();
        assertThat(entry.kind()).isEqualTo(PaletteEntry.Kind.LOG_LINE);
        assertThat(entry.title()).isEqualTo("relation \"baskets\" does not exist");
        assertThat(entry.detail()).isEqualTo("3 h ago · web-frontend #641 · unit-tests · line 31");
        entry.choose().run();
        assertThat(opened).isEqualTo(found.hits());
    }

    @Test
    void showsHostileLinesSafelyAndShort() {
        found = new LogHits(List.of(hit("web-frontend", "\u202e" + "x".repeat(9_000))), 1, true);
        PaletteEntry entry = answer().entries().getFirst();
        assertThat(entry.title()).doesNotContain("\u202e");
        assertThat(entry.title().length()).isLessThan(70);
    }

    @Test
    void saysThatAnErrorWasNeverSeen() {
        assertThat(answer().words()).isEqualTo("Never seen in the 214 logs kept here.");
        assertThat(answer().entries()).isEmpty();
    }

    @Test
    void saysWhenNotEverythingWasLookedAt() {
        found = new LogHits(List.of(), 214, false);
        assertThat(answer().words()).contains("more words narrow it down");
        found = new LogHits(List.of(hit("web-frontend", "a"), hit("web-frontend", "b")), 214, false);
        assertThat(answer().words()).startsWith("At least 2 lines");
    }

    @Test
    void saysWhyNothingCanBeSearched() {
        problem = "The kept logs are in use by another program.";
        assertThat(answer().words()).isEqualTo(problem);
    }

    private PaletteSearch.Answer answer() {
        assertThat(search.entries(SampleStates.rich(), NOW)).isEmpty();
        search.begin("anything", answers::add);
        return answers.getLast();
    }

    private static LogHits.Hit hit(String name, String text) {
        RepositoryId repository = repository(name);
        return new LogHits.Hit(
                new KeptLog(
                        new JobKey(new RunId(repository, 9_000), 7), "CI", 641, "unit-tests", Conclusion.FAILURE,
                        "main",
                        NOW.minus(Duration.ofHours(3))),
                31, text);
    }
}
