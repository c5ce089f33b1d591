package dev.signalbox.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.cluster.WorkloadKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every way of following logs promises.
@Timeout(120)
public abstract class PodLogsContract {

    private static final String LINE = "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z [a-z0-9-]+(/[a-z0-9-]+)? \u2502 .*";

    private final ReadLog read = new ReadLog();

    /// The port under test.
    protected abstract PodLogs logs();

    /// A workload of several running pods that write now and then.
    protected abstract WorkloadKey workload();

    /// Its pods.
    protected abstract List<String> pods();

    /// Removes a pod; another one takes its place.
    protected abstract void remove(String pod);

    private static Instant time(String line) {
        return Instant.parse(line.substring(0, line.indexOf(' ')));
    }

    @Test
    void followsOnePodFromShortlyBeforeNow() throws Exception {
        try (AutoCloseable handle = logs().follow(workload(), pods().getFirst(), false, read)) {
            assertThat(handle).isNotNull();
            read.await(lines -> lines.size() > 3);
            int before = read.lines().size();
            read.await(lines -> lines.size() > before + 1);
        }
        assertThat(read.lines()).allMatch(line -> line.matches(LINE));
        assertThat(read.lines().stream().map(PodLogsContract::time)).isSorted();
        assertThat(new HashSet<>(read.lines())).as("no line twice").hasSameSizeAs(read.lines());
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void saysNothingMoreOnceItIsClosed() throws Exception {
        AutoCloseable handle = logs().follow(workload(), pods().getFirst(), false, read);
        read.await(lines -> !lines.isEmpty());
        handle.close();
        int closed = read.lines().size();
        try (AutoCloseable other = logs().follow(workload(), pods().getFirst(), false, new ReadLog())) {
            assertThat(other).isNotNull();
            ReadLog later = new ReadLog();
            try (AutoCloseable third = logs().follow(workload(), pods().getFirst(), false, later)) {
                assertThat(third).isNotNull();
                later.await(lines -> lines.size() > 3);
            }
        }
        assertThat(read.lines()).hasSize(closed);
    }

    @Test
    void namesThePodOfEveryLineWhenAllAreFollowed() throws Exception {
        try (AutoCloseable handle = logs().follow(workload(), "", false, read)) {
            assertThat(handle).isNotNull();
            read.await(lines -> pods().stream().allMatch(pod -> lines.stream().anyMatch(
                    line -> line.contains(" " + pod + "/"))));
        }
        assertThat(read.lines()).allMatch(line -> line.matches(LINE));
    }

    @Test
    void saysThatAPodIsGoneAndFollowsTheOneThatTakesItsPlace() throws Exception {
        List<String> before = pods();
        try (AutoCloseable handle = logs().follow(workload(), "", false, read)) {
            assertThat(handle).isNotNull();
            read.await(lines -> lines.stream().anyMatch(line -> line.contains(before.getFirst() + "/")));
            remove(before.getFirst());
            read.await(lines -> lines.contains("(pod " + before.getFirst() + " is gone)"));
            read.await(lines -> pods().stream().filter(pod -> !before.contains(pod)).anyMatch(
                    pod -> lines.stream().anyMatch(line -> line.contains(" " + pod + "/"))));
        }
    }

    @Test
    void saysSoWhenThereIsNoSuchPod() throws Exception {
        try (AutoCloseable handle = logs().follow(workload(), "never-was", false, read)) {
            assertThat(handle).isNotNull();
            read.await(lines -> lines.equals(List.of("(pod never-was is gone)")));
        }
    }

    @Test
    void saysSoWhenThereIsNoLogBeforeTheLastRestart() throws Exception {
        try (AutoCloseable handle = logs().follow(workload(), pods().getFirst(), true, read)) {
            assertThat(handle).isNotNull();
            read.await(lines -> lines.size() == 1 && lines.getFirst().contains("not found"));
        }
    }
}
