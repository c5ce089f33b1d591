package dev.signalbox.ui.approvals;

import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.Gate;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Review;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.Decision;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RunState;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The queue of waiting decisions as a pure function of state and time: mine first, then the longest waiting.
final class ApprovalRows {

    private static final Duration LATELY = Duration.ofHours(24);

    private ApprovalRows() {}

    /// A pending approval with its run.
    record Waiting(Run run, PendingApproval pending) {

        ApprovalKey key() {
            return new ApprovalKey(run.id(), pending.gate());
        }

        /// Since when; the run's last change when the provider does not tell.
        @Nullable
        Instant since() {
            return pending.waitStartedAt() != null ? pending.waitStartedAt() : run.updatedAt();
        }
    }

    static List<Waiting> waiting(ConsoleState state) {
        List<Waiting> all = new ArrayList<>();
        for (Map.Entry<RunId, RunState> entry : state.runs().entrySet()) {
            List<PendingApproval> pending = entry.getValue().pending().or(List.of());
            // Nearly all runs wait for nothing: only the others are looked up in the lists of their repositories.
            Run run = pending.isEmpty() ? null : runOf(state, entry.getKey());
            if (run != null && run.status().isUnfinished()) {
                pending.stream().filter(PendingApproval::blocks).forEach(p -> all.add(new Waiting(run, p)));
            }
        }
        all.sort(Comparator.comparing((Waiting w) -> !w.pending().canApprove())
                .thenComparing(w -> Optional.ofNullable(w.since()).orElse(Instant.MAX))
                .thenComparing(w -> w.run().id().number()));
        return all;
    }

    static List<ApprovalRow> of(ConsoleState state, Instant now) {
        return waiting(state).stream().map(w -> row(state, w, now)).toList();
    }

    static int mine(ConsoleState state) {
        return (int) waiting(state).stream().filter(w -> w.pending().canApprove()).count();
    }

    /// What was decided from this console lately; empty when nothing was.
    static String decided(ConsoleState state, Instant now) {
        List<Decision> lately = state.actions().values().stream()
                .filter(a -> a.phase() == ActionRecord.Phase.DONE && a.confirmedAt().plus(LATELY).isAfter(now))
                .map(a -> a.plan().intent())
                .filter(Intent.ReviewDeployment.class::isInstance)
                .map(i -> ((Intent.ReviewDeployment) i).decision())
                .toList();
        long yes = lately.stream().filter(d -> d == Decision.APPROVE).count();
        return lately.isEmpty() ? "" : "Last 24 h: " + yes + " approved · " + (lately.size() - yes) + " rejected";
    }

    /// What people call what the run deploys.
    static String service(ConsoleState state, Run run) {
        String file = run.workflowPath().substring(run.workflowPath().lastIndexOf('/') + 1);
        List<ServiceSpec> built = state.described().services().stream()
                .filter(s -> run.id().repository().equals(s.repository()))
                .toList();
        return built.stream()
                .filter(s -> file.equals(s.deploy()))
                .findFirst()
                .or(() -> built.stream().findFirst())
                .map(ServiceSpec::name)
                .orElse(run.id().repository().name());
    }

    /// What it would let the run into, safe to show. Where several decisions of the run are about one environment, also
    /// which of them this is.
    static String into(ConsoleState state, Waiting waiting) {
        String environment = safe(waiting.pending().environmentName());
        long alike = state.run(waiting.run().id()).pending().or(List.of()).stream()
                .filter(p -> p.blocks() && p.environmentName().equals(waiting.pending().environmentName()))
                .count();
        return alike < 2 ? environment : environment + " · " + which(state, waiting);
    }

    private static String which(ConsoleState state, Waiting waiting) {
        return switch (waiting.pending().gate()) {
            case Gate.ManualJob manual -> state.run(waiting.run().id()).jobsOf(waiting.run().attempt()).or(List.of())
                    .stream()
                    .filter(job -> job.number() == manual.job())
                    .findFirst()
                    .map(job -> safe(job.name()))
                    .orElse("job " + manual.job());
            case Gate.Deployment deployment -> "deployment " + deployment.number();
            case Gate.Environment environment -> "environment " + environment.number();
        };
    }

    /// The newest value of a run that is known: alone or as a line of its repository's list.
    static @Nullable Run runOf(ConsoleState state, RunId id) {
        Run alone = state.run(id).run().value();
        Run listed = state.repository(id.repository()).runs().or(List.of()).stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElse(null);
        if (alone == null || listed == null) {
            return alone == null ? listed : alone;
        }
        return listed.isNewerThan(alone) ? listed : alone;
    }

    /// A tag that starts the run is its version; otherwise the commit is.
    static String version(Run run) {
        String branch = run.branch();
        return safe(branch != null && branch.matches("v?\\d+\\.\\d+.*") ? branch : shortSha(run.headSha()));
    }

    static String shortSha(String sha) {
        return sha.length() > 7 ? sha.substring(0, 7) : sha;
    }

    private static ApprovalRow row(ConsoleState state, Waiting w, Instant now) {
        PendingApproval pending = w.pending();
        boolean timer = pending.reviewers().isEmpty() && !pending.canApprove();
        String who = pending.canApprove() ? "you may decide" : timer ? "waits for a timer" : "others decide";
        long approved = state.run(w.run().id()).reviews().or(List.of()).stream()
                .filter(r -> r.decision() == Review.Decision.APPROVED)
                .filter(r -> r.environments().contains(pending.environmentName()))
                .count();
        String yes = approved == 0 ? "" : " · " + approved + " approved";
        String service = safe(service(state, w.run()));
        String environment = into(state, w);
        String sub = version(w.run()) + " · " + who + yes + " · " + Durations.age(w.since(), now);
        return new ApprovalRow(
                w.key(), service, environment, sub, pending.canApprove(),
                pending.canApprove() ? Mark.PEOPLE : timer ? Mark.WAITING : Mark.QUEUED,
                service + " to " + environment + ", " + sub);
    }

    private static String safe(String text) {
        return SafeText.line(text, 80);
    }
}
