package dev.signalbox.provider.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TeamFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Repositories and servers that mean harm: CVE-2024-32002, CVE-2024-53858 and their kin.
class HostileRepositoryTest {

    private final Path folder;

    @AutoClose
    private final ServedTeam team;

    private final TeamRepository repository;
    private final GitServer server;
    private final AtomicLong time = new AtomicLong();

    HostileRepositoryTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        team = new ServedTeam(folder);
        repository = team.repository;
        server = team.server;
    }

    @Test
    void aSubmoduleIsNeverFetchedAndNothingIsCheckedOut() throws Exception {
        try (GitServer evil = new GitServer(repository)) {
            repository.with(".gitmodules", "[submodule \"x\"]\n path = x\n url = " + evil.address() + "\n")
                    .with("x", FileMode.GITLINK, "1234567890123456789012345678901234567890".getBytes(UTF_8));
            repository.with("ops/board.yaml", "version: 1\n").commit("Ann", "One");
            assertThat(file().newest().text()).isEqualTo("version: 1\n");
            assertThat(evil.requests()).isEmpty();
            assertThat(names()).noneMatch(name -> name.endsWith("board.yaml") || name.contains("gitmodules"));
        }
    }

    @Test
    void nothingIsTidiedUpBehindItsBack() throws Exception {
        try (Repository copy = new BareCopy(folder.resolve("copy")).open()) {
            for (int n = 0; n < 20; n++) {
                copy.autoGC(NullProgressMonitor.INSTANCE);
                assertThat(folder.resolve("copy").resolve("gc.log.lock")).doesNotExist();
            }
        }
    }

    @Test
    void filtersAndAttributesChangeNothing() throws Exception {
        repository.with(".gitattributes", "* filter=lfs diff=lfs merge=lfs eol=crlf text\n")
                .with(".gitconfig", "[core]\n\tfsmonitor = touch marker\n");
        repository.with("ops/board.yaml", "version: 1\n").commit("Ann", "One");
        assertThat(file().newest().text()).isEqualTo("version: 1\n");
        assertThat(names()).noneMatch(name -> name.endsWith("marker"));
    }

    @Test
    void aLinkOrASubmoduleInTheFilesPlaceIsRefused() throws Exception {
        repository.with("ops/board.yaml", FileMode.SYMLINK, "/etc/passwd".getBytes(UTF_8)).commit("Eve", "Link");
        assertThat(problem(file())).isEqualTo(
                new RemoteProblem.Unreadable("ops/board.yaml is not a plain file in the repository."));
        repository.with("ops/board.yaml", FileMode.GITLINK,
                "1234567890123456789012345678901234567890".getBytes(UTF_8)).commit("Eve", "Submodule");
        assertThat(problem(file())).isInstanceOf(RemoteProblem.Unreadable.class);
    }

    @Test
    void aFileThatIsTooLargeOrNoTextIsRefusedWithItsReason() throws Exception {
        repository.with("ops/board.yaml", FileMode.REGULAR_FILE, new byte[3_000_001]).commit("Eve", "Fill");
        assertThat(problem(file()).detail()).isEqualTo("ops/board.yaml is larger than 3 MB.");
        repository.with("ops/board.yaml", FileMode.REGULAR_FILE, new byte[] {(byte) 0xff, 0}).commit("Eve", "Bytes");
        assertThat(problem(file()).detail()).isEqualTo("ops/board.yaml is not UTF-8 text.");
    }

    @Test
    void aFetchThatIsTooLargeEnds() throws Exception {
        repository.with("large", FileMode.REGULAR_FILE, noise(300_000));
        repository.with("ops/board.yaml", "version: 1\n").commit("Ann", "One");
        TeamFile file = file(new GitSettings.Limits(Duration.ofSeconds(20), 100_000, 3_000_000));
        assertThat(problem(file).detail()).startsWith("The repository sent more than");
        assertThat(file().newest().text()).as("a larger limit lets it through").isEqualTo("version: 1\n");
    }

    @Test
    void aServerThatDripsIsLeftWhenTheTimeIsOver() throws Exception {
        repository.with("ops/board.yaml", "version: 1\n").commit("Ann", "One");
        server.play(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-advertisement");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("001e# service=git-upload-pack\n".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            // From here on each look at the clock shows that the time is over.
            time.set(Duration.ofHours(1).toNanos());
            exchange.getResponseBody().write("0000".getBytes(UTF_8));
            return true;
        });
        assertThat(problem(file()).detail()).isEqualTo("The repository took too long to answer.");
    }

    @Test
    void whatIsNoGitServerIsNotUnderstood() throws Exception {
        repository.with("ops/board.yaml", "version: 1\n").commit("Ann", "One");
        server.play(exchange -> {
            GitServer.send(exchange, "text/html", "<html>Sign in, token=glpat-canary</html>".getBytes(UTF_8));
            return true;
        });
        RemoteProblem problem = problem(file());
        assertThat(problem).isInstanceOf(RemoteProblem.Unreadable.class);
        assertThat(problem.detail()).doesNotContain("canary");
    }

    @Test
    void aCommitThatIsTooLargeToReadIsAProblemAndNoEnd() throws Exception {
        ObjectId tree = lies(Constants.OBJ_TREE, new byte[0]);
        ObjectId commit = lies(Constants.OBJ_COMMIT, commit(tree, "x".repeat(60_000_000)));
        leads(commit);
        assertThat(problem(file())).isEqualTo(new RemoteProblem.Unreadable(
                "The repository holds something that cannot be read, such as a commit of many megabytes."));
        assertThat(folder.resolve("copy")).as("nothing of it stays").doesNotExist();
    }

    @Test
    void aTreeOfDamagedBytesIsAProblemAndNoEnd() throws Exception {
        ObjectId tree = lies(Constants.OBJ_TREE, "100644 ops".getBytes(UTF_8));
        leads(lies(Constants.OBJ_COMMIT, commit(tree, "One")));
        assertThat(problem(file())).isInstanceOf(RemoteProblem.Unreadable.class);
    }

    private static byte[] commit(ObjectId tree, String message) {
        return ("tree " + tree.name() + "\nauthor Eve <e@example.test> 1700000000 +0000\n"
                + "committer Eve <e@example.test> 1700000000 +0000\n\n" + message).getBytes(UTF_8);
    }

    /// Puts an object as it is into the copy, as if it had been fetched: our own server would not send it.
    private ObjectId lies(int type, byte[] bytes) throws IOException {
        try (Repository copy = new BareCopy(folder.resolve("copy")).open();
                ObjectInserter inserter = copy.newObjectInserter()) {
            ObjectId id = inserter.insert(type, bytes);
            inserter.flush();
            return id;
        }
    }

    /// Has the server say that this is the branch's head, which the copy knows already.
    private void leads(ObjectId head) throws IOException {
        Path ref = folder.resolve("copy").resolve("refs").resolve("team").resolve("head");
        Files.createDirectories(Objects.requireNonNull(ref.getParent()));
        Files.writeString(ref, head.name() + "\n");
        String line = head.name() + " refs/heads/main\0side-band-64k shallow\n";
        String answer = "001e# service=git-upload-pack\n0000"
                + String.format(Locale.ROOT, "%04x", line.length() + 4) + line + "0000";
        server.play(exchange -> {
            GitServer.send(exchange, "application/x-git-upload-pack-advertisement", answer.getBytes(UTF_8));
            return true;
        });
    }

    private TeamFile file() {
        return file(GitSettings.Limits.USUAL);
    }

    private TeamFile file(GitSettings.Limits limits) {
        return TeamSettings.of(server.address(), folder).limits(limits).ticker(time::get).file();
    }

    private static RemoteProblem problem(TeamFile file) {
        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, file::newest);
        assertThat(failure).as("it fails").isNotNull();
        return failure.problem();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("copy"))) {
            return all.map(Path::toString).toList();
        }
    }

    /// Bytes that cannot be packed smaller.
    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        RandomGenerator.of("L64X128MixRandom").nextBytes(bytes);
        return bytes;
    }
}
