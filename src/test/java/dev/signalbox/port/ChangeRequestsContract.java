package dev.signalbox.port;

import static dev.signalbox.port.CiSamples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.ChangeRequest.State;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What [ChangeRequests] must do.
public abstract class ChangeRequestsContract extends CiContract {

    @Override
    protected Object read(CiServer server) throws RemoteFailure {
        return server.provider().changeRequests().of(run(CiSamples.SHA));
    }

    @Test
    void tellsWhatACommitCameWithNewestFirst() throws RemoteFailure {
        ChangeRequest old = request(7, "Fix\u202e the checkout", State.CLOSED, null);
        ChangeRequest merged = request(9_007_199_254_740_993L, "Tune", State.MERGED, T0);
        ChangeRequest open = request(12, "Try again", State.OPEN, null);
        server().changeRequests(run(CiSamples.SHA), List.of(old, merged, open));
        assertThat(of(CiSamples.SHA)).containsExactly(merged, open, safe(old));
    }

    @Test
    void tellsThatACommitCameWithNone() throws RemoteFailure {
        server().changeRequests(run(CiSamples.SHA), List.of());
        assertThat(of(CiSamples.SHA)).isEmpty();
        assertThat(server().requests()).hasSize(1);
    }

    @Test
    void handsOutOnlyPagesOfTheWeb() throws RemoteFailure {
        ChangeRequest evil = new ChangeRequest(
                1, "x", "ada", State.OPEN, null, URI.create("file:///etc/passwd"));
        server().changeRequests(run(CiSamples.SHA), List.of(evil));
        assertThat(of(CiSamples.SHA)).singleElement().extracting(ChangeRequest::page).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../user", "main", "abc?x=1", "a..b"})
    void asksNobodyAboutWhatIsNoCommit(String sha) throws RemoteFailure {
        assertThat(of(sha)).isEmpty();
        assertThat(server().requests()).isEmpty();
    }

    private List<ChangeRequest> of(String sha) throws RemoteFailure {
        return server().provider().changeRequests().of(run(sha));
    }

    private Run run(String sha) {
        return run(server(), sha);
    }

    private static Run run(CiServer server, String sha) {
        Run run = CiSamples.run(server.repository(), 7, RunStatus.COMPLETED, Conclusion.SUCCESS);
        return new Run(
                run.id(), run.attempt(), run.workflow(), run.workflowName(), run.workflowPath(), run.number(),
                run.title(), run.event(), run.status(), run.conclusion(), run.branch(), sha, run.actor(),
                run.triggeredBy(), run.createdAt(), run.startedAt(), run.updatedAt(), run.page());
    }

    private static ChangeRequest request(long number, String title, State state, @Nullable Instant merged) {
        return new ChangeRequest(
                number, title, "ada", state, merged, URI.create("https://ci.example.com/changes/" + number));
    }

    private static ChangeRequest safe(ChangeRequest sent) {
        return new ChangeRequest(
                sent.number(), sent.title().replace("\u202e", "‹U+202E›"), sent.author(), sent.state(),
                sent.mergedAt(), sent.page());
    }
}
