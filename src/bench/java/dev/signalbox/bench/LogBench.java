package dev.signalbox.bench;

import dev.signalbox.logs.LineSet;
import dev.signalbox.logs.LogIndex;
import dev.signalbox.logs.LogQuery;
import dev.signalbox.logs.LogSearch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A log of a million lines: how soon it is there, indexed and searched, beside `wc`, a plain read and `grep` on the same
/// file, which take turns with what is measured.
final class LogBench implements Bench {

    private static final int WARM_UPS = 10;
    private static final long MEGABYTE = 1 << 20;

    private final What what;

    private enum What {
        FIRST_LINE("log.first-line"),
        INDEX("log.index"),
        SEARCH("log.search"),
        HEAP("log.heap"),
        FORTY_MILLION("log.forty-million-lines"),
        LINE_OF_5_MB("log.line-of-5-mb"),
        LINE_OF_500_MB("log.line-of-500-mb");

        private final String name;

        What(String name) {
            this.name = name;
        }
    }

    private LogBench(What what) {
        this.what = what;
    }

    static List<Bench> benches() {
        List<Bench> all = new ArrayList<>();
        for (What what : What.values()) {
            all.add(new LogBench(what));
        }
        return all;
    }

    @Override
    public String name() {
        return what.name;
    }

    @Override
    public Measurement run(Effort effort) throws Exception {
        try (LogFiles files = new LogFiles()) {
            return switch (what) {
                case FIRST_LINE -> firstLine(files, effort.of(7, 3));
                case INDEX -> index(files.million(), effort.of(15, 7));
                case SEARCH -> search(files.million(), effort.of(15, 7));
                case HEAP -> heap(files.million());
                case FORTY_MILLION -> fortyMillion(files);
                case LINE_OF_5_MB -> longLine(files.lineOf(5_000_000), effort.of(7, 3));
                case LINE_OF_500_MB -> longLine(files.lineOf(500_000_000), effort.of(3, 1));
            };
        }
    }

    /// In a process that has never seen a log before.
    private static Measurement firstLine(LogFiles files, int runs) throws Exception {
        Path file = files.million();
        List<Long> ours = new ArrayList<>();
        List<Long> bare = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            List<String> words = LogChild.run("64m", "first", file);
            ours.add(Long.parseLong(words.get(0)));
            bare.add(Long.parseLong(words.get(1)));
        }
        return new Measurement(best(ours), "ms", best(bare), new Limit.ValueAtMost(300));
    }

    private static Measurement index(Path file, int runs) throws Exception {
        List<Long> ours = new ArrayList<>();
        List<Long> bare = new ArrayList<>();
        for (int i = 0; i < WARM_UPS + runs; i++) {
            long mine = timed(() -> LogIndex.open(file).close());
            long theirs = timed(() -> LogFiles.run("wc", "-l", file.toString())) + timed(() -> read(file));
            if (i >= WARM_UPS) {
                ours.add(mine);
                bare.add(theirs);
            }
        }
        return new Measurement(best(ours), "ms", best(bare), new Limit.RatioAtMost(1.5));
    }

    private static Measurement search(Path file, int runs) throws Exception {
        List<Long> ours = new ArrayList<>();
        List<Long> bare = new ArrayList<>();
        LogQuery query = LogQuery.NOTHING.withText(LogFiles.NEEDLE).toggled(LogQuery.Option.MATCH_CASE);
        try (LogIndex index = LogIndex.open(file)) {
            for (int i = 0; i < WARM_UPS + runs; i++) {
                LineSet hits = new LineSet();
                long mine = timed(() -> {
                    if (!new LogSearch(index, query, () -> false).run(index.lines(), hits, line -> {})) {
                        throw new IllegalStateException("a plain text was too costly");
                    }
                });
                List<String> counted = new ArrayList<>();
                long theirs = timed(() -> counted.add(LogFiles.run("grep", "-c", LogFiles.NEEDLE, file.toString())));
                if (!counted.equals(List.of(String.valueOf(hits.count())))) {
                    throw new IllegalStateException("grep found " + counted + " and we " + hits.count());
                }
                if (i >= WARM_UPS) {
                    ours.add(mine);
                    bare.add(theirs);
                }
            }
        }
        return new Measurement(best(ours), "ms", best(bare), new Limit.RatioAtMost(2));
    }

    /// What an open log with a finished search takes.
    private static Measurement heap(Path file) throws Exception {
        long before = used();
        LogIndex index = LogIndex.open(file);
        LineSet hits = new LineSet();
        boolean unused = new LogSearch(index, LogQuery.NOTHING.withText("e"), () -> false)
                .run(index.lines(), hits, line -> {});
        double grown = (used() - before) / (double) MEGABYTE;
        double least = index.lines() * 8.0 / MEGABYTE;
        index.close();
        if (hits.count() == 0) {
            throw new IllegalStateException("nothing was found");
        }
        return new Measurement(grown, "MB", least, new Limit.ValueAtMost(64));
    }

    private static Measurement fortyMillion(LogFiles files) throws Exception {
        Path file = files.fortyMillion();
        long bare = timed(() -> LogFiles.run("wc", "-l", file.toString())) + timed(() -> read(file));
        List<String> words = LogChild.run("512m", "whole", file);
        if (Long.parseLong(words.get(1)) != LogFiles.FORTY_MILLION) {
            throw new IllegalStateException("not all lines were found: " + words);
        }
        return new Measurement(
                Long.parseLong(words.get(0)), "ms", bare / 1e6, new Limit.ValueAtMost(60_000));
    }

    /// Opened, shown, searched to its end.
    private static Measurement longLine(Path file, int runs) throws Exception {
        List<Long> ours = new ArrayList<>();
        List<Long> bare = new ArrayList<>();
        long before = used();
        for (int i = 0; i < 2 + runs; i++) {
            ours.add(timed(() -> {
                try (LogIndex index = LogIndex.open(file)) {
                    LineSet hits = new LineSet();
                    boolean whole = new LogSearch(index, LogQuery.NOTHING.withText(LogFiles.NEEDLE), () -> false)
                            .run(index.lines(), hits, line -> {});
                    if (!whole || index.lines() != 3 || hits.count() != 2 || index.line(1).more() < 1_000_000) {
                        throw new IllegalStateException("not understood: " + index.lines() + ", " + hits.count());
                    }
                }
            }));
            bare.add(timed(() -> LogFiles.run("grep", "-c", LogFiles.NEEDLE, file.toString())));
        }
        if (used() - before > 64 * MEGABYTE) {
            throw new IllegalStateException("a long line stays in memory");
        }
        return new Measurement(best(ours), "ms", best(bare), new Limit.ValueAtMost(3_000));
    }

    private static void read(Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1_024);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(buffer.clear()) >= 0) {
                continue; // only read
            }
        }
    }

    private static long used() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long timed(Timing.Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    /// The best of several: what the work takes when the neighbours leave the machine alone for a moment.
    private static double best(List<Long> nanos) {
        return nanos.stream().mapToLong(Long::longValue).min().orElseThrow() / 1e6;
    }
}
