package dev.signalbox.action;

import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.EnvironmentStanding;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.port.Approvals;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads once whether an expectation holds.
final class Verifier {

    private final Outside outside;
    private final ProposalSight proposals;
    private final WorkloadSight workloads;

    Verifier(Outside outside) {
        this.outside = outside;
        proposals = new ProposalSight(outside);
        workloads = new WorkloadSight(outside);
    }

    /// @param answered whether the server had said that it did it
    Verdict read(Expectation expectation, boolean answered) throws RemoteFailure {
        return switch (expectation) {
            case Expectation.RunAppears e -> runAppears(e, answered);
            case Expectation.RunExists e -> {
                Run run = run(e.run());
                yield new Verdict.Met(RunSight.name(run) + " has started.", run);
            }
            case Expectation.AttemptReached e -> {
                Run run = run(e.run());
                yield run.attempt() >= e.attempt()
                        ? new Verdict.Met(RunSight.name(run) + " is at attempt " + run.attempt() + ".", run)
                        : new Verdict.NotYet(RunSight.name(run) + " is still at attempt " + run.attempt() + ".", true);
            }
            case Expectation.RunMovesOn e -> runMovesOn(e);
            case Expectation.GatePassed e -> gatePassed(e);
            case Expectation.RunStops e -> runStops(e, answered);
            case Expectation.ReviewListed e -> reviewListed(e, answered);
            case Expectation.DeploymentAppears e -> deploymentAppears(e);
            case Expectation.EnvironmentStops e -> environmentStops(e);
            case Expectation.BranchIs e -> proposals.branchIs(e);
            case Expectation.RequestOpens e -> proposals.requestOpens(e);
            case Expectation.RequestCloses e -> proposals.requestCloses(e);
            case Expectation.TemplateIs e -> workloads.templateIs(e, answered);
            case Expectation.RestartMarked e -> workloads.restartMarked(e, answered);
            case Expectation.PausedIs e -> workloads.pausedIs(e, answered);
            case Expectation.ReplicasAre e -> workloads.replicasAre(e, answered);
            case Expectation.Nothing ignored -> new Verdict.Met("");
        };
    }

    /// Lists served without filters are current; filtered ones lag by minutes or days at GitHub.
    private Verdict runAppears(Expectation.RunAppears e, boolean answered) throws RemoteFailure {
        CiProvider ci = outside.provider(e.repository().connection());
        Set<String> byHand = ci.capabilities().get().startedByHand();
        List<Run> fitting = ci.runs().recent(e.repository(), e.workflow()).stream()
                .filter(each -> byHand.contains(each.event())
                        && plain(e.ref()).equals(each.branch())
                        && isNotBefore(each.createdAt(), e.notBefore()))
                .sorted(Comparator.comparing(each -> each.id().number()))
                .toList();
        List<Run> found = new ArrayList<>();
        for (Run each : fitting) {
            // GitLab's lists do not name who started what.
            String actor = each.actor().isEmpty() ? ci.runs().one(each.id()).actor() : each.actor();
            if (actor.equalsIgnoreCase(e.actor())) {
                found.add(each);
            }
        }
        String run = CiWords.of(ci.kind()).run();
        if (found.isEmpty()) {
            return new Verdict.NotYet(
                    answered
                            ? "The server took the start, and no " + run + " that fits has appeared yet."
                            : "No " + run + " that fits has appeared; probably it was not started.",
                    false);
        }
        Run first = found.getFirst();
        if (answered || found.size() == 1) {
            return new Verdict.Met(RunSight.name(first) + " has started.", first);
        }
        return new Verdict.NotYet(
                "Several " + run + "s fit: "
                        + found.stream().map(RunSight::name).collect(Collectors.joining(", ")) + ".",
                false);
    }

    private static boolean isNotBefore(@org.jspecify.annotations.Nullable Instant created, Instant bound) {
        return created != null && !created.isBefore(bound);
    }

    private static String plain(String ref) {
        return ref.replaceFirst("^refs/(heads|tags)/", "");
    }

    /// A run that ended by itself tells nothing of a request to stop it that nobody answered.
    private Verdict runStops(Expectation.RunStops e, boolean answered) throws RemoteFailure {
        Run run = run(e.run());
        String name = RunSight.name(run);
        if (run.attempt() > e.attempt()) {
            String words = name + " was run again since, by " + Words.name(run.triggeredBy()) + ".";
            return answered ? new Verdict.Met(words, run) : new Verdict.NotYet(words, false);
        }
        if (run.status() != RunStatus.COMPLETED) {
            return new Verdict.NotYet(name + " has not stopped yet.", false);
        }
        return switch (run.conclusion()) {
            case CANCELLED -> new Verdict.Met(name + " was stopped.", run);
            case SUCCESS -> new Verdict.Excluded(name + " had succeeded before it could be stopped.");
            default -> answered
                    ? new Verdict.Met(name + " has ended.", run)
                    : new Verdict.NotYet(name + " has ended.", false);
        };
    }

    private Verdict runMovesOn(Expectation.RunMovesOn e) throws RemoteFailure {
        Run run = run(e.run());
        String name = RunSight.name(run);
        boolean moved = run.updatedAt() != null && run.updatedAt().isAfter(e.updatedAfter());
        if (moved || run.status().isUnfinished()) {
            return new Verdict.Met(name + (run.status().isUnfinished() ? " goes on." : " went on, and has ended."),
                    run);
        }
        return new Verdict.NotYet(name + " is as it was.", true);
    }

    /// A gate has no list of who opened it: where our answer was lost, somebody else may have been the one.
    private Verdict gatePassed(Expectation.GatePassed e) throws RemoteFailure {
        List<PendingApproval> waiting =
                outside.provider(e.run().repository().connection()).approvals().pending(e.run());
        return waiting.stream().anyMatch(p -> p.gate().equals(e.gate()))
                ? new Verdict.NotYet(the(e.run()) + " still waits there.", true)
                : new Verdict.Met(the(e.run()) + " does not wait there any more.");
    }

    /// What is listed now of the decisions that could later be mistaken for the one expected.
    Expectation.ReviewCount listed(Expectation.ReviewListed e) throws RemoteFailure {
        return count(outside.provider(e.run().repository().connection()).approvals().reviews(e.run()), e);
    }

    private static Expectation.ReviewCount count(List<Review> reviews, Expectation.ReviewListed e) {
        long ours = reviews.stream().filter(review -> isOurs(review, e)).count();
        long all = reviews.stream()
                .filter(review -> e.environments().stream().anyMatch(review.environments()::contains))
                .count();
        return new Expectation.ReviewCount((int) ours, (int) all);
    }

    private Verdict reviewListed(Expectation.ReviewListed e, boolean answered) throws RemoteFailure {
        Approvals approvals = outside.provider(e.run().repository().connection()).approvals();
        List<Review> reviews = approvals.reviews(e.run());
        Expectation.ReviewCount now = count(reviews, e);
        Expectation.ReviewCount before = e.before() == null ? new Expectation.ReviewCount(0, 0) : e.before();
        // Where the server said yes, a decision of the same words that it did not list twice is ours as well.
        if (now.ours() > (answered ? 0 : before.ours())) {
            return new Verdict.Met("The review is listed under " + Words.name(e.actor()) + ".");
        }
        List<String> waiting =
                approvals.pending(e.run()).stream().map(PendingApproval::environmentName).toList();
        Optional<String> settled = e.environments().stream().filter(name -> !waiting.contains(name)).findFirst();
        if (settled.isEmpty()) {
            return new Verdict.NotYet(the(e.run()) + " still waits for review.", true);
        }
        boolean byOther = now.all() > before.all()
                && reviews.stream().anyMatch(review -> review.environments().contains(settled.get()));
        String words = ReviewDeployment.settled(reviews, settled.get());
        return byOther ? new Verdict.Excluded(words) : new Verdict.NotYet(words, false);
    }

    private static boolean isOurs(Review review, Expectation.ReviewListed e) {
        boolean decision = switch (review.decision()) {
            case APPROVED -> e.decision() == Decision.APPROVE;
            case REJECTED -> e.decision() == Decision.REJECT;
            case UNKNOWN -> false;
        };
        return decision
                && review.user().equalsIgnoreCase(e.actor())
                && review.comment().strip().equals(e.comment().strip())
                && review.environments().containsAll(e.environments());
    }

    private Verdict deploymentAppears(Expectation.DeploymentAppears e) throws RemoteFailure {
        return DeploymentWatch
                .found(outside.provider(e.repository().connection()).deployments()
                        .to(e.repository(), e.environment()), e)
                .<Verdict>map(d -> new Verdict.Met("Deployment " + d.number() + " has begun.", d.number()))
                .orElseGet(() -> new Verdict.NotYet("No new deployment has appeared.", true));
    }

    private Verdict environmentStops(Expectation.EnvironmentStops e) throws RemoteFailure {
        boolean inUse = outside.provider(e.repository().connection()).environments().of(e.repository()).stream()
                .anyMatch(environment -> StopEnvironment.isInUse(environment, e.environment(), e.name()));
        String name = Words.name(e.name());
        if (inUse) {
            return new Verdict.NotYet(name + " is still in use.", true);
        }
        EnvironmentStanding standing = outside.provider(e.repository().connection())
                .environments().standing(e.repository(), e.environment());
        return new Verdict.Met(
                standing.state() == EnvironmentStanding.State.STOPPED
                        ? EnvironmentWatch.gone(name)
                        : name + " is being stopped.");
    }

    private String the(RunId run) {
        return "The " + outside.words(run.repository().connection()).run();
    }

    private Run run(RunId id) throws RemoteFailure {
        return outside.provider(id.repository().connection()).runs().one(id);
    }
}
