package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestFailureTest {

    private final TestFailure posting = new TestFailure("PostingIT", "balances", 52, "[0.00]", "[120.00]");
    private final SampleWorld sample = new SampleWorld();

    private Run push(Attempt.Failure failure) {
        Instant now = sample.instant();
        return sample.world().push(sample.repository("ledger"), sample.people().you(), "Try", now, failure).getFirst();
    }

    @Test
    void saysWhatItExpectedAndGot() {
        assertThat(posting.message()).isEqualTo("expected [0.00] but was [120.00]");
    }

    @Test
    void isKnownToItsRunInEveryAttempt() {
        Run run = push(new Attempt.Failure("integration-tests", posting));
        sample.pass(java.time.Duration.ofSeconds(90));
        sample.world().rerun(run, job -> job.conclusion() == Conclusion.FAILURE, sample.people().you(),
                sample.instant(), false);

        assertThat(run.latest().failure()).isNull();
        assertThat(run.brokenTest()).isEqualTo(posting);
        assertThat(push(new Attempt.Failure("lint")).brokenTest()).isEqualTo(TestFailure.RANKING);
    }
}
