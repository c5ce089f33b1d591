package dev.signalbox.ui.runs;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.ci.Usual;
import dev.signalbox.domain.text.SafePage;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RunState;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Problems;
import dev.signalbox.ui.words.RunPace;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One run in words. Pure.
final class RunCards {

    private RunCards() {}

    /// @param choice what a person chose in it
    static Optional<RunCard> of(ConsoleState state, RunId id, RunChoice choice, Instant now) {
        KnownRuns known = new KnownRuns(state);
        return known.find(id).map(run -> card(state, known, run, choice, now));
    }

    private static RunCard card(ConsoleState state, KnownRuns known, Run latest, RunChoice choice, Instant now) {
        int attempt = choice.attempt() < 1 ? latest.attempt() : Math.min(choice.attempt(), latest.attempt());
        Run read = AttemptRows.runOf(state, latest, attempt);
        Run run = read == null ? latest : read;
        RunState details = state.run(latest.id());
        Reading<List<Job>> jobs = details.jobsOf(attempt);
        List<Job> listed = jobs.or(List.of());
        Job chosen = choose(listed, choice.job());
        List<PendingApproval> pending = latest.status().isUnfinished()
                ? details.pending().or(List.of()).stream().filter(PendingApproval::blocks).toList()
                : List.of();
        CiWords words = state.words(latest.id().repository().connection());
        URI page = latest.page();
        boolean safePage = SafePage.mayOpen(page);
        Usual usual = known.usual(run).orElse(null);
        RunPace pace = read == null ? RunPace.UNKNOWN : RunPace.of(run, usual, now);
        ClockCard clock = ClockRows.of(new ClockFacts(
                listed, choice.folds(), attempt > 1 ? run.startedAt() : null, pace.expected(),
                usualJobs(state, latest), now));
        return new RunCard(
                latest.id(),
                RunRows.where(latest) + " #" + latest.number(),
                read == null ? Mark.UNKNOWN : RunWords.mark(run.status(), run.conclusion()),
                read == null ? "being read" : RunWords.word(run.status(), run.conclusion()),
                sub(run, attempt, latest.attempt(), words, now),
                problem(details, jobs, now),
                banner(pending, now),
                pending.isEmpty() ? "" : pending.getFirst().environmentName(),
                RunOffers.of(state, latest, listed, chosen, attempt, now),
                "Open on " + words.provider(),
                safePage ? page : null,
                page == null
                        ? "The provider named no page."
                        : safePage ? "" : "Its address is none that may be opened.",
                pace,
                clock,
                pointed(clock, chosen, choice),
                JobCards.of(state, chosen, jobs, now),
                AttemptRows.of(state, latest, attempt, choice.beside(), now),
                NoteRows.of(state, listed, chosen, now),
                ChangesRows.of(state, known, latest, now),
                RequestRows.of(state, latest, now));
    }

    private static Map<String, Duration> usualJobs(ConsoleState state, Run run) {
        return state.past().of(run.id()).jobs().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().median()));
    }

    /// The chosen job, or the line of its group when that hides it or was itself pointed at.
    private static ClockRow.Key pointed(ClockCard clock, @Nullable Job chosen, RunChoice choice) {
        ClockRow.Key job = ClockRow.Key.job(chosen == null ? 0 : chosen.number());
        List<ClockRow.Key> there = clock.rows().stream().map(ClockRow::key).toList();
        ClockRow.Key group = ClockRow.Key.group(
                !choice.group().isEmpty() || chosen == null ? choice.group() : JobGroups.groupOf(chosen));
        boolean meant = !choice.group().isEmpty() || !there.contains(job);
        return meant && there.contains(group) ? group : job;
    }

    private static String sub(Run run, int attempt, int attempts, CiWords words, Instant now) {
        String branch = Objects.requireNonNullElse(run.branch(), "no branch");
        boolean begun = run.attempt() == attempt && (run.startedAt() != null || run.createdAt() != null);
        return safe(branch) + " · " + RunRows.shortSha(run) + " “" + safe(run.title()) + "” · " + safe(run.actor())
                + words.attempt(" · ", attempt) + (attempts > 1 ? " of " + attempts : "")
                + (begun ? " · " + Durations.words(run.durationAt(now)) : "")
                + (run.coverage() == null ? "" : " · coverage " + SafeText.line(run.coverage(), 12) + " %");
    }

    private static String problem(RunState details, Reading<List<Job>> jobs, Instant now) {
        return Stream.of(details.run().problem(), jobs.problem(), details.pending().problem())
                .filter(Objects::nonNull)
                .findFirst()
                .map(p -> SafeText.line(Problems.sentence(p, now), 300) + " What is shown is the last that was read.")
                .orElse("");
    }

    private static String banner(List<PendingApproval> pending, Instant now) {
        if (pending.isEmpty()) {
            return "";
        }
        PendingApproval first = pending.getFirst();
        String more = pending.size() > 1 ? " and " + (pending.size() - 1) + " more" : "";
        return "Waits for " + (first.canApprove() ? "your" : "an") + " approval before " + safe(first.environmentName())
                + more
                + (first.waitStartedAt() == null ? "" : ", for " + Durations.age(first.waitStartedAt(), now)) + ".";
    }

    /// What people ask for first: what failed, else what runs, else what ran last.
    private static @Nullable Job choose(List<Job> jobs, long wanted) {
        return jobs.stream()
                .filter(j -> j.number() == wanted)
                .findFirst()
                .or(() -> jobs.stream().filter(Job::isBad).findFirst())
                .or(() -> jobs.stream().filter(j -> j.status() == RunStatus.IN_PROGRESS).findFirst())
                .or(() -> jobs.reversed().stream().filter(j -> j.conclusion() == Conclusion.SUCCESS).findFirst())
                .or(() -> jobs.stream().findFirst())
                .orElse(null);
    }

    private static String safe(String text) {
        return SafeText.line(text, 120);
    }
}
