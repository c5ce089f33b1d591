package dev.signalbox.provider.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;

/// A team's repository with an ssh server before it, and a home whose key that server takes; all a test's own.
final class SshTeam implements AutoCloseable {

    final TeamRepository repository;
    private final Path ssh;
    private SshGitServer server;

    /// @param folder of the test's own: home, and the repository in it
    SshTeam(Path folder) throws IOException {
        repository = new TeamRepository(folder.resolve("server.git"));
        ssh = Files.createDirectories(folder.resolve(".ssh"));
        KeyPair mine = SshGitServer.pair();
        server = new SshGitServer(repository, mine.getPublic());
        Files.writeString(ssh.resolve("id_ecdsa"), SshGitServer.pem(mine));
        know();
    }

    SshGitServer server() {
        return server;
    }

    /// Has a server in the first one's place that takes this key only, which lies in the home under a name of its kind.
    void takeOnly(KeyPair other, String name) throws IOException {
        Files.delete(ssh.resolve("id_ecdsa"));
        Files.writeString(ssh.resolve(name), SshGitServer.pem(other));
        server.close();
        server = new SshGitServer(repository, other.getPublic());
        know();
    }

    private void know() throws IOException {
        Files.writeString(ssh.resolve("known_hosts"), server.knownHost(server.hostKey()));
    }

    @Override
    public void close() throws IOException {
        server.close();
        repository.close();
    }
}
