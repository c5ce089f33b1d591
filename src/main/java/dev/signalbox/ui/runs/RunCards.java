package dev.signalbox.ui.runs;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.PendingApproval;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RunState;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Problems;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One run in words. Pure.
final class RunCards {

    private RunCards() {}

    /// @param wanted the job that a person chose; 0 to choose the one that people ask for first
    static Optional<RunCard> of(ConsoleState state, RunId id, long wanted, Instant now) {
        KnownRuns known = new KnownRuns(state);
        return known.find(id).map(run -> card(state, known, run, wanted, now));
    }

    private static RunCard card(ConsoleState state, KnownRuns known, Run run, long wanted, Instant now) {
        RunState details = state.run(run.id());
        Reading<List<Job>> jobs = details.jobsOf(run.attempt());
        List<Job> listed = jobs.or(List.of());
        Job chosen = choose(listed, wanted);
        List<PendingApproval> pending = run.status().isUnfinished() ? details.pending().or(List.of()) : List.of();
        URI page = run.page();
        boolean safePage = SafePage.mayOpen(page);
        return new RunCard(
                run.id(),
                RunRows.where(run) + " #" + run.number(),
                RunWords.mark(run.status(), run.conclusion()),
                RunWords.word(run.status(), run.conclusion()),
                sub(known, run, now),
                problem(details, jobs, now),
                banner(pending, now),
                pending.isEmpty() ? "" : pending.getFirst().environmentName(),
                RunOffers.of(state, run, listed, chosen, now),
                "Open on " + provider(state, run),
                safePage ? page : null,
                page == null
                        ? "The provider named no page."
                        : safePage ? "" : "Its address is none that may be opened.",
                ClockRows.of(listed, now),
                JobCards.of(state, chosen, jobs, now));
    }

    private static String sub(KnownRuns known, Run run, Instant now) {
        String branch = Objects.requireNonNullElse(run.branch(), "no branch");
        boolean begun = run.startedAt() != null || run.createdAt() != null;
        return safe(branch) + " · " + RunRows.shortSha(run) + " “" + safe(run.title()) + "” · " + safe(run.actor())
                + " · attempt " + run.attempt()
                + (begun ? " · " + Durations.words(run.durationAt(now)) : "")
                + known.usual(run).map(u -> " · usually " + Durations.brief(u)).orElse("");
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
                .or(() -> jobs.stream().filter(j -> j.conclusion().isBad()).findFirst())
                .or(() -> jobs.stream().filter(j -> j.status() == RunStatus.IN_PROGRESS).findFirst())
                .or(() -> jobs.reversed().stream().filter(j -> j.conclusion() == Conclusion.SUCCESS).findFirst())
                .or(() -> jobs.stream().findFirst())
                .orElse(null);
    }

    private static String provider(ConsoleState state, Run run) {
        Connection connection = state.connections().get(run.id().repository().connection());
        return connection == null ? "the web" : switch (connection.kind()) {
            case GITHUB -> "GitHub";
            case GITLAB -> "GitLab";
            case KUBERNETES -> "the web";
        };
    }

    private static String safe(String text) {
        return SafeText.line(text, 120);
    }
}
