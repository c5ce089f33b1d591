package dev.signalbox.action;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Approves or rejects what waits for review.
final class ReviewDeployment {

    /// Events whose code comes from people who may not push here, or which check out what may still move.
    private static final Set<String> FOREIGN = Set.of("pull_request_target", "issue_comment", "workflow_run");

    private final Outside outside;
    private final Places places;
    private final Together together;
    private final PlanMaker maker;

    ReviewDeployment(Outside outside, Places places, Together together, PlanMaker maker) {
        this.outside = outside;
        this.places = places;
        this.together = together;
        this.maker = maker;
    }

    Plan prepare(Intent.ReviewDeployment intent) throws RemoteFailure, Refusal {
        CiProvider ci = outside.provider(intent.run().repository().connection());
        Together.Begun<Account> me = together.begin(ci.accounts()::me);
        Together.Begun<List<PendingApproval>> waiting = together.begin(() -> ci.approvals().pending(intent.run()));
        RunSight sight = RunSight.of(outside, intent.run(), intent.attempt());
        Run run = sight.run();
        if (!run.headSha().equals(intent.headSha())) {
            throw new Refusal(
                    sight.name() + " is of commit " + Words.commit(run.headSha()) + "; the screen showed "
                            + Words.commit(intent.headSha()) + ".",
                    "Look at what changes anew.");
        }
        List<PendingApproval> decided = decided(ci, intent, waiting.value());
        String names = Words.name(String.join(", ", intent.environmentNames()));
        boolean yes = intent.decision() == Decision.APPROVE;
        String title = (yes ? "Approve " : "Reject ") + sight.name() + " for " + names;
        PlanStep step = new PlanStep(
                title,
                ci.commands().review(intent),
                new Expectation.ReviewListed(
                        run.id(), intent.environmentNames(), intent.decision(), me.value().login(), intent.comment()),
                "The run's list of reviews holds ours.",
                false);
        return maker.plan(
                intent,
                new PlanMaker.Head(title, sight.repository(), names, guard(intent)),
                new PlanMaker.Body(
                        List.of(
                                new Precondition.RunIs(run.id(), run.attempt(), run.headSha()),
                                new Precondition.AwaitsReview(run.id(), intent.environments())),
                        List.of(step),
                        yes
                                ? new Undo.ByIntent(
                                        "Cancel the run", new Intent.CancelRun(run.id(), run.attempt(), false))
                                : new Undo.Impossible("A rejection ends the run; run it again to be asked again."),
                        List.of(
                                "commit " + Words.commit(run.headSha()) + (yes ? " may go to " : " does not go to ")
                                        + names,
                                "decided as " + Words.name(me.value().login())),
                        warnings(run, decided, yes),
                        ""));
    }

    private List<PendingApproval> decided(
            CiProvider ci, Intent.ReviewDeployment intent, List<PendingApproval> waiting)
            throws RemoteFailure, Refusal {
        List<PendingApproval> decided = new ArrayList<>();
        for (int i = 0; i < intent.environments().size(); i++) {
            long number = intent.environments().get(i);
            String name = intent.environmentNames().get(i);
            PendingApproval one = waiting.stream().filter(p -> p.environment() == number).findFirst().orElse(null);
            if (one == null) {
                throw new Refusal(settled(ci.approvals().reviews(intent.run()), name),
                        "Nothing is left to decide here.");
            }
            if (!one.canApprove()) {
                throw new Refusal(
                        "This account may not decide about " + Words.name(name) + ".",
                        "Ask one of its reviewers; where self-review is prevented, somebody else than the author.");
            }
            decided.add(one);
        }
        return decided;
    }

    /// Why an environment does not wait any more.
    static String settled(List<Review> reviews, String environment) {
        Optional<Review> last =
                reviews.stream().filter(r -> r.environments().contains(environment)).reduce((a, b) -> b);
        return last.map(r -> Words.name(environment) + " was already " + verb(r) + " by " + Words.name(r.user())
                + (r.comment().isBlank() ? "." : ": “" + Words.name(r.comment()) + "”."))
                .orElse(Words.name(environment) + " does not wait for review any more.");
    }

    private static String verb(Review review) {
        return switch (review.decision()) {
            case APPROVED -> "approved";
            case REJECTED -> "rejected";
            case UNKNOWN -> "decided";
        };
    }

    private Guard guard(Intent.ReviewDeployment intent) {
        return intent.environmentNames().stream()
                .filter(name -> intent.decision() == Decision.APPROVE && places.isProduction(name))
                .findFirst()
                .<Guard>map(Guard.TypeName::new)
                .orElseGet(Guard.Press::new);
    }

    private static List<String> warnings(Run run, List<PendingApproval> decided, boolean yes) {
        List<String> warnings = new ArrayList<>();
        if (yes && FOREIGN.contains(run.event())) {
            warnings.add(
                    "Started by " + run.event() + ": what it checks out may come from outside, and may still move.");
        }
        if (yes) {
            decided.stream().filter(p -> p.waitTimer().isPositive()).forEach(p -> warnings.add(
                    Words.name(p.environmentName()) + " makes every run wait " + Words.length(p.waitTimer()) + "."));
        }
        return List.copyOf(warnings);
    }
}
