package dev.signalbox.bench;

import dev.signalbox.state.Change;
import dev.signalbox.testing.LargeBoard;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Offers changes at a steady rate and looks at what the window makes of them.
final class BoardLoad {

    private static final int SERVICES = 2_000;
    private static final int RUNS = 6;
    private static final int PER_SECOND = 5_000;
    private static final int EVERY_MILLIS = 10;
    private static final int IN_SIGHT = 12;
    private static final int SCROLL = 40;
    private static final int PATIENCE_SECONDS = 60;

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    private final Map<String, String> last = new ConcurrentHashMap<>();
    private final BoardWindow window;
    private long offered;

    /// What was found.
    ///
    /// @param offered how many changes were offered
    /// @param lost how many cells did not show their last value in the end
    record Found(
            Timing toPixel, Timing bareToPixel, Pulses still, Pulses scrolling, Pulses empty, double offered,
            double lost) {

        static final Found NOTHING =
                new Found(Timing.ofNanos(), Timing.ofNanos(), new Pulses(), new Pulses(), new Pulses(), 0, 0);
    }

    private BoardLoad(BoardWindow window) {
        this.window = window;
    }

    /// @param seconds how long each part lasts
    static Found measure(int seconds) throws Exception {
        BoardWindow.startToolkit();
        Label bare = BoardWindow.call(() -> new Label("0"));
        Stage stage = BoardWindow.show(new StackPane(bare));
        Pulses warm = Pulses.watch(2, nanos -> {});
        Pulses empty = Pulses.watch(Math.max(3, seconds / 3.0), nanos -> {});
        Timing bareToPixel = bareToPixel(bare, seconds * 4);
        BoardWindow.call(() -> {
            stage.close();
            return warm;
        });
        try (BoardWindow window = new BoardWindow(
                InstantSource.system(), new LargeBoard(SERVICES, RUNS).changes(), "board")) {
            BoardLoad load = new BoardLoad(window);
            return load.stay(seconds, empty, bareToPixel);
        }
    }

    private Found stay(int seconds, Pulses empty, Timing bareToPixel) throws Exception {
        awaitShown(LargeBoard.service(0), "v1.");
        try (ScheduledExecutorService offering = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> load =
                    offering.scheduleAtFixedRate(this::offerSome, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            Probes probes = new Probes(this);
            Pulses.watch(Math.min(10, seconds), probes);
            probes.forget();
            Pulses still = Pulses.watch(seconds, probes);
            Pulses scrolling = Pulses.watch(seconds, nanos -> scroll());
            load.cancel(false);
            offering.shutdown();
            if (!offering.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the load did not end");
            }
            return new Found(probes.timing(), bareToPixel, still, scrolling, empty, offered, lost());
        }
    }

    private synchronized void offerSome() {
        for (int i = 0; i < PER_SECOND * EVERY_MILLIS / 1_000; i++) {
            offer(random.nextInt(SERVICES), random.nextInt(LargeBoard.ENVIRONMENTS.size()));
        }
    }

    private String offer(int service, int environment) {
        String version = "v2." + ++offered;
        last.put(cell(service, environment), version);
        window.store().offer(new Change.WorkloadSeen(
                LargeBoard.workload(service, environment, version), InstantSource.system().instant()));
        return version;
    }

    private static String cell(int service, int environment) {
        return "cell-" + LargeBoard.service(service) + "-" + LargeBoard.ENVIRONMENTS.get(environment);
    }

    private void scroll() {
        Node list = window.find("board-list");
        double by = -SCROLL;
        list.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL, 100, 100, 100, 100, false, false, false, false, true, false, 0, by, 0, by,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    /// Goes over the whole board and counts cells that do not show what was offered last.
    private double lost() throws Exception {
        BoardWindow.call(() -> {
            wheel(SERVICES * 100.0);
            return true;
        });
        // What is offered last of all is shown last of all.
        awaitShown(LargeBoard.service(0), offer(0, 0) + ",");
        Map<String, String> right = new ConcurrentHashMap<>();
        for (int step = 0; step < SERVICES * 60 / 400; step++) {
            BoardWindow.call(() -> {
                Parent root = window.stage().getScene().getRoot();
                root.applyCss();
                root.layout();
                for (Node cell : root.lookupAll(".board-cell")) {
                    String id = String.valueOf(cell.getUserData());
                    String wanted = last.get(id);
                    if (wanted != null && String.valueOf(cell.getAccessibleText()).contains(wanted + ",")) {
                        right.put(id, wanted);
                    }
                }
                wheel(-400);
                return true;
            });
        }
        return last.size() - right.size();
    }

    private void wheel(double by) {
        window.find("board-list").fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL, 100, 100, 100, 100, false, false, false, false, true, false, 0, by, 0, by,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    private void awaitShown(String service, String version) throws Exception {
        CountDownLatch shown = new CountDownLatch(1);
        for (int i = 0; i < PATIENCE_SECONDS && shown.getCount() > 0; i++) {
            Pulses.watch(0.5, nanos -> {
                Node cell = window.cell("cell-" + service + "-dev");
                if (cell != null && String.valueOf(cell.getAccessibleText()).contains(version)) {
                    shown.countDown();
                }
            });
        }
        if (shown.getCount() > 0) {
            throw new IllegalStateException("the board did not fill");
        }
    }

    /// The barest way to the screen: a label is told, and the next pulse after the one that lays it out has begun.
    private static Timing bareToPixel(Label label, int times) throws Exception {
        List<Long> taken = new ArrayList<>();
        Pulses.watch(times * 0.05, new Pulses.EachPulse() {
            private long asked;
            private int pulses;

            @Override
            public void at(long nanos) {
                if (asked != 0 && ++pulses > 1) {
                    taken.add(System.nanoTime() - asked);
                    asked = 0;
                }
                if (asked == 0) {
                    label.setText(Long.toString(nanos));
                    asked = System.nanoTime();
                    pulses = 0;
                }
            }
        });
        return Timing.ofNanos(taken.stream().mapToLong(Long::longValue).toArray());
    }

    /// Single changes of cells in sight among all the others, followed until they are drawn.
    private static final class Probes implements Pulses.EachPulse {

        private final BoardLoad load;
        private final List<Long> taken = new ArrayList<>();
        private String cell = "";
        private String version = "";
        private long offeredAt;
        private boolean laidOut;

        Probes(BoardLoad load) {
            this.load = load;
        }

        @Override
        public void at(long nanos) {
            if (cell.isEmpty()) {
                probe();
                return;
            }
            if (laidOut) {
                taken.add(System.nanoTime() - offeredAt);
                cell = "";
                return;
            }
            Node node = load.window.cell(cell);
            laidOut = node != null && String.valueOf(node.getAccessibleText()).contains(version + ",");
            if (!laidOut && !version.equals(load.last.get(cell))) {
                // The load has offered something newer for this very cell.
                cell = "";
            }
        }

        private void probe() {
            laidOut = false;
            int service = load.random.nextInt(IN_SIGHT);
            int environment = load.random.nextInt(LargeBoard.ENVIRONMENTS.size());
            synchronized (load) {
                offeredAt = System.nanoTime();
                version = load.offer(service, environment);
                cell = cell(service, environment);
            }
        }

        void forget() {
            taken.clear();
        }

        Timing timing() {
            if (taken.isEmpty()) {
                throw new IllegalStateException("no change was seen on the screen while it was measured");
            }
            return Timing.ofNanos(taken.stream().mapToLong(Long::longValue).toArray());
        }
    }
}
