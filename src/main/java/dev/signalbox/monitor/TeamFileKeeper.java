package dev.signalbox.monitor;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.team.StandIn;
import dev.signalbox.domain.team.TeamBoard;
import dev.signalbox.domain.team.TeamDecision;
import dev.signalbox.domain.team.TeamDecision.Verdict;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.team.TeamStanding.Newer;
import dev.signalbox.domain.team.TeamText;
import dev.signalbox.domain.team.TextDiff;
import dev.signalbox.domain.team.Weakening;
import dev.signalbox.domain.team.Weakenings;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.port.TeamDecisions;
import dev.signalbox.state.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Holds which commit of the team file is in force. A valid one that weakens nothing comes into force by itself; one that
/// weakens something waits for a person's yes on this machine; one that is not valid never does. Whatever is not in force
/// is told beside the one that is. A yes takes effect only once it is written down.
public final class TeamFileKeeper {

    private static final String BY_ITSELF = "the console";

    private final TeamDecisions decisions;
    private final Function<String, TeamBoard> reader;
    private final Consumer<Change> offer;
    private final Consumer<BoardSpec> inForce;
    private final Supplier<@Nullable StandIn> before;
    private final InstantSource clock;
    private final String operator;

    private final TeamPlace place;
    private TeamStanding standing;
    private BoardSpec spec = BoardSpec.EMPTY;
    private @Nullable TeamText waiting;

    /// @param reader understands a file's text
    /// @param offer takes how the team file stands
    /// @param inForce takes the board that is in force, whenever it is another one
    /// @param before the board that holds here until one of the team's is in force; absent where none does
    /// @param operator who answers here, as others see it
    public TeamFileKeeper(
            TeamPlace place,
            TeamDecisions decisions,
            Function<String, TeamBoard> reader,
            Consumer<Change> offer,
            Consumer<BoardSpec> inForce,
            Supplier<@Nullable StandIn> before,
            InstantSource clock,
            String operator) {
        this.place = place;
        this.decisions = decisions;
        this.reader = reader;
        this.offer = offer;
        this.inForce = inForce;
        this.before = before;
        this.clock = clock;
        this.operator = operator;
        standing = TeamStanding.at(place);
    }

    /// Puts into force what was in force when the console last stopped. Reads nothing from outside.
    public synchronized void recall() {
        try {
            decisions.inForce(place).ifPresent(kept -> {
                TeamBoard board = reader.apply(kept.text());
                if (board.isValid()) {
                    force(kept, board.spec(), null);
                } else {
                    tell(standing.beside(new Newer.Refused(kept.commit(), board.problems()), null));
                }
            });
        } catch (JournalFailure lost) {
            // The journal's trouble is told by itself; the repository will be read soon.
        }
        tell(standing);
    }

    /// The board in force; the empty one before the first.
    public synchronized BoardSpec spec() {
        return spec;
    }

    /// Whether none has been in force yet: the first one may just be on its way.
    public synchronized boolean hasNone() {
        return standing.inForce() == null;
    }

    /// What a newer board would protect less than what holds here: the one in force, or that which stands in for the first.
    public synchronized List<Weakening> weakenings(BoardSpec newer) {
        StandIn standIn = hasNone() ? before.get() : null;
        if (standIn == null || standIn.onTop()) {
            return Weakenings.between(spec, newer);
        }
        BoardSpec held = standIn.board();
        return held == null ? List.of(Weakening.OF_UNREAD_STAND_IN) : Weakenings.between(held, newer);
    }

    /// Takes what the repository has now.
    public synchronized void read(TeamText text) {
        Instant now = clock.instant();
        TeamDecision current = standing.inForce();
        if (current != null && current.text().equals(text.text())) {
            waiting = null;
            tell(standing.inForce(current, now));
            return;
        }
        TeamBoard board = reader.apply(text.text());
        if (!board.isValid()) {
            waiting = null;
            tell(standing.beside(new Newer.Refused(text.commit(), board.problems()), now));
            return;
        }
        List<Weakening> weakenings = weakenings(board.spec());
        if (weakenings.isEmpty()) {
            adopt(text, board.spec(), now);
            return;
        }
        waiting = text;
        String last = current == null ? "" : current.text();
        tell(standing.beside(
                new Newer.Proposed(
                        text.commit(), weakenings, TextDiff.of(last, text.text()), isRefusedHere(text), ""),
                now));
    }

    /// The repository could not be read.
    ///
    /// @param again when it is tried again, if it is
    public synchronized void failed(RemoteProblem why, @Nullable Instant again) {
        tell(standing.troubled(why, again));
    }

    /// The branch has no such file.
    ///
    /// @param again when it is looked for again
    public synchronized void missing(RemoteProblem why, Instant again) {
        tell(hasNone() && before.get() != null ? standing.awaiting(why, again) : standing.troubled(why, again));
    }

    /// A person says yes to the commit that waits. Nothing happens when another one waits by now.
    public synchronized void accept(String commit) {
        TeamText text = waiting;
        if (text != null && standing.newer() instanceof Newer.Proposed asked && isOne(asked, text, commit)) {
            List<Weakening> now = weakenings(reader.apply(text.text()).spec());
            if (!now.equals(asked.weakenings())) {
                // What stands in here may be edited meanwhile: a person sees all of it before they say yes.
                tell(standing.beside(
                        new Newer.Proposed(
                                asked.commit(), now, asked.difference(), asked.kept(),
                                "What holds here was changed meanwhile. Look again."),
                        standing.readAt()));
                return;
            }
            TeamDecision yes = decision(text, Verdict.ACCEPTED, operator, asked.weakenings());
            if (isKept(yes, asked)) {
                waiting = null;
                force(yes, reader.apply(text.text()).spec(), standing.readAt());
            }
        }
    }

    /// A person keeps what is in force. The commit is not asked about again, unless somebody opens it.
    public synchronized void keepOld(String commit) {
        TeamText text = waiting;
        if (text != null && standing.newer() instanceof Newer.Proposed asked && isOne(asked, text, commit)
                && isKept(decision(text, Verdict.KEPT_OLD, operator, asked.weakenings()), asked)) {
            tell(standing.beside(answered(asked, true, ""), standing.readAt()));
        }
    }

    private static boolean isOne(Newer.Proposed asked, TeamText text, String commit) {
        return text.commit().id().equals(commit) && asked.commit().id().equals(commit);
    }

    private void adopt(TeamText text, BoardSpec board, Instant now) {
        waiting = null;
        TeamDecision adopted = decision(text, Verdict.ADOPTED, BY_ITSELF, List.of());
        try {
            decisions.keep(adopted);
        } catch (JournalFailure lost) {
            // It weakens nothing, so it holds for now; the next start reads it again.
        }
        force(adopted, board, now);
    }

    private boolean isKept(TeamDecision decision, Newer.Proposed asked) {
        try {
            decisions.keep(decision);
            return true;
        } catch (JournalFailure lost) {
            tell(standing.beside(
                    answered(asked, asked.kept(), "The answer could not be written down, so nothing has changed: "
                            + lost.getMessage()),
                    standing.readAt()));
            return false;
        }
    }

    private boolean isRefusedHere(TeamText text) {
        try {
            return decisions.recent(50).stream()
                    .filter(d -> d.place().equals(place))
                    .takeWhile(d -> !d.verdict().isInForce())
                    .anyMatch(d -> d.commit().id().equals(text.commit().id()));
        } catch (JournalFailure lost) {
            return false;
        }
    }

    private TeamDecision decision(TeamText text, Verdict verdict, String who, List<Weakening> weakenings) {
        return new TeamDecision(
                place, text.commit(), verdict, who, clock.instant(),
                weakenings.stream().map(w -> w.kind() + " " + w.what() + ": " + w.before() + " → " + w.after())
                        .toList(),
                verdict.isInForce() ? text.text() : "");
    }

    private static Newer.Proposed answered(Newer.Proposed asked, boolean kept, String failure) {
        return new Newer.Proposed(asked.commit(), asked.weakenings(), asked.difference(), kept, failure);
    }

    private void force(TeamDecision decision, BoardSpec board, @Nullable Instant readAt) {
        spec = board;
        inForce.accept(board);
        tell(standing.inForce(decision, readAt));
    }

    private void tell(TeamStanding newest) {
        standing = newest;
        offer.accept(new Change.TeamFileChanged(newest));
    }
}
