package dev.signalbox.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KeptLogSightTest {

    private static final JobKey JOB = GoneRunsTest.KEPT.job();

    private final FakeKeptLogReader reader = new FakeKeptLogReader();
    private int changes;
    private final KeptLogSight sight = new KeptLogSight(reader, () -> changes++);

    @Test
    void looksOnceForTheLogThatIsWanted() {
        reader.kept.put(GoneRunsTest.KEPT, new LogFile(Path.of("copy.log"), 7));
        sight.want(JOB, 12);
        assertThat(reader.asked).containsExactly(JOB);
        assertThat(sight.wanted().about()).isEqualTo(GoneRunsTest.KEPT);
        assertThat(sight.wanted().answered()).isTrue();
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void givesTheLineOnce() {
        sight.want(JOB, 12);
        assertThat(sight.takeLine()).isEqualTo(12);
        assertThat(sight.takeLine()).isZero();
    }

    @Test
    void tellsNotKeptFromNotLookedFor() {
        reader.holds = true;
        sight.want(JOB, 1);
        assertThat(sight.wanted().answered()).isFalse();
        reader.problem = "The kept logs are damaged.";
        reader.held.remove().run();
        assertThat(sight.wanted())
                .isEqualTo(new KeptLogSight.Wanted(JOB, null, null, true, "The kept logs are damaged."));
    }

    @Test
    void hearsNoAnswerToAQuestionThatIsOver() {
        reader.holds = true;
        sight.want(JOB, 1);
        sight.want(JOB, 2);
        reader.kept.put(GoneRunsTest.KEPT, new LogFile(Path.of("second.log"), 7));
        reader.held.removeLast().run();
        reader.kept.clear();
        reader.held.remove().run();
        assertThat(sight.wanted().file()).isEqualTo(new LogFile(Path.of("second.log"), 7));
        sight.want(JOB, 3);
        sight.forget();
        reader.held.remove().run();
        assertThat(sight.wanted()).isEqualTo(KeptLogSight.Wanted.NOTHING);
        assertThat(sight.takeLine()).isZero();
        assertThat(changes).isEqualTo(1);
    }
}
