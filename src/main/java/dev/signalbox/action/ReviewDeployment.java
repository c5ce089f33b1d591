package dev.signalbox.action;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.ci.CiAbility;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Approves or rejects what waits for review.
final class ReviewDeployment {

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
        CiWords words = sight.words();
        boolean yes = intent.decision() == Decision.APPROVE;
        boolean offered = decided.stream().allMatch(PendingApproval::offersJob);
        String title = ReviewWords.title(intent, sight.name(), names, offered);
        return maker.plan(
                intent,
                new PlanMaker.Head(title, sight.repository(), names, guard(intent)),
                new PlanMaker.Body(
                        List.of(
                                new Precondition.RunIs(run.id(), run.attempt(), run.headSha()),
                                new Precondition.AwaitsReview(run.id(), intent.gates(), intent.represented())),
                        steps(ci, intent, title, me.value().login()),
                        yes
                                ? new Undo.ByIntent(
                                        "Cancel the " + words.run(),
                                        new Intent.CancelRun(run.id(), run.attempt(), false))
                                : new Undo.Impossible(
                                        "A rejection ends the " + words.run() + "; run it again to be asked again."),
                        Stream.concat(
                                Stream.of(
                                        ReviewWords.effect(run, names, yes, offered),
                                        "decided as " + Words.name(me.value().login()) + forRule(intent)),
                                ReviewWords.rules(decided).stream())
                                .toList(),
                        yes ? warnings(ci, run, decided, intent) : List.of(),
                        ""));
    }

    private List<PendingApproval> decided(
            CiProvider ci, Intent.ReviewDeployment intent, List<PendingApproval> waiting)
            throws RemoteFailure, Refusal {
        List<PendingApproval> decided = new ArrayList<>();
        for (int i = 0; i < intent.gates().size(); i++) {
            Gate gate = intent.gates().get(i);
            String name = intent.environmentNames().get(i);
            PendingApproval one = waiting.stream().filter(p -> p.gate().equals(gate)).findFirst().orElse(null);
            if (one == null) {
                throw new Refusal(settled(ci.approvals().reviews(intent.run()), name),
                        "Nothing is left to decide here.");
            }
            if (!one.canApprove()) {
                throw new Refusal(
                        "This account may not decide about " + Words.name(name) + ".",
                        "Ask one of its reviewers; where self-review is prevented, somebody else than the author.");
            }
            checkRule(one, intent.represented());
            Optional<String> unable = gate instanceof Gate.ManualJob && intent.decision() == Decision.REJECT
                    ? ci.capabilities().get().whyNot(CiAbility.REJECT_MANUAL_JOB)
                    : Optional.empty();
            if (unable.isPresent()) {
                throw new Refusal(unable.get(), "Leave it waiting, or cancel the " + CiWords.of(ci.kind()).run() + ".");
            }
            decided.add(one);
        }
        return decided;
    }

    private static List<String> warnings(
            CiProvider ci, Run run, List<PendingApproval> decided, Intent.ReviewDeployment intent) {
        return Stream.concat(
                FreezeWarnings.of(ci, run.id().repository(), intent.environmentNames()).stream(),
                ReviewWords.warnings(run, decided, intent).stream())
                .toList();
    }

    private static void checkRule(PendingApproval pending, @Nullable String represented) throws Refusal {
        if (represented != null && pending.open().stream().noneMatch(rule -> rule.name().equals(represented))) {
            throw new Refusal(
                    "The rule " + Words.name(represented) + " wants nobody's yes any more.",
                    "Look at what is missing anew.");
        }
    }

    private static String forRule(Intent.ReviewDeployment intent) {
        return intent.represented() == null ? "" : ", for the rule " + Words.name(intent.represented());
    }

    /// One request decides all, or each gate has its own.
    private static List<PlanStep> steps(CiProvider ci, Intent.ReviewDeployment intent, String title, String login) {
        List<PlannedRequest> requests = ci.commands().review(intent);
        boolean together = requests.size() == 1 && intent.gates().size() > 1;
        List<PlanStep> steps = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Gate gate = intent.gates().get(i);
            List<String> names = together ? intent.environmentNames() : List.of(intent.environmentNames().get(i));
            steps.add(new PlanStep(
                    title,
                    requests.get(i),
                    gate instanceof Gate.ManualJob
                            ? new Expectation.GatePassed(intent.run(), gate)
                            : new Expectation.ReviewListed(
                                    intent.run(), names, intent.decision(), login, intent.comment()),
                    ReviewWords.asked(gate),
                    false));
        }
        return List.copyOf(steps);
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
                .filter(name -> intent.decision() == Decision.APPROVE
                        && places.isProduction(intent.run().repository(), name))
                .findFirst()
                .<Guard>map(Guard.TypeName::new)
                .orElseGet(Guard.Press::new);
    }
}
