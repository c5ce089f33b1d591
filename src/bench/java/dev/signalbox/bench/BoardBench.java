package dev.signalbox.bench;

import java.util.List;
import java.util.function.Function;

/// The board at 2 000 services in five environments while 5 000 changes a second are offered. All rows come of one stay
/// in front of the same window; each baseline is an empty window's, measured just before.
final class BoardBench implements Bench {

    private static final int LIMIT_MILLIS = 100;
    private static final int LIMIT_SHARE = 50;
    private static final int LIMIT_STILL = 55;
    private static final int LIMIT_SCROLLING = 30;

    private final String name;
    private final Stay stay;
    private final Function<BoardLoad.Found, Measurement> pick;

    private BoardBench(String name, Stay stay, Function<BoardLoad.Found, Measurement> pick) {
        this.name = name;
        this.stay = stay;
        this.pick = pick;
    }

    static List<Bench> benches() {
        Stay stay = new Stay();
        return List.of(
                new BoardBench("board.change-to-pixel", stay, found -> new Measurement(
                        found.toPixel().p99Millis(), "ms", found.bareToPixel().p99Millis(),
                        new Limit.ValueAtMost(LIMIT_MILLIS))),
                new BoardBench("board.ui-thread-share", stay, found -> new Measurement(
                        found.still().threadShare(), "%", found.empty().threadShare(),
                        new Limit.ValueAtMost(LIMIT_SHARE))),
                new BoardBench("board.fps-still", stay, found -> new Measurement(
                        found.still().perSecond(), "1/s", found.empty().perSecond(),
                        new Limit.ValueAtLeast(LIMIT_STILL))),
                new BoardBench("board.fps-scrolling", stay, found -> new Measurement(
                        found.scrolling().perSecond(), "1/s", found.empty().perSecond(),
                        new Limit.ValueAtLeast(LIMIT_SCROLLING))),
                new BoardBench("board.lost-values", stay, found -> new Measurement(
                        found.lost(), "", found.offered(), new Limit.ValueAtMost(0))),
                new RunsFilterBench());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Measurement run(Effort effort) throws Exception {
        return pick.apply(stay.found(effort));
    }

    /// Measured once for all rows.
    private static final class Stay {

        private BoardLoad.Found found = BoardLoad.Found.NOTHING;

        BoardLoad.Found found(Effort effort) throws Exception {
            if (found == BoardLoad.Found.NOTHING) {
                found = BoardLoad.measure(effort.of(30, 8));
            }
            return found;
        }
    }
}
