package dev.signalbox.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import org.junit.jupiter.api.Test;

class TroublesTest {

    private final Store store = new Store(new Reducer(), Runnable::run);
    private final Troubles troubles = new Troubles(store);

    private String told() {
        return store.current().past().progress().problem();
    }

    @Test
    void onePartThatIsWellDoesNotHideThatAnotherIsNot() {
        troubles.with("runs", "The disk is full.");
        troubles.with("logs", "");
        assertThat(told()).isEqualTo("The disk is full.");
        troubles.with("runs", "");
        assertThat(told()).isEmpty();
    }

    @Test
    void saysTheSameSentenceOnce() {
        troubles.with("runs", "The disk is full.");
        troubles.with("logs", "The disk is full.");
        assertThat(told()).isEqualTo("The disk is full.");
        troubles.with("runs", "It is read-only.");
        assertThat(told()).isEqualTo("The disk is full. It is read-only.");
    }

    @Test
    void tellsOnlyWhatIsNew() {
        long before = store.current().version();
        troubles.with("runs", "");
        assertThat(store.current().version()).isEqualTo(before);
    }
}
