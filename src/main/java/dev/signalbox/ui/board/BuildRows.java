package dev.signalbox.ui.board;

import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.Past;
import dev.signalbox.state.RepositoryState;
import dev.signalbox.ui.widget.Tone;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Numbers;
import dev.signalbox.ui.words.RunPace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The build column, from a repository's runs.
final class BuildRows {

    private static final int BARS = 8;

    private BuildRows() {}

    /// @param past what earlier runs tell; only of runs that go on
    static BuildRow of(ServiceSpec service, RepositoryState repository, Past past, Instant now) {
        List<Run> builds = buildsOf(service, repository.runs().or(List.of()));
        if (builds.isEmpty()) {
            boolean known = repository.runs().value() != null;
            return known ? BuildRow.NONE : new BuildRow(List.of(), "", "reading…", "builds are being read");
        }
        List<Run> shown = builds.subList(0, Math.min(BARS, builds.size())).reversed();
        Duration longest = shown.stream().map(r -> r.durationAt(now)).max(Duration::compareTo).orElse(Duration.ZERO);
        List<BuildRow.Bar> bars = new ArrayList<>();
        for (Run run : shown) {
            double share = longest.isZero() ? 1 : run.durationAt(now).toMillis() / (double) longest.toMillis();
            bars.add(new BuildRow.Bar(run.id(), Math.max(0.15, share), toneOf(run), wordsOf(run, past, now)));
        }
        Run newest = builds.getFirst();
        RunPace pace = paceOf(newest, past, now);
        String line = "#" + Numbers.grouped(newest.number()) + " · "
                + SafeText.line(newest.branch() == null ? newest.event() : newest.branch()) + " · "
                + (newest.status().isUnfinished() ? moving(newest, pace) : Durations.ago(newest.updatedAt(), now));
        return new BuildRow(
                List.copyOf(bars), Durations.words(newest.durationAt(now)), line,
                "Newest build " + wordsOf(newest, past, now));
    }

    private static RunPace paceOf(Run run, Past past, Instant now) {
        return run.status().isUnfinished() ? RunPace.of(run, past.of(run.id()).usual(), now) : RunPace.UNKNOWN;
    }

    private static String moving(Run run, RunPace pace) {
        if (run.status() == RunStatus.WAITING) {
            return "waits";
        }
        return pace.instead().isEmpty() ? "running" : pace.instead();
    }

    /// The runs of the service's build workflow, or all of them when it names none.
    static List<Run> buildsOf(ServiceSpec service, List<Run> runs) {
        String build = service.build();
        return build == null ? runs : runs.stream().filter(r -> fileOf(r).equals(build)).toList();
    }

    /// The runs that bring the service to its environments: those of its deploying workflow, or all when it names none.
    static List<Run> deploysOf(ServiceSpec service, List<Run> runs) {
        String deploy = service.deploy();
        return deploy == null ? runs : runs.stream().filter(r -> fileOf(r).equals(deploy)).toList();
    }

    private static String fileOf(Run run) {
        String path = run.workflowPath();
        int ref = path.indexOf('@');
        String plain = ref < 0 ? path : path.substring(0, ref);
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private static Tone toneOf(Run run) {
        if (run.status() == RunStatus.WAITING) {
            return Tone.WARN;
        }
        if (run.status().isUnfinished()) {
            return Tone.RUN;
        }
        if (run.conclusion() == Conclusion.SUCCESS) {
            return Tone.OK;
        }
        return run.conclusion().isBad() ? Tone.BAD : Tone.IDLE;
    }

    private static String wordsOf(Run run, Past past, Instant now) {
        String pace = paceOf(run, past, now).words();
        String how = run.status().isUnfinished()
                ? (run.status() == RunStatus.WAITING ? "waits" : "running")
                : switch (run.conclusion()) {
                    case SUCCESS -> "passed";
                    case FAILURE, TIMED_OUT, STARTUP_FAILURE -> "failed";
                    case CANCELLED -> "was cancelled";
                    case SKIPPED, NEUTRAL, STALE -> "was skipped";
                    case ACTION_REQUIRED -> "needs action";
                    case NONE, UNKNOWN -> "ended in an unknown way";
                };
        return "#" + Numbers.grouped(run.number()) + " " + SafeText.line(run.workflowName()) + " " + how + ", "
                + Durations.words(run.durationAt(now)) + (pace.isEmpty() ? "" : ", " + pace);
    }
}
