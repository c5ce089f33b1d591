package dev.signalbox.ui.logs;

import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.logs.LogLine;
import dev.signalbox.logs.LogQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/// A model whose background work is done when a test says so.
abstract class LogModelFixture {

    final Deque<Runnable> background = new ArrayDeque<>();
    final LogViewModel model = new LogViewModel(background::add, Runnable::run);

    @TempDir
    Path folder;

    static ShownLog live(LogFile log, String words) {
        return new ShownLog("pod", ShownLog.Kind.LIVE, log, null, "", words, "");
    }

    void find(String text) {
        model.find(LogQuery.NOTHING.withText(text));
    }

    LogLine line(int number) {
        return Objects.requireNonNull(model.line(number));
    }

    void work() {
        while (!background.isEmpty()) {
            background.poll().run();
        }
    }

    LogFile file(String text) throws IOException {
        Path path = Files.writeString(Files.createTempFile(folder, "job", ".log"), text);
        return new LogFile(path, Files.size(path));
    }

    static ShownLog job(@Nullable LogFile log, String words) {
        return new ShownLog("tests", ShownLog.Kind.FINISHED, log, null, "signalbox:log/x", words, "");
    }
}
