package dev.signalbox.provider.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.port.TeamProposals;
import dev.signalbox.port.TeamProposalsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshTeamProposalsTest extends TeamProposalsContract {

    private final KeyPair mine = SshGitServer.pair();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private TeamRepository repository;

    @SuppressWarnings("NullAway.Init") // made before each test
    private SshGitServer server;

    @BeforeEach
    void serve() throws IOException {
        repository = new TeamRepository(folder.resolve("server.git"));
        server = new SshGitServer(repository, mine.getPublic());
        Files.createDirectories(folder.resolve(".ssh"));
        Files.writeString(folder.resolve(".ssh/id_ecdsa"), SshGitServer.pem(mine));
        Files.writeString(folder.resolve(".ssh/known_hosts"), server.knownHost(server.hostKey()));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        repository.close();
    }

    @Override
    protected TeamProposals proposals() {
        return proposals(server.address());
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
        try {
            server.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void pushesWithTheProgramThatSshServersHaveForIt() throws Exception {
        TeamProposals proposals = proposals();
        proposals.sender().send(prepared(proposals, commit(OLD)).push());
        assertThat(server.commands()).last().isEqualTo("git-receive-pack '/acme/board.git'");
    }

    @Test
    void anAddressAsPeopleWriteItIsShownAsOne() {
        PlannedRequest remove = proposals("git@git.example.com:acme/board.git")
                .remove("signalbox/board-0a1b2c3d", "0a1b2c3d".repeat(5));
        assertThat(remove.uri()).isEqualTo(URI.create("ssh://git@git.example.com/acme/board.git"));
        assertThat(remove.command()).contains("'git@git.example.com:acme/board.git'");
    }

    private TeamProposals proposals(String address) {
        GitSettings settings = new GitSettings(
                GitAddress.parse(address), "main", "ops/board.yaml", "", folder, folder.resolve("copy"),
                new GitSettings.Limits(Duration.ofMinutes(5), 64L << 20, 3_000_000), GitSettings.Network.USUAL,
                System::nanoTime);
        return new GitTeamProposals(
                new GitTeamFile(settings), new ConnectionId("team-file"), GitTeamProposals.Author.SIGNED_IN, null);
    }
}
