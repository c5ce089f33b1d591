package dev.signalbox.testing;

import static dev.signalbox.testing.SampleStates.NOW;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.domain.team.TeamProposal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change of the team file that was proposed.
public final class SampleProposals {

    /// Where its request is opened.
    public static final ConnectionId CI = new ConnectionId("ci");

    private static final String BRANCH = "signalbox/board-1a2b3c4d";
    private static final String COMMIT = "1a2b3c4d".repeat(5);

    private SampleProposals() {}

    /// Done, so that others can look through it.
    ///
    /// @param number of the request; 0 where none was seen
    /// @param page of the request, as its server told it
    public static ActionRecord done(long number, @Nullable String page) {
        return SampleActions.record(
                plan(number, page), Phase.DONE, "Done.", 60, Duration.ofSeconds(3), Fate.VERIFIED, Fate.VERIFIED);
    }

    /// As the sheet shows it, and afterwards the journal.
    public static Plan plan(long number, @Nullable String page) {
        Intent intent = new Intent.ProposeTeamFile(
                SampleTeam.PLACE, new TeamProposal(COMMIT, "version: 1\n", "List search", "", NOW), List.of());
        URI address = URI.create("https://ci.example/acme/board.git");
        return new Plan(
                new PlanId("proposal"), intent, "Propose “List search”", "board.yaml · main", "", new Guard.Press(),
                List.of(),
                List.of(
                        new PlanStep(
                                "Push the branch " + BRANCH + " with one commit",
                                new PlannedRequest(
                                        new ConnectionId("team"), "PUSH", address, "application/json",
                                        "{\"branch\":\"" + BRANCH + "\"}", "git push " + address + " " + BRANCH),
                                new Expectation.BranchIs(SampleTeam.PLACE, BRANCH, COMMIT), "The branch is there.",
                                false),
                        new PlanStep(
                                "Open a pull request into main",
                                new PlannedRequest(
                                        CI, "POST", URI.create("https://ci.example/repos/acme/board/pulls"),
                                        "application/json", "{\"head\":\"" + BRANCH + "\"}", "curl -X POST"),
                                new Expectation.RequestOpens(
                                        new RepositoryId(CI, "acme", "board"), BRANCH, number,
                                        page == null ? null : URI.create(page)),
                                "A pull request is open.", false)),
                new Undo.ByIntent(
                        "Close the request and remove the branch",
                        new Intent.WithdrawProposal(SampleTeam.PLACE, BRANCH, COMMIT)),
                List.of("+   - name: search"), List.of(), "propose:" + COMMIT, NOW);
    }
}
