package dev.signalbox.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.history.History;
import dev.signalbox.testing.ChildJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Real processes, a real database and a real socket: a console is halted at each point of a rollback and started again.
@Execution(ExecutionMode.CONCURRENT)
class KilledConsoleTest {

    @TempDir
    Path folder;

    @Test
    void settlesARollbackAfterBeingHaltedAtEachPoint() throws Exception {
        int points = points();
        assertThat(points).isGreaterThan(20);
        Set<Phase> seen = ConcurrentHashMap.newKeySet();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Phase>> lives = new ArrayList<>();
            lives.add(two.submit(() -> lifeEndingAt(1)));
            // Odd points come right before an operation: the world is the same as right after the one before.
            for (int n = 2; n <= points; n += 2) {
                int at = n;
                lives.add(two.submit(() -> lifeEndingAt(at)));
            }
            for (Future<Phase> life : lives) {
                seen.add(life.get(180, TimeUnit.SECONDS));
            }
        }
        assertThat(seen).containsAll(EnumSet.of(Phase.STOPPED, Phase.FAILED, Phase.DONE));
    }

    private int points() throws Exception {
        try (SmallServer server = new SmallServer();
                ChildJvm console = child(server, "whole", 0)) {
            ChildJvm.End end = console.end();
            assertThat(end.code()).as(end.printed()).isZero();
            assertThat(server.changes()).hasSize(1);
            String last = end.printed().strip().lines().toList().getLast();
            assertThat(last).startsWith("points ");
            return Integer.parseInt(last.substring("points ".length()));
        }
    }

    private Phase lifeEndingAt(int n) throws Exception {
        try (SmallServer server = new SmallServer();
                ChildJvm console = child(server, "life" + n, n)) {
            ChildJvm.End end = console.end();
            assertThat(end.code()).as("halted at %s: %s", n, end.printed()).isEqualTo(9);
            assertThat(server.changes()).as("halted at %s", n).hasSizeLessThanOrEqualTo(1);
            try (History history = History.open(folder.resolve("life" + n), new FakeClock())) {
                assertThat(history.problem()).isEmpty();
                List<ActionRecord> left = history.journal().recent(10);
                if (!server.changes().isEmpty()) {
                    assertIntended(left, server.changes().getFirst(), n);
                }
                MortalConsole.operator(server.port(), history, new Trace()).recover();
                return settled(server, history, n);
            }
        }
    }

    private static void assertIntended(List<ActionRecord> left, String change, int n) {
        assertThat(left).as("changed without a record, halted at %s", n).hasSize(1);
        ActionRecord record = left.getFirst();
        assertThat(record.plan().steps().getFirst().request().body()).isEqualTo(change);
        assertThat(record.steps().getFirst().fate()).isNotIn(Fate.PENDING, Fate.NOT_SENT);
    }

    private static Phase settled(SmallServer server, History history, int n) throws Exception {
        boolean changed = !server.changes().isEmpty();
        assertThat(server.changes()).hasSizeLessThanOrEqualTo(1);
        assertThat(server.template()).isEqualTo(changed ? "rs-2" : "rs-3");
        assertThat(history.journal().unfinished()).as("halted at %s", n).isEmpty();
        List<ActionRecord> all = history.journal().recent(10);
        if (all.isEmpty()) {
            assertThat(changed).as("halted at %s", n).isFalse();
            return Phase.STOPPED;
        }
        ActionRecord record = all.getFirst();
        String told = "halted at " + n + ": " + record.phase() + " “" + record.words() + "”";
        assertThat(record.phase() == Phase.DONE).as(told).isEqualTo(changed);
        assertThat(record.phase()).as(told).isIn(Phase.DONE, Phase.STOPPED, Phase.FAILED);
        return record.phase();
    }

    private ChildJvm child(SmallServer server, String life, int n) throws Exception {
        return ChildJvm.start(
                MortalConsole.class, String.valueOf(server.port()), folder.resolve(life).toString(), String.valueOf(n));
    }
}
