package dev.signalbox.action;

import dev.signalbox.domain.plan.DraftId;
import dev.signalbox.history.History;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A console in a process of its own that rolls a workload back, and dies at the point that it is told.
final class MortalConsole {

    private MortalConsole() {}

    /// @param arguments port of the server, folder of the history, number of the point (0 for none)
    public static void main(String[] arguments) {
        Trace trace = new Trace();
        trace.diesBy(() -> Runtime.getRuntime().halt(9));
        try (History history = History.open(Path.of(arguments[1]), new FakeClock())) {
            ConsoleOperator operator = operator(Integer.parseInt(arguments[0]), history, trace);
            operator.recover();
            DraftId draft = operator.prepare(World.rollBack("rs-2"));
            Trace counted = trace;
            int before = counted.points().size();
            int n = Integer.parseInt(arguments[2]);
            trace.killAt(n == 0 ? -1 : before + n);
            operator.confirm(draft);
            System.out.println("points " + (trace.points().size() - before));
        }
    }

    static ConsoleOperator operator(int port, History history, Trace trace) {
        WireCluster cluster = new WireCluster(port, trace);
        AtomicInteger ids = new AtomicInteger();
        return new ConsoleOperator(
                new Outside(Map.of(), Map.of(FakeWorkload.KEY.cluster(), cluster.ports())),
                new TracedJournal(history.journal(), trace),
                new Store(new Reducer(), Runnable::run),
                new FakeClock(),
                () -> "life-" + ProcessHandle.current().pid() + "-" + ids.incrementAndGet(),
                "alice@desk",
                Runnable::run,
                length -> {
                    try {
                        cluster.ask("BEAT");
                    } catch (IOException e) {
                        throw new InterruptedException("the server is gone");
                    }
                });
    }
}
