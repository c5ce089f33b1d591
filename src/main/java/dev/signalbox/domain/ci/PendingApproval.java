package dev.signalbox.domain.ci;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run that waits for people (or a timer) before it may touch an environment.
///
/// @param gate what is decided on
/// @param environmentName what it lets into; the job's own name where a job that waits to be started deploys nothing
/// @param canApprove whether the provider says that our account may decide
/// @param rules groups of people who all have to approve; empty where the provider asks for one yes
/// @param waitTimer how long the environment makes every run wait; zero for none
/// @param blocks whether the run waits for it; otherwise it is an offer, also to a run that has ended
/// @param job the one job that begins no earlier, where the provider tells
public record PendingApproval(
        RunId run,
        Gate gate,
        String environmentName,
        boolean canApprove,
        Duration waitTimer,
        @Nullable Instant waitStartedAt,
        List<Reviewer> reviewers,
        List<ApprovalRule> rules,
        boolean blocks,
        @Nullable Long job) {

    /// One that holds several jobs back, or of whose job no more is told than its gate does.
    public PendingApproval(
            RunId run,
            Gate gate,
            String environmentName,
            boolean canApprove,
            Duration waitTimer,
            @Nullable Instant waitStartedAt,
            List<Reviewer> reviewers,
            List<ApprovalRule> rules,
            boolean blocks) {
        this(
                run, gate, environmentName, canApprove, waitTimer, waitStartedAt, reviewers, rules, blocks,
                gate instanceof Gate.ManualJob(long number) ? Long.valueOf(number) : null);
    }

    /// One that its run waits for and a single yes decides.
    public PendingApproval(
            RunId run,
            Gate gate,
            String environmentName,
            boolean canApprove,
            Duration waitTimer,
            @Nullable Instant waitStartedAt,
            List<Reviewer> reviewers) {
        this(run, gate, environmentName, canApprove, waitTimer, waitStartedAt, reviewers, List.of(), true);
    }

    /// Whether the last yes that is missing starts the deploy at once: so it is where a number of people is wanted and
    /// no rule has a name. Under rules that have names the job is still to be started when all have said yes.
    public boolean startsWithTheLastYes() {
        return gate instanceof Gate.Deployment && rules.size() == 1 && rules.getFirst().name().isEmpty();
    }

    /// Whether a yes of ours is that one.
    public boolean startsWithOneYes() {
        return startsWithTheLastYes() && rules.getFirst().missing() == 1;
    }

    /// Whether it is a job that somebody may start, and that its run does not wait for.
    public boolean offersJob() {
        return gate instanceof Gate.ManualJob && !blocks;
    }

    /// Rules that still want somebody's yes.
    public List<ApprovalRule> open() {
        return rules.stream().filter(rule -> rule.missing() > 0).toList();
    }

    /// Rules that our account may still answer for. With more than one, a person has to say which one they mean.
    public List<ApprovalRule> answerable() {
        return canApprove ? open().stream().filter(ApprovalRule::mayBeOurs).toList() : List.of();
    }
}
