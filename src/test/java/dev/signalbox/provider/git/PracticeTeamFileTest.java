package dev.signalbox.provider.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.domain.team.TeamHead;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TeamProposals.Prepared;
import dev.signalbox.practice.git.PracticeGit;
import dev.signalbox.practice.http.LoopbackServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console's own client and the practice repository.
class PracticeTeamFileTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String TOKEN = "practice_0123456789abcdef";
    private static final String TEXT = "version: 1\n";

    @TempDir
    Path folder;

    private final AtomicInteger made = new AtomicInteger();
    private final PracticeGit git = new PracticeGit("acme/board", () -> {
        made.incrementAndGet();
        return TEXT;
    }, TOKEN::equals, () -> NOW);
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    @SuppressWarnings("NullAway.Init") // made before each test
    private LoopbackServer server;

    @BeforeEach
    void serve() throws IOException {
        server = LoopbackServer.open(requests).at(git.path(), git).start();
    }

    @AfterEach
    void stop() {
        server.close();
        requests.close();
    }

    @Test
    void theBoardFileIsItsFirstCommit() throws Exception {
        assertThat(made).as("it costs nothing before somebody asks").hasValue(0);
        TeamHead head = proposals(TOKEN).head();
        assertThat(head.text()).isEqualTo(TEXT);
        assertThat(git.head("main")).contains(head.commit());
        assertThat(made).hasValue(1);
    }

    @Test
    void anotherTextIsPushedToABranchAndTheBranchRemoved() throws Exception {
        GitTeamProposals proposals = proposals(TOKEN);
        TeamHead head = proposals.head();
        Prepared prepared = proposals.prepare(
                new TeamProposal(head.commit(), TEXT + "services: []\n", "Say none", "", NOW), "ann");
        assertThat(proposals.branch(prepared.branch())).isEmpty();

        assertThat(proposals.sender().send(prepared.push())).isInstanceOf(SendOutcome.Applied.class);
        assertThat(git.head(prepared.branch())).contains(prepared.commit());
        assertThat(proposals.branch(prepared.branch())).contains(prepared.commit());
        assertThat(git.contains("main", prepared.commit())).isFalse();
        assertThat(git.contains(prepared.branch(), head.commit())).isTrue();
        assertThat(proposals.sender().send(prepared.push())).as("the branch is there")
                .isInstanceOf(SendOutcome.NotApplied.class);

        assertThat(proposals.sender().send(proposals.remove(prepared.branch(), prepared.commit())))
                .isInstanceOf(SendOutcome.Applied.class);
        assertThat(git.head(prepared.branch())).isEmpty();
        assertThat(git.head("main")).contains(head.commit());
    }

    @Test
    void nobodyComesInWithoutTheToken() {
        for (String other : new String[] {"", "practice_other"}) {
            assertThatThrownBy(() -> proposals(other).head()).isInstanceOfSatisfying(
                    RemoteFailure.class,
                    e -> assertThat(e.problem()).isInstanceOf(RemoteProblem.Unauthorized.class));
        }
        assertThat(made).hasValue(0);
    }

    private GitTeamProposals proposals(String token) {
        GitSettings settings = new GitSettings(
                GitAddress.parse(server.address() + git.path()), "main", "board.yaml", token, folder,
                folder.resolve("copy"), GitSettings.Limits.USUAL, GitSettings.Network.USUAL, System::nanoTime);
        return new GitTeamProposals(
                new GitTeamFile(settings), new ConnectionId("team-file"), GitTeamProposals.Author.SIGNED_IN, null);
    }
}
