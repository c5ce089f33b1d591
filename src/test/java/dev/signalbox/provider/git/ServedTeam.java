package dev.signalbox.provider.git;

import java.io.IOException;
import java.nio.file.Path;

/// A team's repository with a server before it, both a test's own.
final class ServedTeam implements AutoCloseable {

    final TeamRepository repository;
    final GitServer server;

    /// @param folder of the test's own; the repository lies in it
    ServedTeam(Path folder) throws IOException {
        repository = new TeamRepository(folder.resolve("server.git"));
        server = new GitServer(repository);
    }

    @Override
    public void close() {
        server.close();
        repository.close();
    }
}
