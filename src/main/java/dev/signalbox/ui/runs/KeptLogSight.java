package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import org.jspecify.annotations.Nullable;

/// The line of a log that somebody goes to, and the kept log in case its run is gone. On the screen's thread.
final class KeptLogSight {

    private final KeptLogReader reader;
    private final Runnable changed;
    private Wanted wanted = Wanted.NOTHING;
    private int line;
    private int asked;

    /// A log that is wanted, and what is known of it.
    ///
    /// @param about absent until it was found, and when it is not kept
    /// @param file a copy of it; absent as `about` is
    /// @param answered whether it was looked for
    /// @param problem why it could not be looked for; empty when it could
    record Wanted(
            @Nullable JobKey job, @Nullable KeptLog about, @Nullable LogFile file, boolean answered, String problem) {

        static final Wanted NOTHING = new Wanted(null, null, null, false, "");
    }

    /// @param changed called when an answer came
    KeptLogSight(KeptLogReader reader, Runnable changed) {
        this.reader = reader;
        this.changed = changed;
    }

    Wanted wanted() {
        return wanted;
    }

    /// Wants a line of a log.
    ///
    /// @param number from 1; 0 for wherever the log opens
    void want(JobKey job, int number) {
        wanted = new Wanted(job, null, null, false, "");
        line = number;
        int mine = ++asked;
        reader.read(
                job, (about, file) -> take(mine, new Wanted(job, about, file, true, "")),
                problem -> take(mine, new Wanted(job, null, null, true, problem)));
    }

    /// Wants nothing any more.
    void forget() {
        asked++;
        wanted = Wanted.NOTHING;
        line = 0;
    }

    /// The line to go to now that its log is shown; 0 when that was done.
    int takeLine() {
        int now = line;
        line = 0;
        return now;
    }

    private void take(int mine, Wanted answer) {
        if (mine == asked) {
            wanted = answer;
            changed.run();
        }
    }
}
