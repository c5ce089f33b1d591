package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.state.Change;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private final Store store = new Store(new Reducer(), Runnable::run);
    private final Waiting waiting = new Waiting(store);

    @Test
    void givesWhatIsThereAlreadyAtOnce() throws IOException {
        add("github");
        assertThat(waiting.until("it is there", Duration.ZERO.plusMillis(1), WaitingTest::first)).isEqualTo("github");
        assertThat(waiting.now(WaitingTest::first)).contains("github");
    }

    @Test
    void waitsForWhatComes() throws Exception {
        assertThat(waiting.now(WaitingTest::first)).isEmpty();
        Thread later = Thread.ofVirtual().start(() -> add("github"));
        assertThat(waiting.until("it is there", Duration.ofSeconds(20), WaitingTest::first)).isEqualTo("github");
        later.join();
    }

    @Test
    void saysWhatDidNotComeToPass() {
        assertThatThrownBy(() -> waiting.until("the moon is blue", Duration.ofMillis(1), s -> Optional.empty()))
                .isInstanceOf(IOException.class).hasMessage("After 0 s it was not so that the moon is blue");
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> waiting.until("never", Duration.ofSeconds(20), s -> Optional.empty()))
                .isInstanceOf(IOException.class).hasMessage("Interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private void add(String name) {
        store.offer(new Change.ConnectionAdded(
                Connection.fresh(new ConnectionId(name), Connection.Kind.GITHUB, "x")));
    }

    private static Optional<String> first(ConsoleState state) {
        return state.connections().keySet().stream().map(ConnectionId::name).findFirst();
    }
}
