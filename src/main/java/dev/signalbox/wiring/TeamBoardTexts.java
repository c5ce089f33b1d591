package dev.signalbox.wiring;

import dev.signalbox.domain.team.TeamBoard;
import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamHead;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.team.Weakening;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TeamProposals;
import dev.signalbox.ui.editor.BoardTexts;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The team file in the editor: read from its repository each time. Where that cannot be used, what is in force here is the
/// text to begin with.
///
/// @param files the team file that there is by then
/// @param proposals the way to propose a change, once the repository is connected
/// @param standing how the team file stands now
/// @param own this machine's board file, with which a branch without the file begins; empty where there is none
record TeamBoardTexts(
        Supplier<@Nullable TeamFiles> files, Supplier<@Nullable TeamProposals> proposals,
        Supplier<TeamStanding> standing, Supplier<String> own) implements BoardTexts {

    @Override
    public String name() {
        return "the team file";
    }

    @Override
    public boolean isThere() {
        return files.get() != null;
    }

    @Override
    public Opened open() {
        TeamFiles team = files.get();
        TeamProposals repository = proposals.get();
        TeamDecision inForce = standing.get().inForce();
        String last = inForce == null ? "" : plain(inForce.text());
        if (team == null || repository == null) {
            return new Opened(
                    "", last, last,
                    "The team file's repository is not connected, so nothing can be proposed now. You see"
                            + " what is in force.",
                    new Way.Look());
        }
        TeamPlace place = team.place();
        String where = place.path() + " on " + place.branch() + " of " + place.repository();
        try {
            TeamHead head = repository.head();
            return head.missing() && last.isEmpty()
                    ? first(head, place, where)
                    : opened(team, head, place, where, last);
        } catch (RemoteFailure unread) {
            return new Opened(
                    where, last, last,
                    unread.problem().detail() + " Nothing can be proposed now. You see what is in force.",
                    new Way.Look());
        }
    }

    private Opened first(TeamHead head, TeamPlace place, String where) {
        String text = own.get();
        return new Opened(
                where, "", text, head.whyNot() + (text.isEmpty()
                        ? " Write the first version."
                        : " You begin with this machine's board."),
                new Way.Propose(place, head.commit()));
    }

    private static Opened opened(TeamFiles team, TeamHead head, TeamPlace place, String where, String last) {
        Way way = new Way.Propose(place, head.commit());
        String text = head.text();
        if (text == null) {
            return new Opened(
                    where, "", last, "What is on " + place.branch() + " cannot be used: " + head.whyNot()
                            + " You begin with the last version that was in force.",
                    way);
        }
        TeamBoard board = team.understood(text);
        if (!board.isValid() && !last.isEmpty()) {
            return new Opened(
                    where, plain(text), last, "What is on " + place.branch() + " is not valid: "
                            + board.problems().getFirst() + ". You begin with the last version that was in force.",
                    way);
        }
        String ends = text.indexOf('\r') < 0 ? "" : "Its lines end as on Windows; a change ends all of them plainly.";
        return new Opened(where, plain(text), plain(text), ends, way);
    }

    @Override
    public Checked check(String text) {
        TeamFiles team = files.get();
        if (team == null) {
            return new Checked(List.of(), List.of());
        }
        TeamBoard board = team.understood(text);
        return new Checked(
                board.problems().stream().map(Problem::of).toList(),
                board.isValid()
                        ? team.weakenings(board.spec()).stream().map(Weakening::sentence).toList()
                        : List.of());
    }

    @Override
    public String save(String before, String text) {
        return "The team file is proposed, not saved.";
    }

    /// With line ends as the editor has them.
    static String plain(String text) {
        return text.replace("\r\n", "\n");
    }
}
