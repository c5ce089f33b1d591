package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;
import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.state.ConsoleState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The screen of one run says what people at its provider say.
class ProviderWordsTest {

    @ParameterizedTest
    @CsvSource({"GITHUB,Open on GitHub", "GITLAB,Open on GitLab", "KUBERNETES,Open on the web"})
    void thePageIsNamedByWhoShowsIt(Connection.Kind kind, String words) {
        assertThat(card(kind).pageWords()).isEqualTo(words);
    }

    @Test
    void attemptsAreCountedOnlyWhereThereAreAny() {
        assertThat(card(Connection.Kind.GITHUB).sub()).contains("· attempt 1 ·");
        assertThat(card(Connection.Kind.GITLAB).sub()).doesNotContain("attempt");
    }

    @Test
    void whatWasNeverGreenIsAWorkflowOrAPipeline() {
        assertThat(noneGreen(Connection.Kind.GITHUB))
                .isEqualTo("No green run of this workflow on this branch is known.");
        assertThat(noneGreen(Connection.Kind.GITLAB)).isEqualTo("No green pipeline on this branch is known.");
    }

    @Test
    void aJobThatSomebodyHasToStartSaysWhatWaitsForIt() {
        PendingApproval start = new PendingApproval(
                SEARCH_FAILED, new Gate.ManualJob(90), "docs", true, Duration.ZERO, null, List.of(), List.of(), true);
        assertThat(StartOffers.words(state(Connection.Kind.GITLAB), start)).endsWith("The pipeline waits for it.");
        assertThat(StartOffers.words(state(Connection.Kind.GITHUB), start)).endsWith("The run waits for it.");
    }

    @Test
    void noOtherProvidersNameIsOnTheScreen() {
        assertThat(card(Connection.Kind.GITLAB).toString().replace("https://github.com", "").replace(".github", ""))
                .doesNotContain("on GitHub").doesNotContain("Pull request").doesNotContain("workflow");
    }

    private static String noneGreen(Connection.Kind kind) {
        ConsoleState state = state(kind);
        Run run = Objects.requireNonNull(state.run(SEARCH_FAILED).run().value());
        return ChangesRows.of(state, new KnownRuns(state), other(run), NOW).words();
    }

    /// The same on a branch of which nothing is known.
    private static Run other(Run run) {
        return new Run(
                run.id(), run.attempt(), run.workflow(), run.workflowName(), run.workflowPath(), run.number(),
                run.title(), run.event(), run.status(), run.conclusion(), "elsewhere", run.headSha(), run.actor(),
                run.triggeredBy(), run.createdAt(), run.startedAt(), run.updatedAt(), run.page());
    }

    private static RunCard card(Connection.Kind kind) {
        return RunCards.of(state(kind), SEARCH_FAILED, RunChoice.NONE, NOW).orElseThrow();
    }

    private static ConsoleState state(Connection.Kind kind) {
        return RunsFixture.requested(kind);
    }
}
