package dev.signalbox.provider.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.TeamFile;
import dev.signalbox.port.TeamFileContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTeamFileTest extends TeamFileContract {

    private static final String SECRET = "glpat-canary0123456789abcdef";

    private final Path folder;

    @AutoClose
    private final ServedTeam team;

    private final TeamRepository repository;
    private final GitServer server;
    private final AtomicLong time = new AtomicLong();

    GitTeamFileTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        team = new ServedTeam(folder);
        repository = team.repository;
        server = team.server;
    }

    @Override
    protected TeamFile file() {
        return file("", GitSettings.Limits.USUAL);
    }

    @Override
    protected String commit(String text, String author, String subject) throws IOException {
        return repository.with("ops/board.yaml", text).commit(author, subject);
    }

    @Override
    protected void commitElsewhere(String author) throws IOException {
        repository.with("README.md", author).commit(author, "Write something else");
    }

    @Override
    protected void remove() throws IOException {
        repository.without("ops/board.yaml").with("README.md", "gone").commit("Ann", "Remove it");
    }

    @Override
    protected void vanish() {
        server.close();
    }

    @Test
    void anUnchangedBranchIsAskedForAndNothingIsFetched() throws Exception {
        commit("version: 1\n", "Ann", "One");
        TeamFile file = file();
        file.newest();
        int before = server.requests().size();
        file.newest();
        assertThat(server.requests().subList(before, server.requests().size()))
                .singleElement().asString().startsWith("GET /acme/board.git/info/refs");
    }

    @Test
    void aSecondStartReadsFromTheSameCopy() throws Exception {
        commit("version: 1\n", "Ann", "One");
        file().newest();
        int before = server.requests().size();
        assertThat(file().newest().text()).isEqualTo("version: 1\n");
        assertThat(server.requests()).hasSize(before + 1);
    }

    @Test
    void aForcedPushIsFollowed() throws Exception {
        String first = commit("version: 1\n", "Ann", "One");
        commit("version: 1\nservices: []\n", "Bea", "Two");
        TeamFile file = file();
        file.newest();
        repository.rewind("main");
        assertThat(file.newest().commit().id()).isEqualTo(first);
    }

    @Test
    void whoChangedTheFileLongAgoIsNotGuessed() throws Exception {
        commit("version: 1\n", "Ann", "One");
        for (int i = 0; i < 60; i++) {
            repository.with("README.md", "line " + i).commit("Zoe", "Talk");
        }
        var text = file().newest();
        assertThat(text.text()).isEqualTo("version: 1\n");
        assertThat(text.commit().author()).isEmpty();
        assertThat(text.commit().subject()).isEmpty();
    }

    @Test
    void aTokenGoesOutOnlyWhenItIsAskedFor() throws Exception {
        commit("version: 1\n", "Ann", "One");
        file(SECRET, GitSettings.Limits.USUAL).newest();
        assertThat(server.credentials()).isEmpty();
        server.want(SECRET);
        commit("version: 1\nservices: []\n", "Ann", "Two");
        assertThat(file(SECRET, GitSettings.Limits.USUAL).newest().text()).contains("services");
        assertThat(server.credentials()).isNotEmpty();
    }

    @Test
    void aWrongTokenIsTriedOnceAndNotRepeatedInWords() throws Exception {
        commit("version: 1\n", "Ann", "One");
        server.want("another-token");
        RemoteProblem problem = problem(file(SECRET, GitSettings.Limits.USUAL));
        assertThat(problem).isInstanceOf(RemoteProblem.Unauthorized.class);
        assertThat(problem.toString()).contains("refused the token").doesNotContain("canary");
        assertThat(server.credentials().stream().distinct()).hasSize(1);
        assertThat(server.credentials().size()).isLessThanOrEqualTo(2);
    }

    @Test
    void aRepositoryThatWantsATokenSaysSo() throws Exception {
        commit("version: 1\n", "Ann", "One");
        server.want(SECRET);
        assertThat(problem(file())).isEqualTo(
                new RemoteProblem.Unauthorized("The repository of the team file wants a token."));
    }

    @Test
    void aRedirectIsNotFollowedAndTheOtherServerSeesNothing() throws Exception {
        commit("version: 1\n", "Ann", "One");
        try (GitServer other = new GitServer(repository)) {
            server.want(SECRET);
            server.play(exchange -> {
                if (exchange.getRequestHeaders().containsKey("Authorization")) {
                    exchange.getResponseHeaders().add(
                            "Location", other.address() + "/info/refs?service=git-upload-pack");
                    exchange.sendResponseHeaders(302, -1);
                    return true;
                }
                return false;
            });
            assertThat(problem(file(SECRET, GitSettings.Limits.USUAL))).isInstanceOf(RemoteProblem.Rejected.class);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void aRepositoryOrABranchThatIsNotThereIsNotFound() throws Exception {
        assertThat(problem(file())).as("an empty repository")
                .isEqualTo(new RemoteProblem.NotFound("The repository has no branch main."));
        server.play(exchange -> {
            exchange.sendResponseHeaders(404, -1);
            return true;
        });
        assertThat(problem(file()).detail()).startsWith("There is no repository at http://127.0.0.1");
    }

    @Test
    void aFailingServerIsNoNewsAboutTheFile() throws Exception {
        commit("version: 1\n", "Ann", "One");
        TeamFile file = file();
        file.newest();
        server.play(exchange -> {
            exchange.sendResponseHeaders(503, -1);
            return true;
        });
        assertThat(problem(file)).isNotInstanceOf(RemoteProblem.NotFound.class);
        server.play(null);
        assertThat(file.newest().text()).isEqualTo("version: 1\n");
    }

    @Test
    void aDamagedCopyIsMadeAnew() throws Exception {
        commit("version: 1\n", "Ann", "One");
        TeamFile file = file();
        file.newest();
        try (Stream<Path> all = Files.walk(folder.resolve("copy"))) {
            for (Path pack : all.filter(f -> f.toString().endsWith(".pack")).toList()) {
                Files.delete(pack);
            }
        }
        TeamFile next = file();
        RemoteProblem problem = problem(next);
        assertThat(problem.detail()).contains("damaged");
        assertThat(next.newest().text()).isEqualTo("version: 1\n");
    }

    @Test
    void theAddressInWordsHoldsNoToken() {
        GitSettings settings = settings(SECRET, GitSettings.Limits.USUAL);
        assertThat(settings.toString()).contains("127.0.0.1").doesNotContain("canary");
        assertThat(settings.place().repository()).isEqualTo(server.address());
    }

    private TeamFile file(String token, GitSettings.Limits limits) {
        return new GitTeamFile(settings(token, limits));
    }

    private GitSettings settings(String token, GitSettings.Limits limits) {
        return TeamSettings.of(server.address(), folder).token(token).limits(limits).ticker(time::get).settings();
    }
}
