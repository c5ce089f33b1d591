package dev.signalbox.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.ChildJvm;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {

    @TempDir
    Path folder;

    @Test
    void losesNothingThatItSaidWasSafeWhenKilled() throws Exception {
        Set<String> safe = new HashSet<>();
        for (int life = 0; life < 4; life++) {
            String prefix = "life" + life + "-";
            try (ChildJvm writer = ChildJvm.start(WritingConsole.class, folder.toString(), prefix)) {
                for (int n = 0; n < 3 + 40 * life; n++) {
                    String line = writer.line();
                    assertThat(line).startsWith(prefix);
                    safe.add(line);
                }
                writer.kill();
                for (String line = writer.line(); line.startsWith(prefix); line = writer.line()) {
                    safe.add(line);
                }
            }
            try (History history = History.open(folder, InstantSource.fixed(SampleActions.NOON))) {
                assertThat(history.problem()).isEmpty();
                assertThat(history.notices()).isEmpty();
                Set<String> kept = history.journal().recent(100_000).stream()
                        .map(action -> action.plan().id().text())
                        .collect(Collectors.toSet());
                assertThat(kept).containsAll(safe);
                // Written but not told yet: at most the one that it was at in each life.
                assertThat(kept.size() - safe.size()).isBetween(0, life + 1);
            }
        }
    }
}
