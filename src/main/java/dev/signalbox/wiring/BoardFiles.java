package dev.signalbox.wiring;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.Protection;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.port.TeamDecisions;
import dev.signalbox.port.TeamProposals;
import dev.signalbox.ui.editor.BoardTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The files that describe the board of a running console: the team's, and this machine's own.
final class BoardFiles {

    private final TeamDecisions decisions;
    private final Map<ConnectionId, TeamProposals> proposals = new ConcurrentHashMap<>();
    private volatile @Nullable TeamFiles team;
    private volatile @Nullable BoardWatch own;

    /// @param decisions what was decided about team files before
    BoardFiles(TeamDecisions decisions) {
        this.decisions = decisions;
    }

    /// What was decided about team files here.
    TeamDecisions decisions() {
        return decisions;
    }

    void take(Optional<TeamFiles> files) {
        team = files.orElse(null);
    }

    void take(BoardWatch watch) {
        own = watch;
    }

    /// The team file's repository can be asked from now on.
    void connect(TeamProposals repository) {
        proposals.put(Tokens.TEAM, repository);
    }

    /// Absent where the configuration names none.
    @Nullable
    TeamFiles team() {
        return team;
    }

    /// What the team's board in force protects.
    Protection protection() {
        TeamFiles shared = team;
        return shared == null ? Protection.NONE : shared.spec().protection();
    }

    /// Reads the team file again soon.
    void again() {
        TeamFiles shared = team;
        if (shared != null) {
            shared.again();
        }
    }

    /// Where changes of the team file are proposed; empty until it is connected.
    Map<ConnectionId, TeamProposals> proposals() {
        return proposals;
    }

    /// Both as they are edited, the team's first.
    List<BoardTexts> texts(Supplier<TeamStanding> standing) {
        OwnBoardTexts mine = new OwnBoardTexts(() -> own);
        return List.of(
                new TeamBoardTexts(this::team, () -> proposals.get(Tokens.TEAM), standing, () -> mine.open().text()),
                mine);
    }
}
