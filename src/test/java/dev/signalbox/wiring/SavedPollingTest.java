package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.monitor.PollingShare;
import dev.signalbox.ui.settings.polling.PollingChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedPollingTest {

    private final List<Runnable> background = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void isTheUsualUntilSomebodyChooses() {
        assertThat(saved().chosen()).isEqualTo(PollingChoice.USUAL);
        assertThat(saved().share()).isEqualTo(PollingShare.USUAL);
    }

    @Test
    void isInForceAtOnceAndAtTheNextStart() {
        SavedPolling saved = saved();
        saved.choose(new PollingChoice(10, 40, 4));
        assertThat(saved.share()).isEqualTo(new PollingShare(0.1, 0.4, 4));
        assertThat(saved().chosen()).as("not written on the caller's thread").isEqualTo(PollingChoice.USUAL);
        background.forEach(Runnable::run);
        assertThat(saved().chosen()).isEqualTo(new PollingChoice(10, 40, 4));
    }

    @Test
    void nonsenseInTheFileCountsAsTheUsual() throws IOException {
        file().write(Map.of("work-percent", "0", "held-percent", "-3", "quiet-times", "often"));
        assertThat(saved().chosen()).isEqualTo(PollingChoice.USUAL);
        file().write(Map.of("work-percent", "99"));
        assertThat(saved().share().work()).isEqualTo(0.8);
    }

    private SettingsFile file() {
        return new SettingsFile(folder.resolve("polling.properties"));
    }

    private SavedPolling saved() {
        return new SavedPolling(file(), background::add);
    }
}
