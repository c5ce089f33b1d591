package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.monitor.FakeTeamDecisions;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was in force of the team's, at a start at which the configuration is another one.
class TeamFileRecallTest {

    private static final ConsoleConfig.TeamRepository TEAM = new ConsoleConfig.TeamRepository(
            "https://git.example.com/acme/board.git", "main", "board.yaml", Duration.ofMinutes(2), null, null, null);
    private static final String TEXT = """
            version: 1
            read-only: [prod-eu]
            services:
              - {name: checkout, repository: acme/checkout}
            """;

    @AutoClose
    private final Threads threads = new Threads();

    @Test
    void withoutAnyAccountWhatTheTeamProtectsStaysProtected(@TempDir Path folder) throws Exception {
        FakeTeamDecisions decisions = new FakeTeamDecisions();
        decisions.keep(new TeamDecision(
                new TeamPlace(TEAM.repository(), TEAM.branch(), TEAM.path()),
                new TeamCommit("9bd00b7", "Ann", Instant.EPOCH, "Protect it"), TeamDecision.Verdict.ACCEPTED,
                "kim", Instant.EPOCH, List.of(), TEXT));
        ConsoleConfig bare = new ConsoleConfig(List.of(), List.of(), null);
        List<BoardSpec> inForce = new ArrayList<>();

        TeamFiles recalled = TeamFiles.recall(
                Machine.here(), threads, Folders.below(folder),
                new ConsoleConfig(bare.accounts(), bare.clusters(), null, bare.memory(), bare.reports(), TEAM),
                decisions, new Store(new Reducer(), Runnable::run), inForce::add, () -> null,
                proposals -> {}).orElseThrow();

        assertThat(recalled.spec().protection().readOnly()).containsExactly("prod-eu");
        assertThat(recalled.spec().services()).extracting(ServiceSpec::name).containsExactly("checkout");
        assertThat(inForce).containsExactly(recalled.spec());
    }
}
