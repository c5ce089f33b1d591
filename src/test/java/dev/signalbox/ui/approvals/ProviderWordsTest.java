package dev.signalbox.ui.approvals;

import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;
import static dev.signalbox.ui.approvals.Decisions.environment;
import static dev.signalbox.ui.approvals.Decisions.production;
import static dev.signalbox.ui.approvals.Decisions.run;
import static dev.signalbox.ui.approvals.Decisions.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.state.Change;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A decision is told in the words of the provider that asks for it.
class ProviderWordsTest {

    private static final Change GITLAB = new Change.ConnectionAdded(
            Connection.fresh(GITHUB, Connection.Kind.GITLAB, "https://gitlab.example.com").live(NOON));

    @Test
    void aDecisionAtGitLabIsAboutAPipeline() {
        ApprovalCard card = Decisions.ofRelease().and(GITLAB).card();

        assertThat(card.run()).startsWith("pipeline #641 · main");
        assertThat(card.open()).isEqualTo("Open the pipeline");
        assertThat(card.jobsHeading()).isEqualTo("What the pipeline has shown · 0 good");
        assertThat(card.promise()).isEqualTo(
                "You decide on exactly 4be02d1, for production."
                        + " If the pipeline moves before the request leaves, nothing is sent.");
    }

    @Test
    void aDecisionAtGitHubIsAboutARun() {
        ApprovalCard card = Decisions.ofRelease().as("ada").card();

        assertThat(card.run()).startsWith("run #641 · main");
        assertThat(card.open()).isEqualTo("Open the run");
        assertThat(card.promise()).startsWith("You decide on exactly 4be02d1, attempt 1, for production.");
    }

    @Test
    void whoMayNotDecideOnTheirOwnHearsWhatTheyStarted() {
        Decisions mine = Decisions.ofRelease().run(run(1, "main", "a".repeat(40), "x", 641))
                .pending(production(false, user("grace")))
                .guarded(environment(true, false, Duration.ZERO));

        assertThat(mine.card().blocked()).endsWith("or you started the run yourself.");
        assertThat(mine.and(GITLAB).card().blocked()).endsWith("or you started the pipeline yourself.");
    }
}
