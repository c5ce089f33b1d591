package dev.signalbox.ui.approvals;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static dev.signalbox.testing.Examples.GITHUB;
import static dev.signalbox.testing.Examples.NOON;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.Answer;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Commit;
import dev.signalbox.domain.ci.Comparison;
import dev.signalbox.domain.ci.ComparisonKey;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Reviewer;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.ui.approvals.ApprovalRows.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One decision, to be varied: a release of checkout that waits before production, as the changes that make it known.
final class Decisions {

    static final RunId RUN = new RunId(CHECKOUT, 77_001);
    static final String SHA = "4be02d1" + "0".repeat(33);
    static final String LIVE_SHA = "aa11bb2" + "0".repeat(33);
    static final long PRODUCTION = 11;
    static final ComparisonKey COMPARED = new ComparisonKey(CHECKOUT, LIVE_SHA, SHA);

    private final List<Change> changes = new ArrayList<>();
    private Instant read = NOON;

    static Decisions ofRelease() {
        return new Decisions().run(run(1, "main", SHA, "Retry card payments", 641)).pending(production(true));
    }

    static Run run(int attempt, @Nullable String branch, String sha, String title, long number) {
        return run(RUN, attempt, branch, sha, title, number);
    }

    static Run run(RunId id, int attempt, @Nullable String branch, String sha, String title, long number) {
        return new Run(
                id, attempt, 7, "Release", ".github/workflows/release.yml", number, title, "push", RunStatus.WAITING,
                Conclusion.NONE, branch, sha, "ada", "ada", NOON.minusSeconds(900), NOON.minusSeconds(880),
                NOON.minusSeconds(300), null);
    }

    static PendingApproval production(boolean mine, Reviewer... reviewers) {
        return pending(RUN, PRODUCTION, "production", mine, NOON.minusSeconds(600), reviewers);
    }

    static PendingApproval pending(
            RunId run, long environment, String name, boolean mine, @Nullable Instant since, Reviewer... reviewers) {
        return new PendingApproval(run, new Gate.Environment(environment), name, mine, Duration.ZERO, since,
                List.of(reviewers));
    }

    /// A deployment of the release that is blocked until these rules are met.
    static PendingApproval blocked(ApprovalRule... rules) {
        return new PendingApproval(
                RUN, new Gate.Deployment(PRODUCTION), "production", true, Duration.ZERO, NOON.minusSeconds(600),
                List.of(), List.of(rules), true);
    }

    /// A job that waits to be started before production.
    static PendingApproval manual(long job) {
        return new PendingApproval(
                RUN, new Gate.ManualJob(job), "production", true, Duration.ZERO, NOON.minusSeconds(600), List.of());
    }

    /// A rule that wants one yes and has none.
    static ApprovalRule rule(String name) {
        return new ApprovalRule(name, 1, List.of(), List.of());
    }

    /// The same once grace has said yes.
    static ApprovalRule met(String name) {
        return new ApprovalRule(name, 1, List.of("grace"), List.of());
    }

    static Reviewer user(String name) {
        return new Reviewer(Reviewer.Kind.USER, name);
    }

    static Reviewer team(String name) {
        return new Reviewer(Reviewer.Kind.TEAM, name);
    }

    static Job job(String name, RunStatus status, Conclusion end, @Nullable Instant started, @Nullable Instant done) {
        return new Job(
                RUN, name.hashCode(), 1, name, status, end, started, started, done, List.of(), null, List.of(), null);
    }

    static CiEnvironment environment(boolean notOneself, boolean someBranches, Duration timer) {
        return new CiEnvironment(CHECKOUT, PRODUCTION, "production", timer, List.of(), notOneself, someBranches);
    }

    static Deployment live(String ref) {
        return deployment("production", LIVE_SHA, ref, Deployment.State.SUCCESS);
    }

    static Deployment deployment(String environment, String sha, String ref, Deployment.State state) {
        return new Deployment(
                CHECKOUT, 88, environment, sha, ref, "release-bot", state, NOON.minusSeconds(86_400), 4L, null);
    }

    static Comparison comparison(int total, int behind, int listed, String... files) {
        List<Commit> commits = new ArrayList<>();
        for (int i = 0; i < listed; i++) {
            commits.add(new Commit(i + "c0ffee" + "9".repeat(33), "Subject " + i, "dev-" + i, NOON, null));
        }
        return new Comparison(COMPARED, total, behind, commits, List.of(files));
    }

    Decisions later(Instant now) {
        read = now;
        return this;
    }

    Decisions as(String login) {
        changes.add(new Change.ConnectionAdded(
                Connection.fresh(GITHUB, Connection.Kind.GITHUB, "https://api.github.com").live(NOON)));
        changes.add(new Change.AccountRead(GITHUB, new Account(login, Set.of(), null)));
        return this;
    }

    Decisions run(Run run) {
        changes.add(new Change.RunRead(run.id(), new Answer.Good<>(run, read)));
        return this;
    }

    Decisions listed(Run... runs) {
        changes.add(new Change.RunsRead(CHECKOUT, new Answer.Good<>(List.of(runs), read)));
        return this;
    }

    Decisions pending(PendingApproval... pending) {
        return pending(RUN, pending);
    }

    Decisions pending(RunId run, PendingApproval... pending) {
        changes.add(new Change.PendingRead(run, new Answer.Good<>(List.of(pending), read)));
        return this;
    }

    Decisions jobs(int attempt, Job... jobs) {
        changes.add(new Change.JobsRead(RUN, attempt, new Answer.Good<>(List.of(jobs), read)));
        return this;
    }

    Decisions reviews(Review... reviews) {
        changes.add(new Change.ReviewsRead(RUN, new Answer.Good<>(List.of(reviews), read)));
        return this;
    }

    Decisions guarded(CiEnvironment... environments) {
        changes.add(new Change.EnvironmentsRead(CHECKOUT, new Answer.Good<>(List.of(environments), read)));
        return this;
    }

    Decisions deployed(Deployment... newestFirst) {
        changes.add(new Change.DeploymentsRead(CHECKOUT, new Answer.Good<>(List.of(newestFirst), read)));
        return this;
    }

    Decisions compared(Comparison comparison) {
        changes.add(new Change.ComparisonRead(comparison.key(), new Answer.Good<>(comparison, read)));
        return this;
    }

    Decisions and(Change... more) {
        changes.addAll(List.of(more));
        return this;
    }

    ConsoleState state() {
        return new Reducer().apply(ConsoleState.EMPTY, changes);
    }

    /// The first decision of the queue.
    Waiting first() {
        return ApprovalRows.waiting(state()).getFirst();
    }

    /// Its card, with no plan yet.
    ApprovalCard card() {
        return ApprovalCards.of(state(), first(), RuleChoices.NONE, null, NOON);
    }
}
