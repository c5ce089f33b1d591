package dev.signalbox.history;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.LastChange;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.plan.ActionRecord.StepRecord;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamProposal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Actions with one of everything that can be written down.
final class SampleActions {

    static final Instant NOON = Instant.parse("2026-11-02T12:00:00.123456789Z");
    static final WorkloadKey CHECKOUT =
            new WorkloadKey(new ConnectionId("prod-eu"), "shop", WorkloadKind.DEPLOYMENT, "checkout");
    private static final RepositoryId REPOSITORY = new RepositoryId(new ConnectionId("github"), "acme", "checkout");
    private static final RunId RUN = new RunId(REPOSITORY, 9_007_199_254_740_993L);

    private static final TeamPlace TEAM = new TeamPlace("git@git.example.com:acme/board.git", "main", "board.yaml");

    private SampleActions() {}

    static List<Intent> intents() {
        return List.of(
                new Intent.TriggerRun(REPOSITORY, 7, "Build", "main", Map.of("level", "\"quoted\"\n\u202e")),
                new Intent.RerunRun(RUN, 1, new Intent.RerunRun.Scope.All(), true),
                new Intent.RerunRun(RUN, 1, new Intent.RerunRun.Scope.Failed(), false),
                new Intent.RerunRun(RUN, 1, new Intent.RerunRun.Scope.OneJob(12, "test"), false),
                new Intent.CancelRun(RUN, 2, true),
                new Intent.ReviewDeployment(
                        RUN, 1, "abc", List.of(new Gate.Environment(5)), List.of("production"), Decision.APPROVE,
                        "looks good"),
                new Intent.ReviewDeployment(
                        RUN, 1, "abc", List.of(new Gate.Deployment(6), new Gate.ManualJob(7)),
                        List.of("production", "staging"), Decision.REJECT, "no", "release managers"),
                new Intent.Redeploy(REPOSITORY, "production", 5, 6, RUN, 12, "v2.14.0", "abc", "5xx"),
                new Intent.StopEnvironment(REPOSITORY, 91, "review/new-cart", 5),
                new Intent.ProposeTeamFile(
                        TEAM, new TeamProposal("abc", "version: 1\n\u202e", "Begin", "", NOON), List.of("less")),
                new Intent.WithdrawProposal(TEAM, "signalbox/board-0a1b2c3d", "0a1b2c3d"),
                new Intent.RollBack(CHECKOUT, "uid-1", 7, "rs-1", "5d4f", "v2.14.0", "5xx"),
                new Intent.RestartWorkload(CHECKOUT, "uid-1", 7),
                new Intent.PauseRollout(CHECKOUT, "uid-1", 7),
                new Intent.ResumeRollout(CHECKOUT, "uid-1", 7),
                new Intent.ScaleWorkload(CHECKOUT, "uid-1", 7, 4, 6));
    }

    static List<Precondition> preconditions() {
        return List.of(
                new Precondition.RunIs(RUN, 1, "abc"),
                new Precondition.RunUnfinished(RUN, 1),
                new Precondition.RunFinished(RUN, 1),
                new Precondition.RunUntouched(RUN, NOON),
                new Precondition.AwaitsReview(RUN, List.of(new Gate.Environment(5), new Gate.ManualJob(6)), "QA"),
                new Precondition.DeploymentKept(REPOSITORY, 5, "abc", 12),
                new Precondition.EnvironmentRuns(REPOSITORY, "production", 6),
                new Precondition.NoneUnderWay(REPOSITORY, "production"),
                new Precondition.EnvironmentInUse(REPOSITORY, 91, "review/new-cart"),
                new Precondition.WorkflowActive(REPOSITORY, 7),
                new Precondition.TeamFileAt(TEAM, "abc"),
                new Precondition.BranchAt(TEAM, "signalbox/board-0a1b2c3d", ""),
                new Precondition.RequestIs(REPOSITORY, "signalbox/board-0a1b2c3d", 12),
                new Precondition.WorkloadIs(CHECKOUT, "uid-1", 7),
                new Precondition.NotPaused(CHECKOUT),
                new Precondition.RevisionKept(CHECKOUT, "rs-1", "5d4f"));
    }

    static List<Expectation> expectations() {
        return List.of(
                new Expectation.RunAppears(REPOSITORY, 7, "main", "alice", NOON),
                new Expectation.RunExists(RUN),
                new Expectation.AttemptReached(RUN, 2),
                new Expectation.RunMovesOn(RUN, NOON),
                new Expectation.GatePassed(RUN, new Gate.ManualJob(6)),
                new Expectation.RunStops(RUN, 1),
                new Expectation.ReviewListed(RUN, List.of("production"), Decision.REJECT, "alice", "no"),
                new Expectation.ReviewListed(
                        RUN, List.of("production"), Decision.REJECT, "alice", "no", new Expectation.ReviewCount(1, 2)),
                new Expectation.DeploymentAppears(REPOSITORY, "production", "abc", 6),
                new Expectation.EnvironmentStops(REPOSITORY, 91, "review/new-cart"),
                new Expectation.BranchIs(TEAM, "signalbox/board-0a1b2c3d", "abc"),
                new Expectation.RequestOpens(REPOSITORY, "signalbox/board-0a1b2c3d", 0, null),
                new Expectation.RequestOpens(
                        REPOSITORY, "signalbox/board-0a1b2c3d", 12, URI.create("https://github.example/pull/12")),
                new Expectation.RequestCloses(REPOSITORY, "signalbox/board-0a1b2c3d", 12),
                new Expectation.TemplateIs(CHECKOUT, "uid-1", "5d4f", 7),
                new Expectation.RestartMarked(
                        CHECKOUT, "uid-1", "mark", new Expectation.SpecBefore(7, null)),
                new Expectation.PausedIs(
                        CHECKOUT, "uid-1", true, new Expectation.SpecBefore(7, new LastChange("helm", null))),
                new Expectation.ReplicasAre(
                        CHECKOUT, "uid-1", 6, new Expectation.SpecBefore(7, new LastChange("helm", NOON))),
                new Expectation.ReplicasAre(CHECKOUT, "uid-1", 6, null),
                new Expectation.Nothing());
    }

    static Plan plan(String id, Intent intent) {
        PlannedRequest request = new PlannedRequest(
                CHECKOUT.cluster(),
                "PATCH",
                URI.create(
                        "https://cluster.example/apis/apps/v1/namespaces/shop/deployments/checkout?fieldManager=signalbox"),
                "application/json-patch+json",
                "[{\"op\":\"test\"}]",
                "kubectl patch …");
        List<PlanStep> steps = expectations().stream()
                .map(e -> new PlanStep("Do it", request, e, "It is so", e instanceof Expectation.Nothing))
                .toList();
        return new Plan(
                new PlanId(id),
                intent,
                "Do it",
                "checkout · production",
                "production",
                new Guard.TypeName("production"),
                preconditions(),
                steps,
                new Undo.ByIntent("Put it back", intent),
                List.of("image v2 → v1"),
                List.of("Careful"),
                "key-" + id,
                NOON);
    }

    static ActionRecord action(String id, Phase phase, Fate fate, Instant confirmedAt) {
        @Nullable
        Instant endedAt = phase.isEnd() ? confirmedAt.plusSeconds(5) : null;
        return new ActionRecord(
                plan(id, intents().getFirst()),
                "alice@desk",
                confirmedAt,
                phase,
                List.of(new StepRecord(0, fate, "as told", confirmedAt)),
                "under way",
                endedAt);
    }

    static ActionRecord checking(String id) {
        return action(id, Phase.CHECKING, Fate.PENDING, NOON);
    }
}
