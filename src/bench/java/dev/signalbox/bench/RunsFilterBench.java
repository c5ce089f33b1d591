package dev.signalbox.bench;

import dev.signalbox.testing.LargeBoard;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;

/// From a key in the search field of the runs list to the lines that it leaves, with 10 000 runs known.
///
/// The baseline looks for the same words in as many texts, and shows nothing.
final class RunsFilterBench implements Bench {

    private static final int REPOSITORIES = 200;
    private static final int RUNS_EACH = 50;
    private static final int LIMIT_MILLIS = 50;
    private static final int PATIENCE_SECONDS = 60;
    private static final String WORDS = "service-0123 ada";

    @Override
    public String name() {
        return "runs.filter-keystroke";
    }

    @Override
    public Measurement run(Effort effort) throws Exception {
        BoardWindow.startToolkit();
        InstantSource noon = InstantSource.fixed(LargeBoard.NOW);
        try (BoardWindow window =
                new BoardWindow(noon, new LargeBoard(REPOSITORIES, RUNS_EACH).changes(), "runs")) {
            awaitSize(window, REPOSITORIES * RUNS_EACH);
            List<Long> taken = new ArrayList<>();
            for (int round = 0; round < effort.of(12, 4); round++) {
                for (int letters = 1; letters <= WORDS.length(); letters++) {
                    long nanos = type(window, WORDS.substring(0, letters));
                    if (round > 0) {
                        taken.add(nanos);
                    }
                }
            }
            return new Measurement(
                    Timing.ofNanos(taken.stream().mapToLong(Long::longValue).toArray()).p99Millis(), "ms",
                    scan(effort), new Limit.ValueAtMost(LIMIT_MILLIS));
        }
    }

    private static ListView<?> list(BoardWindow window) {
        return (ListView<?>) window.find("runs-list");
    }

    private static void awaitSize(BoardWindow window, int size) throws Exception {
        for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
            Pulses.watch(0.1, nanos -> {});
            if (BoardWindow.call(() -> list(window).getItems().size()) == size) {
                return;
            }
        }
        throw new IllegalStateException("the runs did not come");
    }

    /// Types and waits until the pulse after the one that laid out the answer: then it has been drawn.
    private static long type(BoardWindow window, String text) throws Exception {
        CompletableFuture<Long> drawn = new CompletableFuture<>();
        long before = window.runsDelivered();
        long begin = BoardWindow.call(() -> {
            long now = System.nanoTime();
            ((TextField) window.find("runs-search")).setText(text);
            return now;
        });
        while (!drawn.isDone()) {
            Pulses.watch(0.1, new Pulses.EachPulse() {
                private boolean laidOut;

                @Override
                public void at(long nanos) {
                    if (laidOut) {
                        drawn.complete(System.nanoTime());
                    }
                    laidOut = window.runsDelivered() > before;
                }
            });
        }
        return drawn.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - begin;
    }

    private static double scan(Effort effort) throws Exception {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < REPOSITORIES * RUNS_EACH; i++) {
            texts.add(("acme/" + LargeBoard.service(i % REPOSITORIES) + " Release main Change number " + i
                    + String.format(Locale.ROOT, " %040x ada success", i)).toLowerCase(Locale.ROOT));
        }
        List<Long> counts = new ArrayList<>();
        return Timing.of(5, effort.of(100, 30), () -> counts.add(texts.stream()
                .filter(text -> text.contains("service-0123") && text.contains("ada"))
                .count())).p99Millis();
    }
}
