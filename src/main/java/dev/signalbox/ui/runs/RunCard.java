package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.ui.widget.Mark;
import dev.signalbox.ui.words.RunPace;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run with its jobs, and the job that is chosen.
///
/// @param problem what could not be read, beside what was; empty when all is well
/// @param banner that the run waits for people, in words; empty when it does not
/// @param waitsFor the environment that it waits for
/// @param pointed the line of the clock that is pointed at
/// @param page its page, when it may be opened; otherwise `pageReason` says why not
record RunCard(
        RunId id,
        String title,
        Mark mark,
        String status,
        String sub,
        String problem,
        String banner,
        String waitsFor,
        List<Offer> offers,
        String pageWords,
        @Nullable URI page,
        String pageReason,
        RunPace pace,
        ClockCard clock,
        ClockRow.Key pointed,
        ChosenJob job,
        AttemptsCard attempts,
        NotesCard notes,
        ChangesCard changes,
        RequestsCard requests) {

    /// A button.
    ///
    /// @param intent what it proposes; absent when it may not be pressed, and then `reason` says why
    /// @param debug the same with debug logging; absent where there is no such thing
    record Offer(Kind kind, String words, @Nullable Intent intent, @Nullable Intent debug, String reason) {

        /// Which button.
        enum Kind {
            RERUN_FAILED,
            RERUN_ALL,
            RERUN_JOB,
            START_JOB,
            APPROVE_JOB,
            CANCEL,
            FORCE_CANCEL
        }

        boolean enabled() {
            return intent != null;
        }
    }

    /// Steps and log of the chosen job.
    ///
    /// @param number 0 when there is no job
    /// @param key to be fetched; absent when there can be no log
    /// @param log as it lies on disk, once it does
    /// @param words in place of the log while it is not there
    /// @param problem why the latest attempt to fetch it failed
    record ChosenJob(
            long number,
            String name,
            List<JobStepRow> steps,
            @Nullable JobKey key,
            @Nullable LogFile log,
            String words,
            String problem) {

        static final ChosenJob NONE = new ChosenJob(0, "", List.of(), null, null, "Jobs are being read…", "");
    }
}
