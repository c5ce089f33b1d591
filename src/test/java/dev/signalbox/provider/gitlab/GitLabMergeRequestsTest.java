package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.ChangeRequest;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.port.ChangeRequestsContract;
import dev.signalbox.port.CiServer;
import dev.signalbox.port.RemoteFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabMergeRequestsTest extends ChangeRequestsContract {

    @Override
    protected CiServer start() {
        return new GitLabFixture();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "refs/merge-requests/12/head", "refs/merge-requests/12/merge", "refs/merge-requests/12/train",
    })
    void asksForTheOneThatTheRefNames(String ref) throws RemoteFailure {
        try (GitLabWire wire = new GitLabWire()) {
            wire.get("merge_requests/12", """
                    {"iid":12,"title":"Fix","state":"opened","author":{"username":"ada"},"web_url":"javascript:x"}""");
            assertThat(wire.provider().changeRequests().of(on(ref, "a".repeat(40))))
                    .containsExactly(new ChangeRequest(12, "Fix", "ada", ChangeRequest.State.OPEN, null, null));
            assertThat(wire.targets()).containsExactly("merge_requests/12");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "refs/merge-requests/12/../13", "refs/merge-requests/x/head", "feature/refs/merge-requests/12/head",
    })
    void asksForTheCommitsWhereTheRefOnlyLooksLikeOne(String ref) throws RemoteFailure {
        try (GitLabWire wire = new GitLabWire()) {
            String target = "repository/commits/" + "a".repeat(40) + "/merge_requests?per_page=100";
            wire.get(target, "[{\"iid\":3,\"state\":\"odd\"},{\"title\":\"no number\"}]");
            assertThat(wire.provider().changeRequests().of(on(ref, "a".repeat(40))))
                    .containsExactly(new ChangeRequest(3, "", "", ChangeRequest.State.UNKNOWN, null, null));
            assertThat(wire.targets()).containsExactly(target);
        }
    }

    private static Run on(String ref, String sha) {
        return new Run(
                GitLabWire.RUN, 1, 0, "Pipeline", ".gitlab-ci.yml", 5, "Fix", "merge_request_event",
                RunStatus.COMPLETED, Conclusion.SUCCESS, ref, sha, "ada", "ada", null, null, null, null);
    }
}
