package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.RepositoryState;
import dev.signalbox.ui.palette.PaletteEntry;
import dev.signalbox.ui.palette.TypedWords;
import dev.signalbox.ui.plan.Proposals;
import dev.signalbox.ui.words.Durations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the palette can do with runs that go on or failed. Choosing one leads to the sheet.
record RunEntries(Proposals proposals) {

    /// As many of each repository as the palette lists.
    private static final int RUNS_EACH = 8;

    /// Enough to fill the palette, few enough to be made at every letter.
    private static final int RUNS = 30;

    List<PaletteEntry> acts(TypedWords typed, ConsoleState state, Instant now) {
        List<Run> open = state.repositories().values().stream()
                .flatMap(repository -> newest(repository, state))
                .filter(run -> run.status().isUnfinished() || run.conclusion().isBad())
                .sorted(KnownRuns.NEWEST_FIRST)
                .toList();
        return typed.meant(open, RunEntries::name, RUNS).stream().flatMap(run -> of(run, state, now)).toList();
    }

    private static Stream<Run> newest(RepositoryState repository, ConsoleState state) {
        return repository.runs().or(List.of()).stream().limit(RUNS_EACH).map(listed -> {
            Run alone = state.run(listed.id()).run().value();
            return alone != null && alone.isNewerThan(listed) ? alone : listed;
        });
    }

    private Stream<PaletteEntry> of(Run run, ConsoleState state, Instant now) {
        String detail = RunWords.word(run.status(), run.conclusion()) + " · " + SafeText.line(run.title(), 120) + " · "
                + Durations.ago(run.updatedAt(), now);
        List<Job> jobs = state.run(run.id()).jobsOf(run.attempt()).or(List.of());
        return RunOffers.of(state, run, jobs, null, run.attempt(), now).stream()
                .flatMap(offer -> entry(offer, run, detail).stream());
    }

    private Optional<PaletteEntry> entry(RunCard.Offer offer, Run run, String detail) {
        Intent intent = offer.intent();
        String act = act(offer.kind());
        return intent == null || act.isEmpty()
                ? Optional.empty()
                : Optional.of(new PaletteEntry(
                        PaletteEntry.Kind.ACTION, act + name(run), detail, () -> proposals.propose(intent)));
    }

    /// Empty for what is done with one job, which is chosen on the run's own page.
    private static String act(RunCard.Offer.Kind kind) {
        return switch (kind) {
            case RERUN_FAILED -> "Re-run failed jobs of ";
            case RERUN_ALL -> "Re-run all jobs of ";
            case CANCEL -> "Cancel ";
            case FORCE_CANCEL -> "Force-cancel ";
            case RERUN_JOB, START_JOB, APPROVE_JOB -> "";
        };
    }

    private static String name(Run run) {
        return RunRows.where(run) + " #" + run.number();
    }
}
