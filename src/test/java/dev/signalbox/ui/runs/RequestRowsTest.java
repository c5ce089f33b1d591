package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;
import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.ChangeRequest.State;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.SampleStates;
import java.net.URI;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RequestRowsTest {

    private static final URI PAGE = URI.create("https://gitlab.example.com/acme/search/-/merge_requests/12");
    private static final ChangeRequest MERGED =
            new ChangeRequest(12, "Tune ranking", "dev-1", State.MERGED, NOW.minusSeconds(7_200), PAGE);

    @Test
    void saysNothingWhereThereIsNoneAndWhereNobodyHasLooked() {
        assertThat(card(SampleStates.rich()).present()).isFalse();
        assertThat(card(RunsFixture.requested(Connection.Kind.GITHUB)).present()).isFalse();
    }

    @Test
    void speaksAsTheProviderDoes() {
        RequestsCard gitlab = card(RunsFixture.requested(Connection.Kind.GITLAB, MERGED));
        assertThat(gitlab.heading()).isEqualTo("Merge request");
        assertThat(gitlab.lines()).containsExactly(new RequestsCard.Line(
                "!12", "Tune ranking", "dev-1 · merged 2 h ago", PAGE,
                "Merge request !12, Tune ranking, dev-1 · merged 2 h ago"));
        RequestsCard github = card(RunsFixture.requested(Connection.Kind.GITHUB, MERGED, MERGED));
        assertThat(github.heading()).isEqualTo("Pull requests");
        assertThat(github.lines().getFirst().reference()).isEqualTo("#12");
    }

    @Test
    void tellsHowFarEachCame() {
        assertThat(detail(State.OPEN)).isEqualTo("dev-1 · open");
        assertThat(detail(State.MERGED)).isEqualTo("dev-1 · merged");
        assertThat(detail(State.CLOSED)).isEqualTo("dev-1 · closed without merging");
        assertThat(detail(State.UNKNOWN)).isEqualTo("dev-1 · state unknown");
    }

    @Test
    void makesRemoteTextSafeAndOpensOnlyPagesThatMayBeOpened() {
        ChangeRequest evil = new ChangeRequest(
                3, "A\u202Eb\nc", "", State.OPEN, null, URI.create("file:///bin/sh"));
        RequestsCard.Line line = card(RunsFixture.requested(Connection.Kind.GITHUB, evil)).lines().getFirst();
        assertThat(line.title()).contains("‹U+202E›").doesNotContain("\n").doesNotContain("\u202E");
        assertThat(line.detail()).isEqualTo("open");
        assertThat(line.page()).isNull();
    }

    @Test
    void keepsTheLinesBesideTheReasonWhyTheyAreNotNew() {
        ConsoleState troubled = RunsFixture.with(
                RunsFixture.requested(Connection.Kind.GITLAB, MERGED),
                new Change.ChangeRequestsRead(SEARCH_FAILED, new Answer.Bad<>(
                        new RemoteProblem.Forbidden("more is needed", "pull_requests"), NOW)));
        assertThat(card(troubled).lines()).hasSize(1);
        assertThat(card(troubled).words()).contains("lacks “pull_requests”");
        assertThat(card(troubled).present()).isTrue();
    }

    @Test
    void saysHowManyMoreThereAre() {
        ChangeRequest[] many = Collections.nCopies(14, MERGED).toArray(ChangeRequest[]::new);
        RequestsCard card = card(RunsFixture.requested(Connection.Kind.GITHUB, many));
        assertThat(card.lines()).hasSize(10);
        assertThat(card.words()).isEqualTo("And 4 more.");
    }

    private static String detail(State state) {
        return card(RunsFixture.requested(
                Connection.Kind.GITHUB, new ChangeRequest(1, "x", "dev-1", state, null, null)))
                .lines().getFirst().detail();
    }

    private static RequestsCard card(ConsoleState state) {
        Run run = Objects.requireNonNull(state.run(SEARCH_FAILED).run().value());
        return RequestRows.of(state, run, NOW);
    }
}
