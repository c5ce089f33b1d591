package dev.signalbox.provider.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TeamProposals;
import dev.signalbox.port.TeamProposals.Prepared;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushRequestsTest {

    private static final ConnectionId ID = new ConnectionId("team-file");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Path folder;

    @AutoClose
    private final ServedTeam team;

    private final TeamRepository repository;
    private final GitServer server;

    PushRequestsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        team = new ServedTeam(folder);
        repository = team.repository;
        server = team.server;
    }

    @Test
    void whatIsShownIsWhatIsSent() throws Exception {
        String first = commit();
        Prepared prepared = prepare(proposals(), first);
        PlannedRequest push = prepared.push();
        assertThat(push.method()).isEqualTo("PUSH");
        assertThat(push.uri()).isEqualTo(URI.create(server.address()));
        assertThat(push.body()).contains(
                "\"branch\":\"" + prepared.branch() + "\"", "\"from\":\"" + "0".repeat(40) + "\"",
                "\"to\":\"" + prepared.commit() + "\"", "\"parent\":\"" + first + "\"",
                "\"message\":\"List no services\\n\\nThey moved.\\n\"", "\"path\":\"ops/board.yaml\"");
        assertThat(push.command()).contains(
                "push", "--force-with-lease=refs/heads/" + prepared.branch() + ": ", "'" + server.address() + "'",
                prepared.commit() + ":refs/heads/" + prepared.branch());
    }

    @Test
    void nothingInWhatIsShownHidesOrTurnsWhatIsRead() throws Exception {
        TeamProposals proposals = proposals();
        String head = commit();
        proposals.head();
        Prepared prepared = proposals.prepare(new TeamProposal(
                head, "version: 1\nservices: []\n", "List no \u202esecivres", "They\u200b moved, Zoë.", NOON), "ann");

        assertThat(prepared.push().body()).contains("List no \\u202esecivres", "They\\u200b moved, Zoë.");
        assertThat(proposals.sender().send(prepared.push())).isInstanceOf(SendOutcome.Applied.class);
    }

    @Test
    void sendsNothingThatItDidNotCompose() throws Exception {
        TeamProposals proposals = proposals();
        Prepared prepared = prepare(proposals, commit());
        PlannedRequest good = prepared.push();
        int before = server.requests().size();
        List<PlannedRequest> bad = List.of(
                with(good, good.body().replace(prepared.branch(), "main")),
                with(good, good.body().replace(prepared.branch(), "signalbox/board-../x")),
                with(good, good.body().replace("\"from\":\"" + "0".repeat(40), "\"from\":\"" + "1".repeat(40))),
                with(good, good.body().replace(prepared.commit(), "0".repeat(40))),
                with(good, good.body().replace(prepared.commit(), "HEAD")),
                with(good, "{"),
                new PlannedRequest(new ConnectionId("other"), "PUSH", good.uri(), "", good.body(), ""),
                new PlannedRequest(ID, "POST", good.uri(), "", good.body(), ""),
                new PlannedRequest(ID, "PUSH", URI.create("https://evil.example/b.git"), "", good.body(), ""));
        for (PlannedRequest one : bad) {
            assertThat(proposals.sender().send(one)).as(one.toString()).isInstanceOf(SendOutcome.NotApplied.class);
        }
        assertThat(server.requests()).hasSize(before);
    }

    @Test
    void aCopyThatWasThrownAwayMeanwhileIsNoReasonToPushAnythingElse() throws Exception {
        TeamProposals proposals = proposals();
        Prepared prepared = prepare(proposals, commit());
        new BareCopy(folder.resolve("copy")).throwAway();
        assertThat(proposals.sender().send(prepared.push())).isInstanceOfSatisfying(
                SendOutcome.NotApplied.class,
                refused -> assertThat(refused.problem()).isInstanceOf(RemoteProblem.Conflict.class));
        assertThat(repository.pushed()).isEmpty();
    }

    @Test
    void noHookOfTheCopyRuns() throws Exception {
        TeamProposals proposals = proposals();
        Prepared prepared = prepare(proposals, commit());
        Path hooks = Files.createDirectories(folder.resolve("copy/hooks"));
        for (String name : List.of("pre-push", "pre-commit", "post-commit", "commit-msg")) {
            Path hook = Files.writeString(hooks.resolve(name), "#!/bin/sh\ntouch '" + folder.resolve("ran") + "'\n");
            assertThat(hook.toFile().setExecutable(true)).isTrue();
        }
        assertThat(proposals.sender().send(prepared.push())).isInstanceOf(SendOutcome.Applied.class);
        proposals.prepare(proposal(prepared.commit()), "ann");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    private static PlannedRequest with(PlannedRequest request, String body) {
        return new PlannedRequest(
                request.connection(), request.method(), request.uri(), request.contentType(), body,
                request.command());
    }

    private String commit() throws IOException {
        return repository.with("ops/board.yaml", "version: 1\n").commit("Ann", "Describe the board");
    }

    private static Prepared prepare(TeamProposals proposals, String head) throws RemoteFailure {
        proposals.head();
        return proposals.prepare(proposal(head), "ann");
    }

    private static TeamProposal proposal(String head) {
        return new TeamProposal(head, "version: 1\nservices: []\n", "List no services", "They moved.", NOON);
    }

    private TeamProposals proposals() {
        return TeamSettings.of(server.address(), folder).limits(TeamSettings.PATIENT).proposals();
    }
}
