package dev.signalbox.ui.runs;

import static dev.signalbox.testing.SampleRuns.SEARCH_FAILED;

import dev.signalbox.domain.Answer;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Focus;
import dev.signalbox.state.Reducer;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.shell.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The runs screen with everything around it written down. Whatever it does in the background is done at once.
final class RunsFixture {

    static final JobKey FAILED_JOB = new JobKey(SEARCH_FAILED, 15);

    final List<Focus> focus = new ArrayList<>();
    final List<Intent> intents = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    final List<URI> pages = new ArrayList<>();
    final RunsScreen screen = new RunsScreen(
            change -> {
                if (change instanceof Change.FocusMoved moved) {
                    focus.add(moved.focus());
                }
            },
            intents::add, places::add, pages::add, Runnable::run, Runnable::run);

    RunsFixture show(ConsoleState state) {
        screen.show(state, SampleStates.NOW);
        return this;
    }

    /// The sample state with a log of the failed job.
    static ConsoleState withLog(Path folder) {
        return withLog(SampleStates.rich(), folder, sampleLog());
    }

    static ConsoleState withLog(ConsoleState state, Path folder, String text) {
        try {
            Path file = Files.writeString(Files.createTempFile(folder, "job", ".log"), text);
            return with(state, new Change.LogRead(
                    FAILED_JOB, new Answer.Good<>(new LogFile(file, Files.size(file)), SampleStates.NOW)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ConsoleState with(ConsoleState state, Change... changes) {
        return new Reducer().apply(state, List.of(changes));
    }

    static String sampleLog() {
        StringBuilder log = new StringBuilder("2026-11-20T14:01:40.1Z ##[group]Set up job\n");
        for (int i = 0; i < 400; i++) {
            log.append("2026-11-20T14:01:41.1Z \u001b[36mINFO\u001b[0m resolving artifact ").append(i).append('\n');
        }
        return log + """
                2026-11-20T14:01:41.1Z ##[endgroup]
                2026-11-20T14:01:55.1Z ##[group]Run mvn -q verify -Pit
                2026-11-20T14:01:58.1Z [INFO] Running RankingIT
                2026-11-20T14:02:19.1Z [INFO] Tests run: 41, \u001b[1;32mFailures: 0\u001b[0m, Errors: 0
                2026-11-20T14:02:31.1Z [ERROR] RankingIT.keeps_order_for_ties:88
                2026-11-20T14:02:31.1Z   expected: [a, b]
                2026-11-20T14:02:31.1Z    but was: [b, a]
                2026-11-20T14:02:31.1Z \tat RankingIT.keeps_order_for_ties(RankingIT.java:88)
                2026-11-20T14:02:33.1Z \u001b]0;owned\u0007[WARN] Tests run: 212, Failures: 1, Errors: 0, Skipped: 2
                2026-11-20T14:02:34.1Z FAILED\rPASSED
                2026-11-20T14:02:35.1Z ##[error]Process completed with exit code 1.
                """;
    }
}
