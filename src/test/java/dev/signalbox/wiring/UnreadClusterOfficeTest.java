package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.ui.welcome.SetupDesk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is proposed while a cluster cannot be read.
class UnreadClusterOfficeTest {

    @TempDir
    private Path folder = Path.of("");

    private final FakeSetup outside = new FakeSetup(SetupOfficeTest.CODE);
    private SetupOffice office = SetupOfficeTest.office(outside, folder, length -> {}, new ArrayList<>());

    @BeforeEach
    void open() {
        office = SetupOfficeTest.office(outside, folder, length -> {}, new ArrayList<>());
    }

    @Test
    void aClusterThatCannotBeReadLeavesTheOthersToBeProposed() throws Exception {
        outside.workloads = List.of(
                SetupOfficeTest.workload("prod-eu", "checkout"), SetupOfficeTest.workload("staging-1", "search"));
        outside.silent.put("prod-eu", new RemoteFailure(
                new RemoteProblem.Unreachable("connection refused", RemoteProblem.Sent.NOTHING)));

        SetupDesk.Proposed told = office.propose(SetupOfficeTest.chosen("prod-eu", "staging-1"));

        assertThat(told.board().environments()).extracting(e -> e.name()).containsExactly("staging");
        assertThat(told.board().services()).extracting(s -> s.service().name()).contains("search");
        assertThat(told.unread()).singleElement().satisfies(unread -> {
            assertThat(unread.cluster()).isEqualTo(SetupOfficeTest.cluster("prod-eu"));
            assertThat(unread.why()).isEqualTo("It cannot be reached: connection refused.");
        });
    }

    @Test
    void whoDoesNotWaitForTheBoardAnyLongerGetsNone() {
        outside.silent.put("prod-eu", new RemoteFailure(
                new RemoteProblem.Unreachable("interrupted", RemoteProblem.Sent.MAYBE)));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> office.propose(SetupOfficeTest.chosen("prod-eu", "staging-1")))
                .isInstanceOf(InterruptedException.class);
        assertThat(outside.asked).as("nor is the next one asked").hasSize(1);
        assertThat(Thread.interrupted()).isFalse();
    }
}
