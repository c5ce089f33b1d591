package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Gives the kept log of a job whose run can no longer be read, without keeping the screen waiting.
public interface KeptLogReader {

    /// Begins to look. One of the takers hears of it, once, on the screen's thread.
    ///
    /// @param found what the log was of, and a copy of it that stays while the console runs or until the next is asked for
    /// @param absent why there is none, in words; empty when it is simply not kept
    void read(JobKey job, BiConsumer<KeptLog, LogFile> found, Consumer<String> absent);
}
