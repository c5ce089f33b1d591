package dev.signalbox.ui.results;

import static dev.signalbox.ui.results.SampleResults.NOW;
import static dev.signalbox.ui.results.SampleResults.REPORTS;
import static dev.signalbox.ui.results.SampleResults.listed;
import static dev.signalbox.ui.results.SampleResults.news;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.domain.ci.ArtifactSave;
import dev.signalbox.domain.ci.ArtifactSave.Stage;
import dev.signalbox.domain.ci.AttemptTimes;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.ResultNews;
import dev.signalbox.state.RunResults;
import dev.signalbox.testing.SampleRuns;
import dev.signalbox.ui.results.ArtifactRow.Offer;
import dev.signalbox.ui.widget.Mark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArtifactRowsTest {

    private static final ArtifactSave WISH =
            ArtifactSave.wanted(REPORTS, Path.of("/home/ada"), ArtifactSave.Form.FILES);

    private static final AttemptTimes ONE = new AttemptTimes(1, Map.of());

    @Test
    void tellsOfWhichAttemptAnArtifactIsOnlyWhenThereAreMore() {
        AttemptTimes two = new AttemptTimes(2, Map.of(2, NOW.minusSeconds(30)));
        assertThat(ArtifactRows.of(results(List.of(listed(REPORTS))), two, NOW).getFirst().words())
                .isEqualTo("48.2 kB · kept for 90 d · of attempt 1");
        AttemptTimes unknown = new AttemptTimes(2, Map.of());
        assertThat(ArtifactRows.of(results(List.of(listed(SampleResults.OLD))), unknown, NOW).getFirst().words())
                .isEqualTo("no longer kept · of attempt 1 or 2");
        assertThat(rows(listed(REPORTS)).getFirst().words()).doesNotContain("attempt");
    }

    @Test
    void tellsSizeAndHowLongAnArtifactIsKept() {
        ArtifactRow row = rows(listed(REPORTS)).getFirst();
        assertThat(row.name()).isEqualTo("junit-results");
        assertThat(row.words()).isEqualTo("48.2 kB · kept for 90 d");
        assertThat(row.offer()).isEqualTo(Offer.SAVE);
    }

    @Test
    void offersNothingForWhatIsNoLongerKept() {
        Artifact late = new Artifact(SampleRuns.SEARCH_FAILED, 1, "late", 1, false, NOW, NOW.minusSeconds(1), null);
        assertThat(rows(listed(SampleResults.OLD, late))).allSatisfy(row -> {
            assertThat(row.words()).isEqualTo("no longer kept");
            assertThat(row.offer()).isEqualTo(Offer.NOTHING);
        });
        assertThat(rows(listed(SampleResults.OLD)).getFirst().name()).isEqualTo("coverage‹U+202E›");
    }

    @Test
    void namesANamelessArtifactByItsNumber() {
        Artifact nameless = new Artifact(SampleRuns.SEARCH_FAILED, 17, " ", 5, false, null, null, null);
        assertThat(rows(listed(nameless)).getFirst().name()).isEqualTo("artifact 17");
        assertThat(rows(listed(nameless)).getFirst().words()).isEqualTo("5 B");
    }

    @Test
    void followsASaving() {
        assertThat(saving(WISH)).extracting(ArtifactRow::words, ArtifactRow::mark, ArtifactRow::offer)
                .containsExactly("waits for its turn", Mark.QUEUED, Offer.STOP);
        assertThat(saving(WISH, WISH.at(Stage.FETCHING, 24_000)).words()).isEqualTo("fetching, 24.0 kB of 48.2 kB");
        assertThat(saving(WISH, WISH.at(Stage.UNPACKING, 812)).words()).isEqualTo("writing, 812 B");
        assertThat(saving(WISH, WISH.done(Path.of("/home/ada/artifact-820401"))))
                .extracting(ArtifactRow::words, ArtifactRow::mark, ArtifactRow::offer)
                .containsExactly("saved as /home/ada/artifact-820401", Mark.GOOD, Offer.SAVE);
        assertThat(saving(WISH, WISH.failed("The disk is full\u202e")))
                .extracting(ArtifactRow::words, ArtifactRow::mark, ArtifactRow::offer)
                .containsExactly("not saved: The disk is full‹U+202E›", Mark.BAD, Offer.SAVE);
        assertThat(saving(WISH, WISH.stopped()).words()).isEqualTo("stopped, nothing was kept");
    }

    @Test
    void saysWhatThereIsInPlaceOfArtifacts() {
        assertThat(words()).isEqualTo("Reading the artifacts…");
        assertThat(words(listed())).isEqualTo("No artifacts were left.");
        assertThat(words(listed(REPORTS))).isEmpty();
        Change down = news(new ResultNews.ArtifactsRead(
                new Answer.Bad<>(new RemoteProblem.ServerFault("no answer", 502), NOW)));
        assertThat(words(listed(REPORTS), down)).contains("could not be read").contains("502");
        assertThat(rows(listed(REPORTS), down)).hasSize(1);
    }

    private static ArtifactRow saving(ArtifactSave... saves) {
        List<Change> changes = new ArrayList<>(List.of(listed(REPORTS)));
        for (ArtifactSave save : saves) {
            changes.add(news(new ResultNews.Saving(save)));
        }
        return ArtifactRows.of(results(changes), ONE, NOW).getFirst();
    }

    private static List<ArtifactRow> rows(Change... changes) {
        return ArtifactRows.of(results(List.of(changes)), ONE, NOW);
    }

    private static String words(Change... changes) {
        return ArtifactRows.words(results(List.of(changes)), NOW);
    }

    private static RunResults results(List<Change> changes) {
        return new Reducer().apply(ConsoleState.EMPTY, changes).results(SampleRuns.SEARCH_FAILED);
    }
}
