package dev.signalbox.ui.board;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.board.Drift;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.HealthRule;
import dev.signalbox.domain.cluster.Owner;
import dev.signalbox.domain.cluster.Pod;
import dev.signalbox.domain.cluster.Rollout;
import dev.signalbox.domain.cluster.RolloutRule;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.widget.Tone;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Numbers;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The drawer, from the state and the time.
final class DrawerRows {

    private static final int PODS = 12;

    private DrawerRows() {}

    /// The drawer of a target, or of an environment where nothing is known to run.
    ///
    /// @param all the cell of all its targets there
    static DrawerRow of(ServiceSpec service, CellRow all, int target, ConsoleState state, Instant now) {
        String title = SafeText.line(service.name()) + " · " + SafeText.line(all.environment());
        if (all.isEmpty()) {
            return empty(
                    title, all, "No workload is known here. Name one in the board file, under targets.", service,
                    state, now);
        }
        WorkloadKey key = all.workloads().get(Math.floorMod(target, all.workloads().size()));
        CellRow cell = CellRows.alone(service, all.environment(), key, state, now);
        Reading<Workload> reading = state.workload(key);
        Workload workload = reading.value();
        if (workload == null) {
            return empty(title, cell, absence(key, state), service, state, now);
        }
        Rollout rollout = RolloutRule.of(workload);
        HealthRule.Verdict verdict = HealthRule.of(workload, rollout);
        WayBack way = WayBack.of(service, workload, state, now);
        return new DrawerRow(
                title,
                cell.mark(),
                statusOf(verdict, cell),
                key,
                problemOf(key, state, now),
                facts(service, cell, workload, verdict, state, now),
                way.offer(),
                way.whyNot(),
                way.revisions(),
                ChangeRows.of(service, workload, way.before(), state, now),
                pods(workload, now),
                morePods(workload),
                OtherEnvironments.of(service, state, now),
                ReleaseRows.of(service, workload, state, now),
                Stream.concat(
                        WorkloadOffers.of(workload, state).stream(),
                        DeployAgain.of(service, cell.environment(), state, now).stream())
                        .toList());
    }

    private static String absence(WorkloadKey key, ConsoleState state) {
        String namespace = SafeText.line(key.namespace());
        return CellRows.isUnwatched(key, state)
                ? "The namespace " + namespace + " of " + SafeText.line(key.cluster().name())
                        + " is not watched. Add it to “namespaces” in the configuration."
                : "The cluster shows no " + SafeText.line(key.shortName()) + " in " + namespace + ".";
    }

    private static DrawerRow empty(
            String title,
            CellRow cell,
            String note,
            ServiceSpec service,
            ConsoleState state,
            Instant now) {
        return new DrawerRow(
                title, cell.mark(), cell.words().isEmpty() ? "nothing here" : cell.words(), null, "",
                Stream.concat(
                        Stream.of(new DrawerRow.Fact("Running", note, false, null, null)),
                        freeze(service, cell, state, now).stream())
                        .toList(),
                Optional.empty(), "", List.of(), new DrawerRow.Changes("", null, List.of(), ""), List.of(), "",
                OtherEnvironments.of(service, state, now),
                ReleaseRows.of(service, null, state, now),
                DeployAgain.of(service, cell.environment(), state, now));
    }

    private static String statusOf(HealthRule.Verdict verdict, CellRow cell) {
        return switch (verdict.health()) {
            case HEALTHY -> cell.drifted() ? "drifted" : "healthy";
            case MOVING -> cell.mark() == Mark.PAUSED ? "paused" : "rolling";
            case DEGRADED -> "degraded";
            case FAILED -> "failed";
            case IDLE -> "idle";
            case UNKNOWN -> "unknown";
        };
    }

    private static String problemOf(WorkloadKey key, ConsoleState state, Instant now) {
        Connection cluster = state.connections().get(key.cluster());
        if (cluster == null || cluster.problem() == null) {
            return "";
        }
        return Problems.sentence(cluster.problem(), now) + " Shown as of "
                + Durations.ago(cluster.freshAt(), now) + ".";
    }

    private static List<DrawerRow.Fact> facts(
            ServiceSpec service,
            CellRow cell,
            Workload workload,
            HealthRule.Verdict verdict,
            ConsoleState state,
            Instant now) {
        List<DrawerRow.Fact> facts = new ArrayList<>();
        facts.add(new DrawerRow.Fact("Running", running(workload), true, null, null));
        ReleaseRows.running(service, workload, state, now)
                .ifPresent(words -> facts.add(new DrawerRow.Fact("Release", words, false, null, null)));
        facts.add(deployed(service, cell, workload, state, now));
        Tone tone = cell.failing() ? Tone.BAD : null;
        facts.add(new DrawerRow.Fact(
                "Health",
                workload.replicas().ready() + " / " + workload.replicas().desired() + " ready · "
                        + SafeText.line(verdict.words()),
                false, tone, null));
        facts.add(new DrawerRow.Fact(
                "Where",
                SafeText.line(workload.key().cluster().name() + " / " + workload.key().namespace() + " / "
                        + workload.key().shortName()),
                true, null, null));
        freeze(service, cell, state, now).ifPresent(facts::add);
        if (cell.drifted()) {
            drift(service, cell, workload, state).ifPresent(d -> facts.add(new DrawerRow.Fact(
                    "Drift",
                    "last deployed was " + SafeText.line(d.deployed())
                            + (workload.lastChange() == null
                                    ? ""
                                    : "; changed since by " + SafeText.line(workload.lastChange().manager())),
                    false, Tone.WARN, null)));
        }
        if (workload.owner().kind() != Owner.Kind.NOBODY) {
            facts.add(new DrawerRow.Fact("Owner", ownerOf(workload.owner()), false, Tone.WARN, null));
        }
        return List.copyOf(facts);
    }

    private static Optional<DrawerRow.Fact> freeze(
            ServiceSpec service, CellRow cell, ConsoleState state, Instant now) {
        return FreezeSigns.fact(service.repository(), cell.environment(), state, now)
                .map(words -> new DrawerRow.Fact("Freeze", words, false, Tone.WARN, null));
    }

    private static Optional<Drift> drift(ServiceSpec service, CellRow cell, Workload workload, ConsoleState state) {
        return service.repository() == null
                ? Optional.empty()
                : Drift.of(workload, cell.environment(),
                        state.repository(service.repository()).deployments().or(List.of()));
    }

    private static String ownerOf(Owner owner) {
        String name = SafeText.line(owner.name());
        return switch (owner.kind()) {
            case ARGO_CD -> "Argo CD application " + name + " will undo changes made here";
            case FLUX -> "Flux " + name + " will undo changes made here";
            case HELM -> "Helm release " + name + " does not know of changes made here";
            case NOBODY -> "nobody else";
        };
    }

    private static String running(Workload workload) {
        return workload.image()
                .map(i -> SafeText.line(i.version())
                        + (i.digest() == null || i.tag() == null
                                ? ""
                                : " · " + shortDigest(Objects.requireNonNull(i.digest()))))
                .orElse("no container");
    }

    private static String shortDigest(String digest) {
        return digest.length() > 23 ? digest.substring(0, 11) + "…" + digest.substring(digest.length() - 4) : digest;
    }

    private static DrawerRow.Fact deployed(
            ServiceSpec service, CellRow cell, Workload workload, ConsoleState state, Instant now) {
        StringBuilder words = new StringBuilder(Durations.ago(CellRows.changedAt(workload), now));
        if (service.repository() != null) {
            String sha = workload.templateAnnotations().getOrDefault(Drift.OCI_REVISION, "");
            // Where the image does not tell its commit, only one that went well can have brought it.
            Optional<Deployment> last = state.repository(service.repository()).deployments().or(List.of()).stream()
                    .filter(d -> d.environment().equals(cell.environment()))
                    .filter(d -> sha.isEmpty() ? d.state() == Deployment.State.SUCCESS : d.sha().equals(sha))
                    .findFirst();
            if (last.isPresent() && (!sha.isEmpty() || !cell.drifted())) {
                words.append(" by ").append(SafeText.line(last.get().creator()));
                DrawerRow.RunLink link = null;
                Long number = last.get().run();
                if (number != null) {
                    RunId run = new RunId(service.repository(), number);
                    String named = state.words(service.repository().connection()).run() + " " + numberOf(run, state);
                    words.append(" · ").append(named);
                    link = new DrawerRow.RunLink(run, "Open " + named);
                }
                return new DrawerRow.Fact("Deployed", words.toString(), false, null, link);
            }
        }
        if (workload.lastChange() != null) {
            words.append(" by ").append(SafeText.line(workload.lastChange().manager()));
        }
        return new DrawerRow.Fact("Deployed", words.toString(), false, null, null);
    }

    private static String numberOf(RunId id, ConsoleState state) {
        return state.repository(id.repository()).runs().or(List.of()).stream()
                .filter(r -> r.id().equals(id))
                .map(Run::number)
                .findFirst()
                .map(n -> "#" + Numbers.grouped(n))
                .orElse("of this repository");
    }

    private static List<DrawerRow.PodRow> pods(Workload workload, Instant now) {
        return workload.pods().stream()
                .sorted(Comparator.comparing((Pod p) -> p.trouble() == null)
                        .thenComparing(p -> p.ready() && !p.terminating())
                        .thenComparing(Pod::name))
                .limit(PODS)
                .map(p -> pod(p, now))
                .toList();
    }

    private static String morePods(Workload workload) {
        int more = workload.pods().size() - PODS;
        return more <= 0 ? "" : "and " + Numbers.grouped(more) + " more";
    }

    private static DrawerRow.PodRow pod(Pod pod, Instant now) {
        String restarts = pod.restarts() == 0 ? "" : " · " + Numbers.counted(pod.restarts(), "restart", "restarts");
        String age = " · " + Durations.age(pod.createdAt(), now);
        if (pod.trouble() != null) {
            return new DrawerRow.PodRow(
                    SafeText.line(pod.name()), pod.trouble().fatal() ? Mark.BAD : Mark.WARNING,
                    SafeText.line(pod.trouble().reason()) + restarts + age);
        }
        Mark mark = pod.terminating() ? Mark.STOPPED : pod.ready() ? Mark.GOOD : Mark.MOVING;
        String word = pod.terminating()
                ? "terminating"
                : pod.ready() ? "ready" : SafeText.line(pod.phase()).toLowerCase(java.util.Locale.ROOT);
        return new DrawerRow.PodRow(SafeText.line(pod.name()), mark, word + restarts + age);
    }
}
