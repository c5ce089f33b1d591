package dev.signalbox.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.testing.SampleStates;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The sheet says pipeline where its provider does.
class ProviderWordsTest {

    private static final RunId RUN = new RunId(SampleStates.repository("checkout"), 4_182);
    private static final RunId UNKNOWN = new RunId(SampleStates.repository("checkout"), 5);
    private static final Intent START = new Intent.TriggerRun(RUN.repository(), 0, "Pipeline", "main", Map.of());

    private final RunNames gitHub = names(Connection.Kind.GITHUB);
    private final RunNames gitLab = names(Connection.Kind.GITLAB);

    @Test
    void buttonsStartAndCancelWhatTheProviderCallsIt() {
        assertThat(SheetRows.press(START, gitHub)).isEqualTo("Start the run");
        assertThat(SheetRows.press(START, gitLab)).isEqualTo("Start the pipeline");
        assertThat(SheetRows.press(new Intent.CancelRun(RUN, 1, false), gitHub)).isEqualTo("Cancel the run");
        assertThat(SheetRows.press(new Intent.CancelRun(RUN, 1, false), gitLab)).isEqualTo("Cancel the pipeline");
    }

    @Test
    void aPipelineIsStartedWithoutAName() {
        assertThat(IntentWords.of(START, gitHub)).isEqualTo("Start Pipeline of checkout on main");
        assertThat(IntentWords.of(START, gitLab)).isEqualTo("Start a pipeline of checkout on main");
    }

    @Test
    void checksNameThePipelineAndNoAttempts() {
        assertThat(PreconditionWords.of(new Precondition.RunIs(RUN, 1, "8f41c2e0aa"), gitHub))
                .isEqualTo("run #4182 of acme/checkout is still attempt 1 of commit 8f41c2e");
        assertThat(PreconditionWords.of(new Precondition.RunIs(RUN, 1, "8f41c2e0aa"), gitLab))
                .isEqualTo("pipeline #4182 of acme/checkout is still commit 8f41c2e");
        assertThat(PreconditionWords.of(new Precondition.RunFinished(RUN, 1), gitHub))
                .isEqualTo("run #4182 of acme/checkout, attempt 1, has finished");
        assertThat(PreconditionWords.of(new Precondition.RunFinished(RUN, 1), gitLab))
                .isEqualTo("pipeline #4182 of acme/checkout has finished");
        assertThat(PreconditionWords.of(new Precondition.RunUnfinished(RUN, 1), gitLab))
                .isEqualTo("pipeline #4182 of acme/checkout has not finished");
        assertThat(PreconditionWords.of(new Precondition.RunUntouched(RUN, Instant.EPOCH), gitLab))
                .isEqualTo("nothing happened in pipeline #4182 of acme/checkout since");
    }

    @Test
    void aPipelineWhoseNumberIsNotKnownIsStillAPipeline() {
        assertThat(gitLab.briefly(UNKNOWN)).isEqualTo("a pipeline of checkout");
        assertThat(gitLab.fully(UNKNOWN)).isEqualTo("the pipeline of acme/checkout");
        assertThat(gitHub.fully(UNKNOWN)).isEqualTo("the run of acme/checkout");
    }

    private static RunNames names(Connection.Kind kind) {
        return new RunNames(SampleStates.full()
                .connection(Connection.fresh(SampleStates.GITHUB, kind, "https://ci.example.com"))
                .state());
    }
}
