package dev.signalbox.ui.approvals;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.ApprovalRule;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Reviewer;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.approvals.ApprovalCard.Line;
import dev.signalbox.ui.approvals.ApprovalRows.Waiting;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Jobs and people of a decision, line by line. Pure.
final class ApprovalLines {

    private ApprovalLines() {}

    static String jobsHeading(ConsoleState state, Run run) {
        List<Job> jobs = counting(state, run);
        long good = jobs.stream().filter(j -> j.conclusion() == Conclusion.SUCCESS).count();
        long bad = jobs.stream().filter(Job::isBad).count();
        return "What the " + state.words(run.id().repository().connection()).run() + " has shown · " + good + " good"
                + (bad == 0 ? "" : " · " + bad + " failed");
    }

    static List<Line> jobs(ConsoleState state, Run run, Instant now) {
        return counting(state, run).stream().map(j -> job(j, now)).toList();
    }

    /// What was tried again shows nothing of the commit that its later try does not.
    private static List<Job> counting(ConsoleState state, Run run) {
        return state.run(run.id()).jobsOf(run.attempt()).or(List.of()).stream().filter(j -> !j.replaced()).toList();
    }

    static String peopleHeading(Optional<CiEnvironment> environment) {
        if (environment.isEmpty()) {
            return "Reviews";
        }
        CiEnvironment guard = environment.get();
        List<String> rules = new ArrayList<>();
        if (guard.preventsSelfReview()) {
            rules.add("not who started it");
        }
        if (guard.limitsBranches()) {
            rules.add("only some branches");
        }
        if (!guard.waitTimer().isZero()) {
            rules.add("waits " + Durations.brief(guard.waitTimer()));
        }
        return rules.isEmpty() ? "Reviews" : "Reviews · " + String.join(", ", rules);
    }

    static List<Line> people(ConsoleState state, Waiting waiting) {
        List<Line> lines = new ArrayList<>();
        for (Review review : state.run(waiting.run().id()).reviews().or(List.of())) {
            Mark mark = switch (review.decision()) {
                case APPROVED -> Mark.GOOD;
                case REJECTED -> Mark.BAD;
                case UNKNOWN -> Mark.UNKNOWN;
            };
            String done = switch (review.decision()) {
                case APPROVED -> "approved ";
                case REJECTED -> "rejected ";
                case UNKNOWN -> "decided on ";
            };
            String comment = review.comment().isBlank() ? "" : " · “" + safe(review.comment()) + "”";
            lines.add(new Line(
                    mark, safe(review.user()), done + safe(String.join(", ", review.environments())) + comment, ""));
        }
        Set<String> rules = new HashSet<>();
        for (ApprovalRule rule : waiting.pending().rules()) {
            rules.add(rule.name());
            lines.add(rule(rule));
        }
        Connection connection = state.connections().get(waiting.run().id().repository().connection());
        String me = connection == null || connection.account() == null ? "" : connection.account().login();
        for (Reviewer reviewer : waiting.pending().reviewers()) {
            if (reviewer.kind() == Reviewer.Kind.USER && reviewer.name().equals(me) && waiting.pending().canApprove()) {
                continue; // said as "you"
            }
            if (rules.contains(reviewer.name())) {
                continue; // said as a rule
            }
            lines.add(new Line(
                    Mark.QUEUED, safe(reviewer.name()),
                    reviewer.kind() == Reviewer.Kind.TEAM ? "team, may decide" : "may decide", ""));
        }
        if (waiting.pending().canApprove()) {
            lines.add(new Line(Mark.PEOPLE, "you", "may decide", ""));
        }
        return lines;
    }

    /// Who of a group of people said yes, and how many are missing.
    private static Line rule(ApprovalRule rule) {
        String by = rule.approvedBy().isEmpty() ? "" : " by " + safe(String.join(", ", rule.approvedBy()));
        String no = rule.rejectedBy().isEmpty()
                ? ""
                : ", rejected by " + safe(String.join(", ", rule.rejectedBy()));
        String missing = rule.missing() == 0 ? "" : " · " + rule.missing() + " missing";
        return new Line(
                !rule.rejectedBy().isEmpty() ? Mark.BAD : rule.missing() == 0 ? Mark.GOOD : Mark.PEOPLE,
                safe(rule.name()),
                rule.approvedBy().size() + " of " + rule.required() + " approved" + by + no + missing, "");
    }

    private static Line job(Job job, Instant now) {
        return new Line(mark(job), safe(job.name()), words(job), took(job, now));
    }

    private static String took(Job job, Instant now) {
        if (job.startedAt() == null || job.status() == RunStatus.WAITING || job.status() == RunStatus.QUEUED) {
            return "";
        }
        return Durations.words(Duration.between(job.startedAt(), job.completedAt() == null ? now : job.completedAt()));
    }

    private static Mark mark(Job job) {
        return switch (job.conclusion()) {
            case SUCCESS -> Mark.GOOD;
            case FAILURE, TIMED_OUT, STARTUP_FAILURE -> Mark.BAD;
            case ACTION_REQUIRED -> Mark.WARNING;
            case CANCELLED, SKIPPED, NEUTRAL, STALE -> Mark.IDLE;
            case UNKNOWN -> Mark.UNKNOWN;
            case NONE -> job.status() == RunStatus.IN_PROGRESS
                    ? Mark.MOVING
                    : job.status() == RunStatus.WAITING ? Mark.WAITING : Mark.QUEUED;
        };
    }

    private static String words(Job job) {
        return switch (job.conclusion()) {
            case SUCCESS -> "passed";
            case FAILURE -> "failed";
            case TIMED_OUT -> "timed out";
            case STARTUP_FAILURE -> "could not start";
            case ACTION_REQUIRED -> "needs somebody";
            case CANCELLED -> "cancelled";
            case SKIPPED -> "skipped";
            case NEUTRAL -> "neutral";
            case STALE -> "stale";
            case UNKNOWN -> "ended in a way we do not know";
            case NONE -> switch (job.status()) {
                case IN_PROGRESS -> "running";
                case WAITING -> "waits";
                case REQUESTED, QUEUED, PENDING -> "queued";
                case COMPLETED -> "ended";
                case UNKNOWN -> "unknown";
            };
        };
    }

    private static String safe(String text) {
        return SafeText.line(text, 120);
    }
}
