package dev.signalbox.testing;

import static dev.signalbox.testing.SampleStates.NOW;
import static dev.signalbox.testing.SampleStates.key;

import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
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
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Plans and actions of the sample state.
public final class SampleActions {

    private static final WorkloadKey CHECKOUT = key("production", "checkout");

    private SampleActions() {}

    /// Rolling checkout back in production.
    public static Plan rollBack(String id) {
        Intent intent = new Intent.RollBack(
                CHECKOUT, "uid-checkout", 58, "uid-checkout-57", "h57", "v2.14.0", "4 of 6 ready");
        PlannedRequest patch = new PlannedRequest(
                CHECKOUT.cluster(), "PATCH",
                URI.create("https://prod-eu.acme.example/apis/apps/v1/namespaces/production/deployments/checkout"
                        + "?fieldManager=signalbox"),
                "application/json-patch+json",
                """
                        [{"op":"test","path":"/metadata/uid","value":"uid-checkout"},\
                        {"op":"test","path":"/metadata/generation","value":58},\
                        {"op":"replace","path":"/spec/template","value":{"spec":{"containers":[{"name":"app","image":"registry.acme.example/acme/checkout:v2.14.0"}]}}}]""",
                "kubectl --context prod-eu -n production patch deployment/checkout --type=json -p '[…]'");
        PlannedRequest event = new PlannedRequest(
                CHECKOUT.cluster(), "POST",
                URI.create("https://prod-eu.acme.example/api/v1/namespaces/production/events"), "application/json",
                "{\"reason\":\"RolledBack\"}", "kubectl create -f -");
        return new Plan(
                new PlanId(id), intent, "Roll back checkout to v2.14.0", "checkout · production", "production",
                new Guard.TypeName("production"),
                List.of(
                        new Precondition.WorkloadIs(CHECKOUT, "uid-checkout", 58),
                        new Precondition.NotPaused(CHECKOUT),
                        new Precondition.RevisionKept(CHECKOUT, "uid-checkout-57", "h57")),
                List.of(
                        new PlanStep(
                                "Put the pod template of r57 back", patch,
                                new Expectation.TemplateIs(CHECKOUT, "uid-checkout", "h57", 58),
                                "all 6 pods run v2.14.0 and are available", false),
                        new PlanStep(
                                "Leave a note in the namespace's events", event, new Expectation.Nothing(),
                                "nothing to verify", true)),
                new Undo.ByIntent("Rolls forward to v2.14.1 again", new Intent.RollBack(
                        CHECKOUT, "uid-checkout", 59, "uid-checkout-58", "h58", "v2.14.1", "undo")),
                List.of("image registry.acme.example/acme/checkout:v2.14.1 → :v2.14.0", "env POOL_SIZE 64 → 32"),
                List.of("2 pods of v2.14.1 are in CrashLoopBackOff and will be replaced."), "rollback:checkout:h57",
                NOW.minusSeconds(20));
    }

    /// Restarting the mailer in staging: nothing to type.
    public static Plan restart(String id) {
        WorkloadKey mailer = key("staging", "mailer");
        Intent intent = new Intent.RestartWorkload(mailer, "uid-mailer", 58);
        PlannedRequest patch = new PlannedRequest(
                mailer.cluster(), "PATCH",
                URI.create("https://10.0.0.7:6443/apis/apps/v1/namespaces/staging/deployments/mailer"),
                "application/json-patch+json", "[]", "kubectl rollout restart deployment/mailer");
        return new Plan(
                new PlanId(id), intent, "Restart mailer", "mailer · staging", "staging", new Guard.Press(),
                List.of(new Precondition.WorkloadIs(mailer, "uid-mailer", 58)),
                List.of(new PlanStep(
                        "Mark the pod template as restarted", patch,
                        new Expectation.RestartMarked(mailer, "uid-mailer", "x", null),
                        "the pods are replaced", false)),
                new Undo.Impossible("A restart cannot be taken back"), List.of(), List.of(), "restart:mailer", NOW);
    }

    /// Approving the web-frontend's release.
    public static Plan approve(String id) {
        Intent intent = new Intent.ReviewDeployment(
                SampleRuns.WEB_RELEASE, 1, SampleRuns.WEB_SHA, List.of(new Gate.Environment(3)), List.of("production"),
                Decision.APPROVE,
                "");
        PlannedRequest post = new PlannedRequest(
                SampleStates.GITHUB, "POST",
                URI.create("https://api.github.com/repos/acme/web-frontend/actions/runs/4180/pending_deployments"),
                "application/json", "{\"environment_ids\":[3],\"state\":\"approved\",\"comment\":\"\"}",
                "curl -X POST -H \"Authorization: Bearer $GITHUB_TOKEN\" https://api.github.com/…");
        return new Plan(
                new PlanId(id), intent, "Approve web-frontend for production", "web-frontend · production",
                "production", new Guard.Press(),
                List.of(
                        new Precondition.RunIs(SampleRuns.WEB_RELEASE, 1, SampleRuns.WEB_SHA),
                        new Precondition.AwaitsReview(SampleRuns.WEB_RELEASE, List.of(new Gate.Environment(3)), null)),
                List.of(new PlanStep(
                        "Approve the pending deployment", post,
                        new Expectation.ReviewListed(
                                SampleRuns.WEB_RELEASE, List.of("production"), Decision.APPROVE, "release-mgr", ""),
                        "the run's approvals list holds our decision", false)),
                new Undo.Impossible("An approval cannot be taken back; the run can be cancelled"), List.of(),
                List.of(), "review:4180:3", NOW);
    }

    public static ActionRecord record(
            Plan plan, Phase phase, String words, long age, @Nullable Duration took, Fate... fates) {
        List<ActionRecord.StepRecord> steps = new java.util.ArrayList<>();
        for (int i = 0; i < fates.length; i++) {
            steps.add(new ActionRecord.StepRecord(i, fates[i], "HTTP 200", NOW.minusSeconds(age - 1)));
        }
        return new ActionRecord(
                plan, "release-mgr", NOW.minusSeconds(age), phase, List.copyOf(steps), words,
                took == null ? null : NOW.minusSeconds(age).plus(took));
    }

    static void fill(Map<PlanId, ActionRecord> actions) {
        List.of(
                record(rollBack("p1"), Phase.VERIFYING, "4 of 6 pods run v2.14.0", 22, null, Fate.APPLIED,
                        Fate.PENDING),
                record(restart("p2"), Phase.DONE, "All pods were replaced", 1_200, Duration.ofSeconds(38),
                        Fate.VERIFIED),
                record(approve("p3"), Phase.STOPPED, "Stopped before anything was sent: the run is at attempt 2 now",
                        3_600, Duration.ofSeconds(1), Fate.NOT_SENT),
                record(restart("p4"), Phase.UNKNOWN, "Sent, but no answer came; reading has not settled it", 5_400,
                        Duration.ofSeconds(30), Fate.UNKNOWN))
                .forEach(a -> actions.put(a.plan().id(), a));
        Map.of("p5", "The server refused: admission webhook denied the request")
                .forEach((id, words) -> actions.put(new PlanId(id), record(
                        restart(id), Phase.FAILED, words, 9_000, Duration.ofSeconds(2), Fate.NOT_APPLIED)));
    }
}
