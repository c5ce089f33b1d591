package dev.signalbox.ui.board;

import dev.signalbox.domain.board.Drift;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.Signal;
import dev.signalbox.domain.board.SignalRule;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.HealthRule;
import dev.signalbox.domain.cluster.ImageRef;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Numbers;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Signals between two environments of a service, in words.
final class SignalRows {

    private SignalRows() {}

    static SignalRow between(
            ServiceSpec service, String from, String to, List<Run> deploys, ConsoleState state, Instant now) {
        Map<RunId, List<PendingApproval>> pending = new HashMap<>();
        for (Run run : deploys) {
            // What is over waits for nobody; looking it up for every run would cost most of a large board's time.
            if (run.status().isUnfinished()) {
                pending.put(run.id(), state.run(run.id()).pending().or(List.of()));
            }
        }
        Signal signal = SignalRule.between(side(service, from, state), side(service, to, state), to, deploys, pending);
        return switch (signal) {
            case Signal.Clear ignored -> row(Mark.GOOD, "Same version in " + from + " and " + to, to);
            case Signal.Behind(String ready, String running) -> row(
                    Mark.IDLE, SafeText.line(ready) + " is ready for " + to + ", which runs " + SafeText.line(running),
                    to);
            case Signal.Coming(Run run) -> new SignalRow(
                    Mark.MOVING, 0, named(run, state) + " is on its way, " + Durations.words(run.durationAt(now)),
                    false, run.id(), to);
            case Signal.WaitsForPeople(Run run, List<PendingApproval> approvals, boolean mine) -> new SignalRow(
                    Mark.PEOPLE, approvals.size(),
                    named(run, state) + " waits for approval" + (mine ? "; you can decide" : whoOf(approvals)),
                    mine, run.id(), to);
            case Signal.WaitsForTimer(Run run, PendingApproval approval) -> new SignalRow(
                    Mark.WAITING, 0, named(run, state) + " waits for a timer" + timerOf(approval, now), false,
                    run.id(), to);
            case Signal.RunFailed(Run run) -> new SignalRow(
                    Mark.BAD, 0, named(run, state) + " failed before it reached " + to, false, run.id(), to);
            case Signal.TargetFailing(String words) -> row(Mark.ALERT, to + " is in trouble: " + words, to);
            case Signal.Nothing(@Nullable String reason) -> row(
                    Mark.IDLE,
                    reason == null ? "Nothing known between " + from + " and " + to : SafeText.line(reason), to);
        };
    }

    /// What waits for our decision where no signal stands: before the first environment, or before one that has no column. It
    /// counts as the signal of the first environment.
    static @Nullable SignalRow aside(List<EnvironmentSpec> environments, List<Run> deploys, ConsoleState state) {
        Set<String> guarded = environments.stream().skip(1).map(EnvironmentSpec::name).collect(Collectors.toSet());
        for (Run run : deploys) {
            List<PendingApproval> pending =
                    run.status().isUnfinished() ? state.run(run.id()).pending().or(List.of()) : List.of();
            List<PendingApproval> mine = pending.stream()
                    .filter(p -> p.blocks() && p.canApprove() && !guarded.contains(p.environmentName()))
                    .toList();
            if (!mine.isEmpty()) {
                String words = named(run, state) + " waits for approval for "
                        + SafeText.line(mine.getFirst().environmentName()) + "; you can decide";
                String shownAt = environments.isEmpty() ? "" : environments.getFirst().name();
                return new SignalRow(Mark.PEOPLE, mine.size(), words, true, run.id(), shownAt);
            }
        }
        return null;
    }

    private static SignalRow row(Mark mark, String words, String environment) {
        return new SignalRow(mark, 0, words, false, null, environment);
    }

    private static String named(Run run, ConsoleState state) {
        return state.words(run.id().repository().connection()).runFirst() + " #" + Numbers.grouped(run.number());
    }

    private static String whoOf(List<PendingApproval> approvals) {
        List<String> names = approvals.stream()
                .flatMap(a -> a.reviewers().stream())
                .map(r -> SafeText.line(r.name()))
                .distinct()
                .limit(3)
                .toList();
        return names.isEmpty() ? "" : " by " + String.join(" or ", names);
    }

    private static String timerOf(PendingApproval approval, Instant now) {
        Instant began = approval.waitStartedAt();
        return began == null ? "" : ", over " + Durations.until(began.plus(approval.waitTimer()), now);
    }

    /// All targets of an environment as one: they are the same only where each runs the same, and in trouble where one is.
    private static SignalRule.@Nullable Side side(ServiceSpec service, String environment, ConsoleState state) {
        List<Workload> workloads = service.targets().stream()
                .filter(target -> target.environment().equals(environment))
                .flatMap(target -> Stream.ofNullable(state.workload(target.workload()).value()))
                .toList();
        if (workloads.isEmpty()) {
            return null;
        }
        Set<String> versions = new LinkedHashSet<>();
        Set<String> commits = new LinkedHashSet<>();
        Set<String> digests = new LinkedHashSet<>();
        HealthRule.Verdict worst = HealthRule.of(workloads.getFirst());
        for (Workload workload : workloads) {
            versions.add(workload.image().map(ImageRef::version).orElse("?"));
            commits.add(workload.templateAnnotations().getOrDefault(Drift.OCI_REVISION, ""));
            digests.add(workload.image().flatMap(image -> Optional.ofNullable(image.digest())).orElse(""));
            HealthRule.Verdict verdict = HealthRule.of(workload);
            worst = trouble(verdict) > trouble(worst) ? verdict : worst;
        }
        return new SignalRule.Side(
                String.join(", ", versions), theOnly(commits), theOnly(digests), worst.health(), worst.words());
    }

    private static String theOnly(Set<String> told) {
        return told.size() == 1 ? told.iterator().next() : "";
    }

    private static int trouble(HealthRule.Verdict verdict) {
        return switch (verdict.health()) {
            case FAILED -> 2;
            case DEGRADED -> 1;
            case HEALTHY, MOVING, IDLE, UNKNOWN -> 0;
        };
    }
}
