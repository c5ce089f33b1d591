package dev.signalbox.provider.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.plan.SendOutcome;
import dev.signalbox.domain.team.TeamHead;
import dev.signalbox.domain.team.TeamProposal;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TeamProposals;
import dev.signalbox.port.TeamProposals.Prepared;
import dev.signalbox.port.TeamProposalsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitTeamProposalsTest extends TeamProposalsContract {

    private static final String SECRET = "glpat-canary0123456789abcdef";

    private final Path folder;

    @AutoClose
    private final ServedTeam team;

    private final TeamRepository repository;
    private final GitServer server;

    GitTeamProposalsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        team = new ServedTeam(folder);
        repository = team.repository;
        server = team.server;
    }

    @Override
    protected TeamProposals proposals() {
        return proposals("", "ops/board.yaml", GitTeamProposals.Author.SIGNED_IN);
    }

    @Override
    protected String commit(String text) throws IOException {
        return repository.with("ops/board.yaml", text).commit("Ann", "Describe the board");
    }

    @Override
    protected @Nullable String head(String branch) throws IOException {
        return repository.head(branch);
    }

    @Override
    protected String text(String branch) throws IOException {
        return repository.text(branch, "ops/board.yaml");
    }

    @Override
    protected void refuse(String reason) {
        repository.refuse(reason);
    }

    @Override
    protected void vanish() {
        server.close();
    }

    @Test
    void theCommitSaysWhoAndWhyAndFollowsOnTheOneThatWasRead() throws Exception {
        String first = commit(OLD);
        Prepared prepared = sent(proposals(), first);
        RevCommit made = repository.newest(prepared.branch());
        assertThat(made.getFullMessage()).isEqualTo("List no services\n\nThey moved.\n");
        assertThat(made.getAuthorIdent().getName()).isEqualTo("ann");
        assertThat(made.getAuthorIdent().getEmailAddress()).isEqualTo("ann@users.noreply.127.0.0.1");
        assertThat(made.getAuthorIdent().getWhenAsInstant()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(made.getCommitterIdent()).isEqualTo(made.getAuthorIdent());
        assertThat(made.getParents()).singleElement().satisfies(p -> assertThat(p.getName()).isEqualTo(first));
    }

    @Test
    void theAuthorOfTheConfigurationComesFirst() throws Exception {
        Prepared prepared = sent(
                proposals("", "ops/board.yaml", new GitTeamProposals.Author("Ann Archer", "ann@example.test")),
                commit(OLD));
        assertThat(repository.newest(prepared.branch()).getAuthorIdent().toExternalString())
                .startsWith("Ann Archer <ann@example.test> ");
    }

    @Test
    void whatElseLiesInTheRepositoryIsTakenOverUntouched() throws Exception {
        repository.with("README.md", "Read me")
                .with("ops/zeta.yaml", "z")
                .with("ops.txt", FileMode.EXECUTABLE_FILE, "x".getBytes(StandardCharsets.UTF_8))
                .with("link", FileMode.SYMLINK, "../../etc/passwd".getBytes(StandardCharsets.UTF_8))
                .with("module", FileMode.GITLINK, "a".repeat(40).getBytes(StandardCharsets.US_ASCII));
        Prepared prepared = sent(proposals(), commit(OLD));
        assertThat(without(repository.tree(prepared.branch()))).isEqualTo(without(repository.tree("main")));
        assertThat(repository.tree(prepared.branch())).hasSameSizeAs(repository.tree("main"))
                .isNotEqualTo(repository.tree("main"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"board.yaml", "ops/deep/er/board.yaml", "ops/a.yaml", "ops-board", "zzz/board.yaml"})
    void aFileThatIsNotThereYetIsAddedWhereItBelongs(String path) throws Exception {
        repository.with("ops/b.yaml", "b").with("ops.a", "a").with("ops0", "0");
        Prepared prepared = sent(proposals("", path, GitTeamProposals.Author.SIGNED_IN), commit(OLD));
        // The server checks each object that it takes, and with it the order of a tree.
        assertThat(repository.text(prepared.branch(), path)).isEqualTo(NEW);
        assertThat(repository.tree(prepared.branch())).hasSize(repository.tree("main").size() + 1);
    }

    @Test
    void aBranchWithoutTheFileIsToldFromOneThatCannotBeRead() throws Exception {
        repository.with("README.md", "Read me");
        String head = commit(OLD);
        assertThat(proposals("", "ops/none.yaml", GitTeamProposals.Author.SIGNED_IN).head()).isEqualTo(
                new TeamHead(head, null, "The branch main has no file ops/none.yaml.", true));
    }

    @Test
    void whatIsNoPlainFileIsNotReplaced() throws Exception {
        repository.with("ops/board.yaml", FileMode.SYMLINK, "elsewhere".getBytes(StandardCharsets.UTF_8));
        String head = repository.commit("Eve", "Lead elsewhere");
        TeamProposals proposals = proposals();
        assertThat(proposals.head()).isEqualTo(
                new TeamHead(head, null, "ops/board.yaml is not a plain file in the repository.", false));
        assertThat(catchThrowableOfType(
                RemoteFailure.class, () -> proposals.prepare(proposal(head), "ann")).problem().detail())
                .contains("not a plain file");
        TeamProposals inside = proposals("", "ops/board.yaml/x", GitTeamProposals.Author.SIGNED_IN);
        inside.head();
        assertThat(catchThrowableOfType(
                RemoteFailure.class, () -> inside.prepare(proposal(head), "ann")).problem().detail())
                .contains("not a plain file");
    }

    @Test
    void aTextThatCannotBeReadLeavesTheHeadKnown() throws Exception {
        repository.with("ops/board.yaml", FileMode.REGULAR_FILE, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        String head = repository.commit("Eve", "Break it");
        assertThat(proposals().head()).isEqualTo(new TeamHead(head, null, "ops/board.yaml is not UTF-8 text.", false));
        Prepared prepared = sent(proposals(), head);
        assertThat(text(prepared.branch())).isEqualTo(NEW);
    }

    @Test
    void somebodyWhoIsFasterKeepsTheBranch() throws Exception {
        String first = commit(OLD);
        TeamProposals proposals = proposals();
        Prepared prepared = prepared(proposals, first);
        repository.beforePush(() -> {
            try {
                repository.with("x", "y").commit(prepared.branch(), "Eve", "Be there first");
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
        assertThat(proposals.sender().send(prepared.push())).isInstanceOf(SendOutcome.NotApplied.class);
        assertThat(head(prepared.branch())).isNotEqualTo(prepared.commit());
    }

    @Test
    void aLostAnswerIsUnknown() throws Exception {
        TeamProposals proposals = proposals();
        Prepared prepared = prepared(proposals, commit(OLD));
        server.play(exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(502, -1);
                return true;
            }
            return false;
        });
        assertThat(proposals.sender().send(prepared.push())).isInstanceOf(SendOutcome.Unknown.class);
    }

    @Test
    void aTokenThatMayOnlyReadIsToldSoBeforeAnythingIsSent() throws Exception {
        TeamProposals proposals = proposals(SECRET, "ops/board.yaml", GitTeamProposals.Author.SIGNED_IN);
        Prepared prepared = prepared(proposals, commit(OLD));
        server.play(exchange -> {
            if (exchange.getRequestURI().toString().contains("git-receive-pack")) {
                exchange.sendResponseHeaders(403, -1);
                return true;
            }
            return false;
        });
        assertThat(proposals.sender().send(prepared.push())).isEqualTo(new SendOutcome.NotApplied(
                new RemoteProblem.Forbidden("You may not write to the repository of the team file.", null)));
    }

    @Test
    void theTokenGoesWithAPushAsWithARead() throws Exception {
        server.want(SECRET);
        TeamProposals proposals = proposals(SECRET, "ops/board.yaml", GitTeamProposals.Author.SIGNED_IN);
        Prepared prepared = prepared(proposals, commit(OLD));
        assertThat(proposals.sender().send(prepared.push())).isInstanceOf(SendOutcome.Applied.class);
        assertThat(prepared.push().toString() + prepared.push().command()).doesNotContain("canary");
        server.want("another");
        assertThat(proposals.sender().send(prepared.push())).isInstanceOfSatisfying(
                SendOutcome.NotApplied.class,
                refused -> assertThat(refused.problem()).isInstanceOf(RemoteProblem.Unauthorized.class));
    }

    @Test
    void aTextThatIsTooLargeIsNotTaken() throws Exception {
        String head = commit(OLD);
        TeamProposals proposals = proposals();
        proposals.head();
        TeamProposal large = new TeamProposal(head, "x".repeat(3_000_001), "Much", "", NOON);
        assertThat(catchThrowableOfType(
                RemoteFailure.class, () -> proposals.prepare(large, "ann")).problem().detail())
                .isEqualTo("The text is larger than 3 MB.");
    }

    @Test
    void onlyTheNewObjectsGoOverTheWire() throws Exception {
        for (int i = 0; i < 60; i++) {
            repository.with("README.md", "line " + i).commit("Zoe", "Talk");
        }
        String head = commit(OLD);
        Prepared prepared = sent(proposals(), head);
        assertThat(head(prepared.branch())).isEqualTo(prepared.commit());
        // Two trees, a blob and a commit; the shallow copy's other objects are there already.
        try (Stream<Path> all = Files.walk(folder.resolve("server.git/objects"))) {
            assertThat(all.filter(f -> f.toString().endsWith(".pack")).mapToLong(f -> f.toFile().length()).sum())
                    .isLessThan(4_000);
        }
    }

    private Prepared sent(TeamProposals proposals, String head) throws RemoteFailure {
        Prepared prepared = prepared(proposals, head);
        assertThat(proposals.sender().send(prepared.push())).isInstanceOf(SendOutcome.Applied.class);
        return prepared;
    }

    private static List<String> without(List<String> tree) {
        return tree.stream().filter(line -> !line.endsWith("/board.yaml")).toList();
    }

    private TeamProposals proposals(String token, String path, GitTeamProposals.Author author) {
        return TeamSettings.of(server.address(), folder)
                .token(token)
                .path(path)
                .limits(TeamSettings.PATIENT)
                .proposals(author);
    }
}
