package dev.signalbox.domain.notice;

import dev.signalbox.domain.ci.BranchKind;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/// What changed among the runs of one repository since it was looked at last.
///
/// @param readAt when the runs were read that this knows
/// @param attempts the newest attempt of each run that is known
/// @param results the newest of each workflow and branch
/// @param waiting what waited for us
/// @param unasked runs that waited before anybody asked for whom: their first answer is no news
record RunChanges(
        Instant readAt, Map<RunId, Integer> attempts, Map<Line, Result> results, Set<Wait> waiting,
        Set<RunId> unasked) {

    /// Longer without a reading than this, and what is read is the state of things and no news. More than the slowest
    /// reading of a repository takes.
    static final Duration GAP = Duration.ofMinutes(25);

    /// A run that began longer before the last reading than this was there then, and only not listed.
    private static final Duration LATE = Duration.ofMinutes(10);

    /// So many results are remembered of lines whose runs are listed no more. A branch that comes back after that is looked
    /// at anew: its old runs are no news, and its next one speaks for itself.
    static final int UNLISTED = 200;

    /// What a result stands for: a workflow on a branch, or on all tags.
    record Line(long workflow, String branch) {

        static Line of(Run run) {
            String branch = Objects.requireNonNullElse(run.branch(), "");
            return new Line(run.workflow(), branch.matches("v?\\d.*") ? "tag" : "branch " + branch);
        }
    }

    /// How a run ended. While it runs again, no older run speaks in its place.
    ///
    /// @param listed when a run of its line was listed last
    record Result(long number, boolean bad, Instant listed) {

        Result listedAt(Instant when) {
            return new Result(number, bad, when);
        }
    }

    /// A decision that waits for us.
    record Wait(RunId run, String environment) {}

    /// What was found, and what is known from now on.
    record Found(List<Notice> notices, RunChanges known) {}

    /// The first look at a repository, or one after a gap: nothing is news.
    static RunChanges first(Sight.OfRepository seen) {
        return known(seen, Map.of(), unasked(seen, Sight.OfRun::run));
    }

    private static Set<RunId> unasked(Sight.OfRepository seen, java.util.function.Function<Sight.OfRun, Run> run) {
        Set<RunId> runs = new HashSet<>();
        for (Sight.OfRun one : seen.runs()) {
            if (run.apply(one).status() == RunStatus.WAITING && !seen.asked().contains(one.run().id())) {
                runs.add(one.run().id());
            }
        }
        return Set.copyOf(runs);
    }

    private static RunChanges known(Sight.OfRepository seen, Map<Line, Result> before, Set<RunId> unasked) {
        Map<RunId, Integer> attempts = new HashMap<>();
        Map<Line, Result> results = new HashMap<>();
        Set<Wait> waiting = new HashSet<>();
        for (Sight.OfRun one : seen.runs()) {
            attempts.put(one.run().id(), one.run().attempt());
            one.forUs().forEach(environment -> waiting.add(new Wait(one.run().id(), environment)));
            if (tells(one.run())) {
                results.putIfAbsent(
                        Line.of(one.run()),
                        new Result(one.run().number(), one.run().conclusion().isBad(), seen.readAt()));
            }
        }
        Set<Line> listed = Set.copyOf(results.keySet());
        before.forEach((line, old) -> results.merge(
                line, old, (now, then) -> now.number < then.number ? then.listedAt(now.listed) : now));
        forget(results, listed);
        return new RunChanges(
                seen.readAt(), Map.copyOf(attempts), Map.copyOf(results), Set.copyOf(waiting), unasked);
    }

    /// Branches come and go without end: the unlisted ones that were listed longest ago are forgotten.
    private static void forget(Map<Line, Result> results, Set<Line> listed) {
        if (results.size() - listed.size() > UNLISTED) {
            List<Map.Entry<Line, Result>> unlisted = results.entrySet().stream()
                    .filter(entry -> !listed.contains(entry.getKey()))
                    .sorted(Comparator.comparing(entry -> entry.getValue().listed()))
                    .toList();
            unlisted.subList(0, unlisted.size() - UNLISTED).forEach(entry -> results.remove(entry.getKey()));
        }
    }

    /// What is new in a later look.
    Found next(Sight.OfRepository seen, Instant now) {
        if (seen.readAt().isAfter(readAt.plus(GAP))) {
            return new Found(List.of(), first(seen));
        }
        List<Notice> notices = new ArrayList<>();
        Set<Line> told = new HashSet<>();
        for (Sight.OfRun one : seen.runs()) {
            Run run = one.run();
            if (isNew(run)) {
                notices.add(notice(NoticeKind.STARTED, one, "", now));
            }
            if (tells(run) && told.add(Line.of(run))) {
                colour(one, now, notices);
            }
            one.forUs().stream()
                    .filter(environment -> !waiting.contains(new Wait(run.id(), environment)))
                    .filter(environment -> !unasked.contains(run.id()))
                    .sorted()
                    .forEach(environment -> notices.add(notice(NoticeKind.WAITS, one, environment, now)));
        }
        Set<RunId> still = new HashSet<>(unasked);
        still.removeIf(((Predicate<RunId>) seen.asked()::contains).or(run -> !waits(seen, run)));
        return new Found(List.copyOf(notices), known(seen, results, Set.copyOf(still)));
    }

    private static boolean waits(Sight.OfRepository seen, RunId id) {
        return seen.runs().stream()
                .anyMatch(one -> one.run().id().equals(id) && one.run().status() == RunStatus.WAITING);
    }

    private void colour(Sight.OfRun one, Instant now, List<Notice> notices) {
        boolean bad = one.run().conclusion().isBad();
        Result before = results.get(Line.of(one.run()));
        if (before == null ? isOld(one.run()) : one.run().number() < before.number) {
            return;
        }
        boolean wasBad = before != null && before.bad;
        if (bad && !wasBad) {
            notices.add(notice(NoticeKind.BROKEN, one, "", now));
        } else if (!bad && wasBad) {
            notices.add(notice(NoticeKind.FIXED, one, "", now));
        }
    }

    private boolean isNew(Run run) {
        Integer attempt = attempts.get(run.id());
        return isOurs(run) && (attempt == null ? !isOld(run) : attempt < run.attempt());
    }

    private boolean isOld(Run run) {
        Instant began = run.startedAt() != null ? run.startedAt() : run.createdAt();
        return began == null || began.isBefore(readAt.minus(LATE));
    }

    /// Whether its end says whether the workflow works there.
    private static boolean tells(Run run) {
        return isOurs(run)
                && run.status() == RunStatus.COMPLETED
                && (run.conclusion() == Conclusion.SUCCESS || run.conclusion().isBad());
    }

    /// Proposed changes break all the time, and their authors are told by the provider.
    private static boolean isOurs(Run run) {
        return BranchKind.of(run, "") != BranchKind.PULL_REQUEST;
    }

    private static Notice notice(NoticeKind kind, Sight.OfRun one, String environment, Instant now) {
        Run run = one.run();
        return new Notice(
                kind, one.service(), one.group(), environment, run.id(), run.workflowName() + " #" + run.number(), now);
    }
}
