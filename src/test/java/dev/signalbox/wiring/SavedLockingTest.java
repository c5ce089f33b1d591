package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SettingsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedLockingTest {

    @TempDir
    private Path folder = Path.of("");

    private final AutoLock lock = new AutoLock(() -> Instant.EPOCH, () -> 0);

    private SavedLocking saved() {
        return new SavedLocking(new SettingsFile(folder.resolve("secrets.properties")), lock, Runnable::run);
    }

    @Test
    void whatWasChosenHoldsAgain() {
        saved().change(Duration.ofMinutes(15));
        assertThat(lock.after()).isEqualTo(Duration.ofMinutes(15));
        lock.after(Duration.ofMinutes(1));
        saved().recall();
        assertThat(lock.after()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void neverIsKeptToo() {
        saved().change(Duration.ZERO);
        lock.after(Duration.ofMinutes(1));
        saved().recall();
        assertThat(lock.after()).isZero();
    }

    @Test
    void whatIsOddIsNotBelieved() throws Exception {
        for (String odd : new String[] {"", "soon", "-3", "99999999", "1e3"}) {
            saved().file().write(Map.of("lock-after-minutes", odd));
            saved().recall();
            assertThat(lock.after()).isEqualTo(AutoLock.USUAL);
        }
    }

    @Test
    void theLaterOfTwoChangesStaysWhicheverIsWrittenLast() {
        List<Runnable> waiting = new ArrayList<>();
        SavedLocking late =
                new SavedLocking(new SettingsFile(folder.resolve("secrets.properties")), lock, waiting::add);
        late.change(Duration.ofMinutes(15));
        late.change(Duration.ofMinutes(1));

        waiting.reversed().forEach(Runnable::run);

        lock.after(Duration.ZERO);
        saved().recall();
        assertThat(lock.after()).isEqualTo(Duration.ofMinutes(1));
    }
}
