package dev.signalbox.provider.git;

import dev.signalbox.domain.ConnectionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Settings of a test: what it does not say is as usual.
///
/// @param folder of the test's own: home, and the copy below it
record TeamSettings(
        String address, Path folder, String path, String token, GitSettings.Limits limits,
        GitSettings.Network network, LongSupplier ticker) {

    /// Pushing takes its time on a machine that has much to do.
    static final GitSettings.Limits PATIENT = new GitSettings.Limits(Duration.ofMinutes(5), 64L << 20, 3_000_000);

    static TeamSettings of(String address, Path folder) {
        return new TeamSettings(
                address, folder, "ops/board.yaml", "", GitSettings.Limits.USUAL, GitSettings.Network.USUAL,
                System::nanoTime);
    }

    TeamSettings path(String other) {
        return new TeamSettings(address, folder, other, token, limits, network, ticker);
    }

    TeamSettings token(String other) {
        return new TeamSettings(address, folder, path, other, limits, network, ticker);
    }

    TeamSettings limits(GitSettings.Limits other) {
        return new TeamSettings(address, folder, path, token, other, network, ticker);
    }

    TeamSettings network(GitSettings.Network other) {
        return new TeamSettings(address, folder, path, token, limits, other, ticker);
    }

    TeamSettings ticker(LongSupplier other) {
        return new TeamSettings(address, folder, path, token, limits, network, other);
    }

    GitSettings settings() {
        return new GitSettings(
                GitAddress.parse(address), "main", path, token, folder, folder.resolve("copy"), limits, network,
                ticker);
    }

    GitTeamFile file() {
        return new GitTeamFile(settings());
    }

    GitTeamProposals proposals(GitTeamProposals.Author author) {
        return new GitTeamProposals(file(), new ConnectionId("team-file"), author, null);
    }

    GitTeamProposals proposals() {
        return proposals(GitTeamProposals.Author.SIGNED_IN);
    }
}
