package dev.signalbox.provider.git;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.port.TeamProposals;
import dev.signalbox.port.TeamProposals.Prepared;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that lie, lead elsewhere, flood and dawdle while something is pushed.
class HostilePushTest {

    private static final String SECRET = "glpat-canary0123456789abcdef";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Path folder;

    @AutoClose
    private final ServedTeam team;

    private final TeamRepository repository;
    private final GitServer server;
    private final AtomicLong time = new AtomicLong();

    HostilePushTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        team = new ServedTeam(folder);
        repository = team.repository;
        server = team.server;
    }

    @Test
    void aPushThatIsLedElsewhereGoesNowhere() throws Exception {
        Prepared prepared = prepared(1 << 20);
        try (GitServer other = new GitServer(repository)) {
            server.want(SECRET);
            server.play(exchange -> {
                exchange.getResponseHeaders().add(
                        "Location", other.address() + "/info/refs?service=git-receive-pack");
                exchange.sendResponseHeaders(302, -1);
                return true;
            });
            assertThat(send(prepared, 1 << 20)).isInstanceOf(SendOutcome.NotApplied.class);
            assertThat(other.requests()).isEmpty();
            assertThat(other.credentials()).isEmpty();
        }
        assertThat(repository.pushed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Please sign in</html>", "0000", "zzzz", "001e# service=git-receive-pack\n0000"})
    void anAnswerThatIsNoneIsNoPermissionToSend(String answer) throws Exception {
        Prepared prepared = prepared(1 << 20);
        server.play(exchange -> isPush(exchange)
                && said(exchange, "application/x-git-receive-pack-advertisement", answer));
        assertThat(send(prepared, 1 << 20)).isInstanceOf(SendOutcome.NotApplied.class);
        assertThat(repository.pushed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Please sign in</html>", "0000", "000eunpack ok\n0000", "zzzz"})
    void aReportThatTellsNothingLeavesItUnknown(String answer) throws Exception {
        Prepared prepared = prepared(1 << 20);
        server.play(exchange -> exchange.getRequestMethod().equals("POST")
                && said(exchange, "application/x-git-receive-pack-result", answer));
        assertThat(send(prepared, 1 << 20)).isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void aFloodEnds() throws Exception {
        Prepared prepared = prepared(1 << 20);
        server.play(exchange -> {
            if (!isPush(exchange)) {
                return false;
            }
            exchange.getResponseHeaders().add("Content-Type", "application/x-git-receive-pack-advertisement");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write("001f# service=git-receive-pack\n0000".getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 100_000; i++) {
                    out.write((String.format(Locale.ROOT, "003e%040x refs/heads/%05d\n", i + 1, i % 100_000))
                            .getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException gone) {
                // As it should be: nobody listens any more.
            }
            return true;
        });
        assertThat(send(prepared, 200_000)).isInstanceOfSatisfying(
                SendOutcome.NotApplied.class,
                refused -> assertThat(refused.problem().detail()).contains("sent more than"));
    }

    @Test
    void aServerThatDawdlesIsLeftBeforeAnythingIsSent() throws Exception {
        Prepared prepared = prepared(1 << 20);
        server.play(exchange -> {
            time.addAndGet(Duration.ofMinutes(6).toNanos());
            return false;
        });
        assertThat(send(prepared, 1 << 20)).isInstanceOfSatisfying(
                SendOutcome.NotApplied.class,
                refused -> assertThat(refused.problem().detail()).contains("took too long"));
        assertThat(repository.pushed()).isEmpty();
    }

    @Test
    void whatTheServerSaysIsMadeSafeAndShort() throws Exception {
        Prepared prepared = prepared(1 << 20);
        repository.refuse("no\u202e \u001b[31m" + "x".repeat(900));
        assertThat(send(prepared, 1 << 20)).isInstanceOfSatisfying(SendOutcome.NotApplied.class, refused -> {
            assertThat(refused.problem()).isInstanceOf(RemoteProblem.Rejected.class);
            assertThat(refused.problem().detail()).hasSizeLessThan(400).doesNotContain("\u202e", "\u001b");
        });
    }

    @Test
    void aBranchThatTheServerOnlyClaimsToHaveIsRespected() throws Exception {
        Prepared prepared = prepared(1 << 20);
        repository.with("x", "y").commit(prepared.branch(), "Eve", "Be there first");
        assertThat(send(prepared, 1 << 20)).isEqualTo(new SendOutcome.NotApplied(new RemoteProblem.Conflict(
                "The branch is not where it was any more, so nothing was pushed.")));
        assertThat(repository.pushed()).as("not even asked for").isEmpty();
    }

    private static boolean isPush(HttpExchange exchange) {
        return exchange.getRequestURI().toString().contains("service=git-receive-pack");
    }

    private static boolean said(HttpExchange exchange, String type, String answer) throws IOException {
        exchange.getRequestBody().readAllBytes();
        GitServer.send(exchange, type, answer.getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    private SendOutcome send(Prepared prepared, long most) {
        return proposals(most).sender().send(prepared.push());
    }

    private Prepared prepared(long most) throws Exception {
        String head = repository.with("ops/board.yaml", "version: 1\n").commit("Ann", "Describe the board");
        TeamProposals proposals = proposals(most);
        proposals.head();
        return proposals.prepare(new TeamProposal(head, "version: 1\nservices: []\n", "List none", "", NOON), "ann");
    }

    private TeamProposals proposals(long most) {
        return TeamSettings.of(server.address(), folder)
                .token(SECRET)
                .limits(new GitSettings.Limits(Duration.ofMinutes(5), most, 3_000_000))
                .ticker(time::get)
                .proposals();
    }
}
