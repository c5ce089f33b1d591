package dev.signalbox.ui.runs;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.LogFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Kept logs that answer at once, or when they are told to.
final class FakeKeptLogReader implements KeptLogReader {

    final List<JobKey> asked = new ArrayList<>();
    final Map<KeptLog, LogFile> kept = new HashMap<>();
    final Deque<Runnable> held = new ArrayDeque<>();
    boolean holds;
    String problem = "";

    @Override
    public void read(JobKey job, BiConsumer<KeptLog, LogFile> found, Consumer<String> absent) {
        asked.add(job);
        held.add(() -> kept.keySet().stream().filter(log -> log.job().equals(job)).findFirst().ifPresentOrElse(
                log -> found.accept(log, kept.get(log)), () -> absent.accept(problem)));
        if (!holds) {
            held.remove().run();
        }
    }
}
