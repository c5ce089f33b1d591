package dev.signalbox.domain.notice;

import dev.signalbox.domain.board.Drift;
import dev.signalbox.domain.ci.RepositoryId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is news between one look and the next. Pure: each look gives the notices and what is to be remembered for the
/// next one. Whatever is seen for the first time, or again after a long while, is the state of things and no news.
public final class Transitions {

    /// Nothing was looked at yet.
    public static final Transitions NONE = new Transitions(Map.of(), Map.of());

    /// A deployment tells of itself some time after the cluster has changed; a difference that goes away by itself is none.
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Map<RepositoryId, RunChanges> repositories;
    private final Map<Sight.TargetName, TargetChanges> targets;

    private Transitions(Map<RepositoryId, RunChanges> repositories, Map<Sight.TargetName, TargetChanges> targets) {
        this.repositories = repositories;
        this.targets = targets;
    }

    /// What is known of a target.
    ///
    /// @param seenAt when it was seen last
    /// @param told the version that is known to differ; empty for none
    /// @param since since when another version differs
    private record TargetChanges(Instant seenAt, String told, Optional<Instant> since) {}

    /// What is news now, and what the next look starts from.
    public record Look(List<Notice> notices, Transitions known) {}

    /// Looks again.
    public Look at(Sight sight, Instant now) {
        List<Notice> notices = new ArrayList<>();
        Map<RepositoryId, RunChanges> runs = new HashMap<>(repositories);
        sight.repositories().forEach((id, seen) -> {
            RunChanges before = repositories.get(id);
            if (before == null) {
                runs.put(id, RunChanges.first(seen));
            } else {
                RunChanges.Found found = before.next(seen, now);
                notices.addAll(found.notices());
                runs.put(id, found.known());
            }
        });
        Map<Sight.TargetName, TargetChanges> cells = new HashMap<>(targets);
        sight.targets().forEach((name, seen) -> cells.put(name, target(name, seen, now, notices)));
        return new Look(List.copyOf(notices), new Transitions(Map.copyOf(runs), Map.copyOf(cells)));
    }

    /// Whether another look at the same would find nothing: no difference is waited for to go away.
    public boolean isSettled() {
        return targets.values().stream().allMatch(target -> target.since.isEmpty());
    }

    private TargetChanges target(Sight.TargetName name, Sight.OfTarget seen, Instant now, List<Notice> notices) {
        TargetChanges before = targets.get(name);
        String running = seen.drift().map(Drift::running).orElse("");
        if (before == null || now.isAfter(before.seenAt.plus(RunChanges.GAP))) {
            return new TargetChanges(now, running, Optional.empty());
        }
        if (running.isEmpty() || running.equals(before.told)) {
            return new TargetChanges(now, running, Optional.empty());
        }
        Instant since = before.since.orElse(now);
        if (now.isBefore(since.plus(SETTLED))) {
            return new TargetChanges(now, before.told, Optional.of(since));
        }
        boolean back = seen.drift().filter(d -> d.kind() == Drift.Kind.ROLLED_BACK).isPresent();
        notices.add(new Notice(
                back ? NoticeKind.ROLLED_BACK : NoticeKind.DRIFTED, name.service(), seen.group(), name.environment(),
                null, running, now));
        return new TargetChanges(now, running, Optional.empty());
    }
}
