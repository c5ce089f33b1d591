package dev.signalbox.domain.team;

import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.Discovery;
import dev.signalbox.domain.board.Protection;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.team.Weakening.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Compares two boards and tells what the newer one protects less. Pure. When in doubt it is told: a person looks once
/// more than necessary, which does no harm.
public final class Weakenings {

    private static final String NAME_TYPED = "actions ask for its name";
    private static final String PRESS = "a press is enough";
    private static final String AS_CONFIGURED = "as configured here";

    private final BoardSpec before;
    private final BoardSpec after;
    private final List<Weakening> found = new ArrayList<>();

    private Weakenings(BoardSpec before, BoardSpec after) {
        this.before = before;
        this.after = after;
    }

    /// What becomes weaker between the board in force and a newer one, in a fixed order.
    ///
    /// @param before the board in force; [BoardSpec#EMPTY] where there is none yet
    public static List<Weakening> between(BoardSpec before, BoardSpec after) {
        Weakenings comparison = new Weakenings(before, after);
        comparison.hosts();
        comparison.clusters();
        comparison.environments();
        comparison.workloads();
        comparison.freezes();
        comparison.connections();
        return List.copyOf(comparison.found);
    }

    private void hosts() {
        Map<String, String> old = before.protection().hosts();
        after.protection().hosts().forEach((name, host) -> {
            String was = old.getOrDefault(name, AS_CONFIGURED);
            if (!was.equals(host)) {
                found.add(new Weakening(Kind.HOST_MOVED, name, was, host));
            }
        });
        old.forEach((name, host) -> {
            if (!after.protection().hosts().containsKey(name)) {
                found.add(new Weakening(Kind.HOST_MOVED, name, host, AS_CONFIGURED));
            }
        });
    }

    private void clusters() {
        for (String cluster : before.protection().readOnly()) {
            if (!after.protection().isReadOnly(cluster)) {
                found.add(new Weakening(Kind.CLUSTER_WRITABLE, cluster, "looked at only", "may be changed"));
            }
        }
    }

    private void environments() {
        Set<String> names = new LinkedHashSet<>(BoardSpec.USUALLY_PRODUCTION);
        before.environments().forEach(e -> names.add(e.name()));
        after.environments().forEach(e -> names.add(e.name()));
        for (String name : names) {
            boolean mentioned = before.environment(name).isPresent() || after.environment(name).isPresent();
            // The two questions that plans ask: about an environment, and about a word that may be one.
            boolean less = before.isProduction(name) && !after.isProduction(name)
                    || before.asksForName(name) && !after.asksForName(name);
            if (mentioned && less) {
                String now = after.environment(name).isPresent() ? PRESS : "not described any more: " + PRESS;
                found.add(new Weakening(Kind.CONFIRMATION_DROPPED, name, NAME_TYPED, now));
            }
        }
    }

    /// The first target that names a workload says where it stands, as for every plan; where none does, its namespace.
    private void workloads() {
        Map<WorkloadKey, String> old = places(before);
        Map<WorkloadKey, String> now = places(after);
        Set<WorkloadKey> all = new LinkedHashSet<>(old.keySet());
        all.addAll(now.keySet());
        for (WorkloadKey workload : all) {
            boolean described = old.containsKey(workload);
            String was = old.getOrDefault(workload, Discovery.environmentOf(before, workload));
            String is = now.get(workload);
            boolean guarded = described ? before.isProduction(was) : Discovery.isProduction(before, workload);
            // What stays where it was described is told with its environment.
            boolean moved = is == null || !is.equals(was) || !described && !before.isProduction(was);
            if (moved && guarded && (is == null || !after.isProduction(is))) {
                found.add(new Weakening(
                        Kind.WORKLOAD_UNPROTECTED, words(workload), "in " + was,
                        is == null ? "not described any more" : "in " + is));
            }
        }
    }

    private static Map<WorkloadKey, String> places(BoardSpec board) {
        Map<WorkloadKey, String> places = new LinkedHashMap<>();
        board.services().forEach(s -> s.targets().forEach(t -> places.putIfAbsent(t.workload(), t.environment())));
        return places;
    }

    private void freezes() {
        List<Freeze> now = after.protection().freezes();
        for (Freeze freeze : before.protection().freezes()) {
            if (now.stream().noneMatch(other -> covers(other, freeze))) {
                String instead = now.stream()
                        .filter(other -> isSameTime(other, freeze))
                        .findFirst()
                        .map(Protection::words)
                        .orElse("gone, or at other times");
                found.add(new Weakening(
                        Kind.FREEZE_LOOSENED, "freeze", Protection.words(freeze), instead));
            }
        }
    }

    private void connections() {
        Map<String, ServiceSpec> old = new HashMap<>();
        before.services().forEach(s -> old.put(s.name(), s));
        for (ServiceSpec service : after.services()) {
            ServiceSpec was = old.get(service.name());
            RepositoryId to = service.repository();
            RepositoryId from = was == null ? null : was.repository();
            if (from != null && to != null && !Objects.equals(from.connection(), to.connection())) {
                found.add(new Weakening(
                        Kind.CONNECTION_MOVED, service.name(), words(from), words(to)));
            }
        }
    }

    private static boolean isSameTime(Freeze a, Freeze b) {
        return a.start().equals(b.start()) && a.end().equals(b.end()) && a.zone().equals(b.zone());
    }

    private static boolean covers(Freeze wide, Freeze narrow) {
        boolean everywhere = wide.environments().isEmpty();
        return isSameTime(wide, narrow)
                && (everywhere
                        || (!narrow.environments().isEmpty()
                                && wide.environments().containsAll(narrow.environments())));
    }

    private static String words(WorkloadKey key) {
        return key.cluster().name() + " / " + key.namespace() + " / " + key.shortName();
    }

    private static String words(RepositoryId repository) {
        return repository.connection().name() + ":" + repository.fullName();
    }
}
