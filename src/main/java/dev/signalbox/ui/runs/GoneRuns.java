package dev.signalbox.ui.runs;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Reading;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.Job;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogLink;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.ci.RunStatus;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.logs.ShownLog;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Problems;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs that cannot be shown, in words, with the log that was kept of them. Pure.
final class GoneRuns {

    /// As the viewer tells absolute times; with the year, since what is gone is old.
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private GoneRuns() {}

    /// Nothing while the run can be shown with the job that is wanted, or may still come.
    ///
    /// @param card the run as it would be shown; absent when nothing is known of it
    static Optional<GoneRunCard> of(
            ConsoleState state, RunId run, @Nullable RunCard card, KeptLogSight.Wanted wanted, Instant now) {
        String why = card == null ? whyNoRun(state, run, now) : whyNoJob(state, card, wanted, now);
        return why.isEmpty() ? Optional.empty() : Optional.of(card(run, card != null, why, wanted, now));
    }

    private static GoneRunCard card(
            RunId run, boolean runThere, String why, KeptLogSight.Wanted wanted, Instant now) {
        String repository = SafeText.line(run.repository().name(), 60);
        KeptLog about = wanted.about();
        String words = why + aboutLog(wanted, now);
        if (about == null || wanted.file() == null) {
            return new GoneRunCard(
                    repository, "not there", "run " + run.number(), words, ShownLog.none("There is no log to show."),
                    runThere);
        }
        String job = SafeText.line(about.jobName(), 80);
        String branch = SafeText.line(about.branch(), 80);
        return new GoneRunCard(
                repository + " #" + about.number(), "kept log",
                SafeText.line(about.workflow(), 80) + " · " + (branch.isEmpty() ? "" : branch + " · ") + job + " "
                        + RunWords.word(RunStatus.COMPLETED, about.conclusion()),
                words,
                new ShownLog(
                        repository + "-" + run.number() + "-" + job, ShownLog.Kind.FINISHED, wanted.file(), null,
                        new LogLink(about.job(), 0).page(), "", ""),
                runThere);
    }

    private static String whyNoRun(ConsoleState state, RunId run, Instant now) {
        Connection connection = state.connections().get(run.repository().connection());
        RemoteProblem problem = state.run(run).run().problem();
        if (problem instanceof RemoteProblem.NotFound) {
            return "This run is no longer at " + provider(connection) + ", or hidden from this account.";
        }
        if (problem == null) {
            problem = trouble(connection);
        }
        if (problem != null) {
            return "This run cannot be read now. " + SafeText.line(Problems.sentence(problem, now), 300);
        }
        return connection == null && !state.connections().isEmpty()
                ? "This run is at “" + SafeText.line(run.repository().connection().name(), 60)
                        + "”, which is none of the accounts that are connected."
                : "";
    }

    private static String whyNoJob(ConsoleState state, RunCard card, KeptLogSight.Wanted wanted, Instant now) {
        if (wanted.job() == null || card.job().number() == wanted.job().job()) {
            return "";
        }
        Reading<List<Job>> jobs = state.run(card.id()).jobsOf(card.attempts().shown());
        if (jobs.value() != null) {
            return "The job of this log is not among those of the run's latest attempt.";
        }
        RemoteProblem problem = jobs.problem() == null
                ? trouble(state.connections().get(card.id().repository().connection()))
                : jobs.problem();
        return problem == null
                ? ""
                : "The jobs of this run cannot be read now. " + SafeText.line(Problems.sentence(problem, now), 300);
    }

    /// What keeps everything there from being read, or will before it is asked for.
    private static @Nullable RemoteProblem trouble(@Nullable Connection connection) {
        return connection == null || connection.lamp() == Connection.Lamp.LIVE ? null : connection.problem();
    }

    private static String aboutLog(KeptLogSight.Wanted wanted, Instant now) {
        if (wanted.about() != null) {
            Instant at = wanted.about().at();
            return " Its kept log from " + WHEN.format(at.atOffset(ZoneOffset.UTC)) + " (" + Durations.age(at, now)
                    + " ago) is shown.";
        }
        if (wanted.job() == null) {
            return "";
        }
        if (!wanted.answered()) {
            return " Looking for its log among those that are kept…";
        }
        return wanted.problem().isEmpty() ? " Its log is not kept here either." : " " + wanted.problem();
    }

    private static String provider(@Nullable Connection connection) {
        return connection == null ? "its provider" : switch (connection.kind()) {
            case GITHUB -> "GitHub";
            case GITLAB -> "GitLab";
            case KUBERNETES -> "its provider";
        };
    }
}
