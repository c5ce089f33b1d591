package dev.signalbox.ui.board;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.Release;
import dev.signalbox.domain.ci.Release.Stage;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseRowsTest {

    private static final URI PAGE = URI.create("https://ci.example.com/releases/1");
    private static final Instant TWO_DAYS_AGO = NOON.minus(Duration.ofDays(2));

    private final Workload workload = Workloads.crashing(BoardStates.PRODUCTION);
    private final String running =
            Objects.requireNonNull(workload.image().orElseThrow().tag());
    private final BoardStates board = new BoardStates().running(workload);

    @Test
    void tellsTagNameAgeAndAuthor() {
        read(release("v20", "Spring cleaning", "ada", Stage.PUBLISHED, TWO_DAYS_AGO));

        assertThat(rows()).containsExactly(new DrawerRow.ReleaseRow(
                "v20", "Spring cleaning · 2 d ago by ada", PAGE, false,
                "Release v20, Spring cleaning, 2 d ago by ada, 18 November 2026"));
    }

    @Test
    void marksTheOneThatRuns() {
        read(release("v9", "", "", Stage.PUBLISHED, NOON), release(running, "", "", Stage.PUBLISHED, NOON));

        assertThat(rows()).extracting(DrawerRow.ReleaseRow::running).containsExactly(false, true);
        assertThat(rows().getLast().spoken()).endsWith(", runs here");
        assertThat(ReleaseRows.of(BoardStates.SERVICE, null, board.state(), NOON).rows())
                .as("nothing is known to run").noneMatch(DrawerRow.ReleaseRow::running);
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISHED, '2 d ago by ada'", "EARLY, 'pre-release, 2 d ago by ada'", "DRAFT, 'draft, 2 d ago by ada'",
        "UPCOMING, 'upcoming, 2 d ago by ada'"
    })
    void tellsHowFarItCame(Stage stage, String words) {
        read(release("v20", "v20", "ada", stage, TWO_DAYS_AGO));

        assertThat(rows().getFirst().words()).isEqualTo(words);
    }

    @Test
    void tellsWhenOneIsStillToCome() {
        read(release("v3", "", "", Stage.UPCOMING, NOON.plus(Duration.ofDays(3))));

        assertThat(rows().getFirst().words()).isEqualTo("upcoming, in 3 d");
    }

    @Test
    void doesWithoutWhatIsNotTold() {
        read(release("v20", "", "", Stage.PUBLISHED, null), release("v1", "", "ada", Stage.PUBLISHED, null));

        assertThat(rows()).extracting(DrawerRow.ReleaseRow::words).containsExactly("published", "by ada");
        assertThat(rows().getFirst().spoken()).isEqualTo("Release v20, published");
    }

    @Test
    void showsTheNewestFive() {
        read(IntStream.range(0, 20)
                .mapToObj(i -> release("v" + i, "", "ada", Stage.PUBLISHED, NOON))
                .toArray(Release[]::new));

        assertThat(rows()).extracting(DrawerRow.ReleaseRow::tag).containsExactly("v0", "v1", "v2", "v3", "v4");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(releases().note()).isEqualTo("being read");
        read();
        assertThat(releases().note()).isEqualTo("none published");
        assertThat(releases().of()).as("is to be read").isEqualTo(CHECKOUT);
    }

    @Test
    void keepsTheLastGoodValueBesideAProblem() {
        read(release("v20", "", "ada", Stage.PUBLISHED, TWO_DAYS_AGO));
        fails(new RemoteProblem.ServerFault("Bad gateway.", 502));

        assertThat(rows()).hasSize(1);
        assertThat(releases().note()).endsWith("Shown as of just now.");
    }

    @Test
    void tellsAProblemWhereNothingWasReadYet() {
        fails(new RemoteProblem.Forbidden("No.", null));

        assertThat(rows()).isEmpty();
        assertThat(releases().note()).isNotBlank().doesNotContain("Shown as of");
    }

    @Test
    void aServiceWithoutARepositoryHasNone() {
        ServiceSpec plain = new ServiceSpec("queue", "Shop", null, null, null, List.of(), false);

        assertThat(ReleaseRows.of(plain, workload, board.state(), NOON)).isEqualTo(DrawerRow.Releases.NONE);
        assertThat(ReleaseRows.running(plain, workload, board.state(), NOON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "file:///etc/passwd", "javascript:alert(1)", "http://example.com/x", "https://a@example.com/x", "smb://x/y"
    })
    void opensNothingButPagesOfTheWeb(String page) {
        board.with(new Change.ReleasesRead(CHECKOUT, new Answer.Good<>(
                List.of(new Release("v1", "", "", Stage.PUBLISHED, NOON, URI.create(page))), NOON)));

        assertThat(rows().getFirst().page()).isNull();
    }

    @Test
    void hostileTextIsShownForWhatItIsAndCut() {
        String evil = "a\u202eb\u0007<b>" + "x".repeat(10_000);
        read(release(evil, evil, evil, Stage.PUBLISHED, TWO_DAYS_AGO));
        DrawerRow.ReleaseRow row = rows().getFirst();

        assertThat(row.tag() + row.words() + row.spoken())
                .doesNotContain("\u202e").doesNotContain("\u0007").hasSizeLessThan(1_000);
    }

    @Test
    void aTagThatOnlyLooksLikeTheOneThatRunsIsAnother() {
        read(release(running + "\u200b", "", "", Stage.PUBLISHED, NOON));

        assertThat(rows().getFirst().running()).isFalse();
    }

    @Test
    void theDrawerNamesTheReleaseThatRuns() {
        assertThat(facts()).doesNotContain("Release");
        read(release(running, "Spring cleaning", "ada", Stage.PUBLISHED, TWO_DAYS_AGO));

        assertThat(facts()).startsWith("Running", "Release");
        assertThat(drawer().facts().get(1).value()).isEqualTo("Spring cleaning, 2 d ago by ada");
        assertThat(drawer().releases()).isEqualTo(releases());
    }

    @Test
    void onlyAnOpenDrawerAsksForReleases() {
        BoardPage page = BoardPage.EMPTY;

        assertThat(Sight.of(page, java.util.Set.of(), null).releases()).isEmpty();
        assertThat(Sight.of(page, java.util.Set.of(), drawer()).releases()).containsExactly(CHECKOUT);
    }

    private DrawerRow drawer() {
        ConsoleState state = board.state();
        CellRow cell = CellRows.of(BoardStates.SERVICE, "production", state, NOON);
        return DrawerRows.of(BoardStates.SERVICE, cell, 0, state, NOON);
    }

    private List<String> facts() {
        return drawer().facts().stream().map(DrawerRow.Fact::label).toList();
    }

    private DrawerRow.Releases releases() {
        return ReleaseRows.of(BoardStates.SERVICE, workload, board.state(), NOON);
    }

    private List<DrawerRow.ReleaseRow> rows() {
        return releases().rows();
    }

    private void read(Release... releases) {
        board.with(new Change.ReleasesRead(CHECKOUT, new Answer.Good<>(Arrays.asList(releases), NOON)));
    }

    private void fails(RemoteProblem problem) {
        board.with(new Change.ReleasesRead(CHECKOUT, new Answer.Bad<>(problem, NOON)));
    }

    private static Release release(String tag, String name, String author, Stage stage, @Nullable Instant at) {
        return new Release(tag, name, author, stage, at, PAGE);
    }
}
