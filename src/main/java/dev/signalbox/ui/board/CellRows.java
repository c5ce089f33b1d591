package dev.signalbox.ui.board;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.board.Drift;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.cluster.Health;
import dev.signalbox.domain.cluster.HealthRule;
import dev.signalbox.domain.cluster.ImageRef;
import dev.signalbox.domain.cluster.Replicas;
import dev.signalbox.domain.cluster.Revision;
import dev.signalbox.domain.cluster.Rollout;
import dev.signalbox.domain.cluster.RolloutRule;
import dev.signalbox.domain.cluster.Trouble;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Cells of the board, from the workloads that a service has in an environment.
final class CellRows {

    /// What was seen a moment ago needs no date when the cluster stops to answer.
    private static final Duration RECENT = Duration.ofMinutes(2);

    private CellRows() {}

    static CellRow of(ServiceSpec service, String environment, ConsoleState state, Instant now) {
        List<WorkloadKey> targets = service.targets().stream()
                .filter(t -> t.environment().equals(environment))
                .map(TargetSpec::workload)
                .toList();
        List<Deployment> deployments = deploymentsOf(service, state);
        if (targets.isEmpty()) {
            return undescribed(environment, deployments, now);
        }
        List<CellRow> cells =
                targets.stream().map(t -> one(environment, t, deployments, state, now)).toList();
        CellRow worst = cells.stream().min(Comparator.comparingInt(CellRows::severity)).orElseThrow();
        if (cells.size() == 1) {
            return worst;
        }
        List<String> versions = cells.stream().map(CellRow::version).distinct().toList();
        return new CellRow(
                environment, targets, worst.mark(), String.join(", ", versions),
                worst.words() + " · " + targets.size() + " targets",
                worst.progress(), cells.stream().anyMatch(CellRow::moving), cells.stream().anyMatch(CellRow::failing),
                cells.stream().anyMatch(CellRow::drifted), cells.stream().anyMatch(CellRow::stale),
                worst.spoken() + ", one of " + targets.size() + " targets" + among(versions));
    }

    /// The cell as it would be if the service had this target alone there.
    static CellRow alone(
            ServiceSpec service, String environment, WorkloadKey target, ConsoleState state, Instant now) {
        return one(environment, target, deploymentsOf(service, state), state, now);
    }

    private static List<Deployment> deploymentsOf(ServiceSpec service, ConsoleState state) {
        return service.repository() == null
                ? List.of()
                : state.repository(service.repository()).deployments().or(List.of());
    }

    /// What a screen reader says of targets that do not run the same.
    private static String among(List<String> versions) {
        List<String> known = versions.stream().filter(version -> !version.equals(CellRow.NONE)).toList();
        if (versions.size() == 1 || known.isEmpty()) {
            return "";
        }
        return (known.size() == versions.size() ? ", which run " : "; others run ") + String.join(", ", known);
    }

    /// Less is worse. What is not seen may be anything; what is scaled to zero is so on purpose.
    private static int severity(CellRow cell) {
        return switch (cell.mark()) {
            case BAD -> 0;
            case ALERT -> 1;
            case MOVING -> 2;
            case DRIFT -> 3;
            case PAUSED, WARNING, WAITING, PEOPLE, QUEUED -> 4;
            case UNKNOWN -> 5;
            case GOOD -> cell.stale() ? 5 : 6;
            case IDLE, STOPPED -> cell.version().equals(CellRow.NONE) ? 5 : 7;
        };
    }

    /// Without a cluster to look at, the provider's own record of deployments is the best that is known.
    private static CellRow undescribed(String environment, List<Deployment> deployments, Instant now) {
        // What is not there counts only where nothing else ever was.
        Optional<Deployment> last = deployments.stream()
                .filter(d -> d.environment().equals(environment))
                .min(Comparator.comparing(CellRows::isNotThere));
        if (last.isEmpty()) {
            return new CellRow(
                    environment, List.of(), Mark.IDLE, "", "", -1, false, false, false, false,
                    "not in " + environment);
        }
        Deployment d = last.get();
        Mark mark = switch (d.state()) {
            case SUCCESS -> Mark.GOOD;
            case INACTIVE, CANCELLED -> Mark.IDLE;
            case FAILURE, ERROR -> Mark.BAD;
            case WAITING -> Mark.PEOPLE;
            case QUEUED -> Mark.QUEUED;
            case PENDING, IN_PROGRESS -> Mark.MOVING;
            case UNKNOWN -> Mark.UNKNOWN;
        };
        String version = SafeText.line(d.ref().isEmpty() || d.ref().equals("main") ? shorten(d.sha()) : d.ref());
        String words = fate(d) + " · " + Durations.age(d.createdAt(), now);
        return new CellRow(
                environment, List.of(), mark, version, words, -1, mark == Mark.MOVING, mark == Mark.BAD, false, false,
                environment + ": " + version + ", " + words + ", " + mark.word());
    }

    private static String fate(Deployment deployment) {
        return switch (deployment.state()) {
            case WAITING -> "waits for people";
            case QUEUED -> "not begun";
            case CANCELLED -> "cancelled";
            case PENDING, IN_PROGRESS, SUCCESS, INACTIVE, FAILURE, ERROR, UNKNOWN -> "deployed";
        };
    }

    /// Whether it has not begun or was given up.
    private static boolean isNotThere(Deployment deployment) {
        return switch (deployment.state()) {
            case WAITING, QUEUED, CANCELLED -> true;
            case PENDING, IN_PROGRESS, SUCCESS, INACTIVE, FAILURE, ERROR, UNKNOWN -> false;
        };
    }

    private static CellRow one(
            String environment, WorkloadKey key, List<Deployment> deployments, ConsoleState state, Instant now) {
        Reading<Workload> reading = state.workload(key);
        Workload workload = reading.value();
        Connection connection = state.connections().get(key.cluster());
        boolean stale = connection != null && connection.lamp() != Connection.Lamp.LIVE;
        if (workload == null) {
            boolean unwatched = isUnwatched(key, state);
            boolean unread = !unwatched && (stale || connection == null);
            String words = unwatched ? "not watched" : unread ? "not read yet" : "no such workload";
            return new CellRow(
                    environment, List.of(key), unread ? Mark.UNKNOWN : Mark.IDLE, CellRow.NONE, words, -1, false, false,
                    false, stale, environment + ": " + words);
        }
        Rollout rollout = RolloutRule.of(workload);
        HealthRule.Verdict verdict = HealthRule.of(workload, rollout);
        Optional<Drift> drift = rollout.isMoving() ? Optional.empty() : Drift.of(workload, environment, deployments);
        boolean failing = verdict.health() == Health.FAILED || verdict.health() == Health.DEGRADED;
        boolean moving = verdict.health() == Health.MOVING && rollout.phase() != Rollout.Phase.PAUSED;
        String version = versionOf(workload, rollout, failing ? Optional.empty() : drift);
        String told = wordsOf(workload, rollout, verdict, drift, now);
        Instant readAt = reading.readAt();
        boolean old = stale && readAt != null && readAt.plus(RECENT).isBefore(now);
        String words = old ? told + " · as of " + Durations.age(readAt, now) : told;
        Mark mark = markOf(verdict.health(), rollout, drift.isPresent());
        return new CellRow(
                environment, List.of(key), mark, version, words,
                moving && rollout.isMoving() && rollout.total() > 0 ? rollout.done() / (double) rollout.total() : -1,
                moving, failing, drift.isPresent(), stale,
                environment + ": " + version + ", " + verdict.words() + (stale ? ", not current" : ""));
    }

    /// Whether the console does not look where the workload lives.
    static boolean isUnwatched(WorkloadKey key, ConsoleState state) {
        Connection cluster = state.connections().get(key.cluster());
        return cluster != null && !cluster.watches(key.namespace());
    }

    private static Mark markOf(Health health, Rollout rollout, boolean drifted) {
        return switch (health) {
            case FAILED -> Mark.BAD;
            case DEGRADED -> Mark.ALERT;
            case MOVING -> rollout.phase() == Rollout.Phase.PAUSED ? Mark.PAUSED : Mark.MOVING;
            case HEALTHY -> drifted ? Mark.DRIFT : rollout.phase() == Rollout.Phase.PAUSED ? Mark.PAUSED : Mark.GOOD;
            case IDLE -> Mark.IDLE;
            case UNKNOWN -> Mark.UNKNOWN;
        };
    }

    private static String versionOf(Workload workload, Rollout rollout, Optional<Drift> drift) {
        String now = SafeText.line(workload.image().map(ImageRef::version).orElse("?"));
        if (drift.isPresent()) {
            return SafeText.line(drift.get().deployed()) + " ≠ " + now;
        }
        if (!rollout.isMoving()) {
            return now;
        }
        return workload.revisions().stream()
                .filter(r -> !r.current() && r.pods() > 0)
                .max(Comparator.comparingLong(Revision::number))
                .map(r -> SafeText.line(r.version()))
                .filter(old -> !old.equals(now))
                .map(old -> old + " → " + now)
                .orElse(now);
    }

    private static String wordsOf(
            Workload workload, Rollout rollout, HealthRule.Verdict verdict, Optional<Drift> drift, Instant now) {
        Replicas count = workload.replicas();
        String ready = count.ready() + "/" + count.desired();
        String age = Durations.age(changedAt(workload), now);
        if (drift.isPresent() && verdict.health() == Health.HEALTHY) {
            return drift.get().kind() == Drift.Kind.ROLLED_BACK ? "rolled back · " + ready : "drift: changed by hand";
        }
        return switch (verdict.health()) {
            case MOVING -> rollout.phase() == Rollout.Phase.PAUSED
                    ? "paused " + rollout.done() + " / " + rollout.total()
                    : "rolling " + rollout.done() + " / " + rollout.total() + " · " + age;
            case FAILED, DEGRADED -> ready + rollout.troubles().stream()
                    .findFirst()
                    .map(Trouble::reason)
                    .map(reason -> " · " + SafeText.line(reason))
                    .orElse("") + " · " + age;
            case HEALTHY -> ready + (rollout.phase() == Rollout.Phase.PAUSED ? " · paused" : "") + " · " + age;
            case IDLE -> "scaled to zero · " + age;
            case UNKNOWN -> "no status yet";
        };
    }

    /// When what runs now began: the current revision's making, or the moment it was put back.
    static @org.jspecify.annotations.Nullable Instant changedAt(Workload workload) {
        Instant made = workload.currentRevision().map(Revision::createdAt).orElse(workload.createdAt());
        Instant changed = workload.lastChange() == null ? null : workload.lastChange().at();
        boolean again = workload.currentRevision().map(r -> !r.earlier().isEmpty()).orElse(false);
        return again && changed != null ? changed : made;
    }

    private static String shorten(String sha) {
        return sha.length() > 7 ? sha.substring(0, 7) : sha;
    }
}
