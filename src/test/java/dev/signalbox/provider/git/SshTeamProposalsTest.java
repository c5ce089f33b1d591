package dev.signalbox.provider.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.port.TeamProposals;
import dev.signalbox.port.TeamProposalsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshTeamProposalsTest extends TeamProposalsContract {

    private final Path folder;

    @AutoClose
    private final SshTeam team;

    private final TeamRepository repository;

    SshTeamProposalsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        team = new SshTeam(folder);
        repository = team.repository;
    }

    @Override
    protected TeamProposals proposals() {
        return proposals(team.server().address());
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
            team.server().close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void pushesWithTheProgramThatSshServersHaveForIt() throws Exception {
        TeamProposals proposals = proposals();
        proposals.sender().send(prepared(proposals, commit(OLD)).push());
        assertThat(team.server().commands()).last().isEqualTo("git-receive-pack '/acme/board.git'");
    }

    @Test
    void anAddressAsPeopleWriteItIsShownAsOne() {
        PlannedRequest remove = proposals("git@git.example.com:acme/board.git")
                .remove("signalbox/board-0a1b2c3d", "0a1b2c3d".repeat(5));
        assertThat(remove.uri()).isEqualTo(URI.create("ssh://git@git.example.com/acme/board.git"));
        assertThat(remove.command()).contains("'git@git.example.com:acme/board.git'");
    }

    private TeamProposals proposals(String address) {
        return TeamSettings.of(address, folder).limits(TeamSettings.PATIENT).proposals();
    }
}
