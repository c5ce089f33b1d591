package dev.signalbox.provider.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.TeamFile;
import dev.signalbox.port.TeamFileContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.eclipse.jgit.lib.FileMode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshTeamFileTest extends TeamFileContract {

    private final Path folder;

    @AutoClose
    private final SshTeam team;

    private final TeamRepository repository;

    SshTeamFileTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        team = new SshTeam(folder);
        repository = team.repository;
    }

    @Override
    protected TeamFile file() {
        return file(GitSettings.Limits.USUAL);
    }

    private TeamFile file(GitSettings.Limits limits) {
        return TeamSettings.of(team.server().address(), folder).limits(limits).file();
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
        try {
            team.server().close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @ParameterizedTest
    @CsvSource({"ssh-ed25519, 256, id_ed25519", "ecdsa-sha2-nistp521, 521, id_ecdsa", "ssh-rsa, 3072, id_rsa"})
    void takesKeysOfEveryUsualKind(String type, int size, String name) throws Exception {
        commit("version: 1\n", "Ann", "One");
        team.takeOnly(SshGitServer.pair(type, size), name);
        assertThat(file().newest().text()).isEqualTo("version: 1\n");
    }

    @Test
    void asksForTheRepositoryAndForNothingElse() throws Exception {
        commit("version: 1\n", "Ann", "One");
        file().newest();
        assertThat(team.server().commands()).isNotEmpty()
                .allMatch(command -> command.equals("git-upload-pack '/acme/board.git'"));
    }

    @Test
    void aHostThatIsNotKnownIsNotTrustedAndNotWrittenDown() throws Exception {
        commit("version: 1\n", "Ann", "One");
        Files.delete(folder.resolve(".ssh/known_hosts"));
        RemoteProblem problem = problem(file());
        assertThat(problem).isInstanceOf(RemoteProblem.Forbidden.class);
        assertThat(problem.detail()).contains("known_hosts");
        assertThat(folder.resolve(".ssh/known_hosts")).doesNotExist();
        assertThat(team.server().commands()).isEmpty();
    }

    @Test
    void aHostWithAnotherKeyIsNotTrusted() throws Exception {
        commit("version: 1\n", "Ann", "One");
        String other = team.server().knownHost(SshGitServer.pair().getPublic());
        Files.writeString(folder.resolve(".ssh/known_hosts"), other);
        assertThat(problem(file())).isInstanceOf(RemoteProblem.Forbidden.class);
        assertThat(folder.resolve(".ssh/known_hosts")).hasContent(other);
        assertThat(team.server().commands()).isEmpty();
    }

    @Test
    void aKeyThatTheHostDoesNotTakeIsSaid() throws Exception {
        commit("version: 1\n", "Ann", "One");
        Files.writeString(folder.resolve(".ssh/id_ecdsa"), SshGitServer.pem(SshGitServer.pair()));
        assertThat(problem(file())).isInstanceOf(RemoteProblem.Unauthorized.class)
                .asString().contains("takes none of the keys");
        Files.delete(folder.resolve(".ssh/id_ecdsa"));
        assertThat(problem(file())).as("no key at all").isInstanceOf(RemoteProblem.Unauthorized.class);
    }

    @Test
    void whatThePersonsSshConfigurationSaysHasNoEffect() throws Exception {
        commit("version: 1\n", "Ann", "One");
        Files.writeString(folder.resolve(".ssh/config"), """
                Host *
                    HostName 127.0.0.2
                    ProxyCommand touch %s
                    StrictHostKeyChecking no
                """.formatted(folder.resolve("marker")));
        assertThat(file().newest().text()).isEqualTo("version: 1\n");
        assertThat(folder.resolve("marker")).doesNotExist();
    }

    @Test
    void aFetchThatIsTooLargeEnds() throws Exception {
        repository.with("large", FileMode.REGULAR_FILE, noise());
        commit("version: 1\n", "Ann", "One");
        assertThat(problem(file(new GitSettings.Limits(Duration.ofSeconds(20), 100_000, 3_000_000))).detail())
                .startsWith("The repository sent more than");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ssh://git:password@git.example.com/b.git", "ssh://git.example.com/b.git", "ssh://git@-x/b.git",
        "git@git.example.com:-x", "git@git.example.com:../b.git", "git@git.example.com:a/../b.git",
        "git@git.example.com:a b.git", "git@git.example.com:a;b.git", "ssh://git@host:0/b.git", "-x@host:b.git",
        "git@host:$(touch x).git", "git@host:a//b.git"
    })
    void refusesAddressesThatMeanSomethingElseWithoutRepeatingThem(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> GitAddress.parse(address))
                .withMessageContaining("git@git.example.com:acme/board.git")
                .withMessageNotContaining("password");
    }

    private static byte[] noise() {
        byte[] bytes = new byte[300_000];
        RandomGenerator.of("L64X128MixRandom").nextBytes(bytes);
        return bytes;
    }
}
