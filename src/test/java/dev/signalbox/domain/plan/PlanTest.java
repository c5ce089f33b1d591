package dev.signalbox.domain.plan;

import static dev.signalbox.testing.SampleActions.restart;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.Phase;
import dev.signalbox.domain.text.Redaction;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {

    @Test
    void mayBeConfirmedUntilItsShelfLifeIsOver() {
        Plan plan = restart("p1");

        assertThat(plan.isExpiredAt(plan.preparedAt())).isFalse();
        assertThat(plan.isExpiredAt(plan.preparedAt().plus(Plan.SHELF_LIFE))).isFalse();
        assertThat(plan.isExpiredAt(plan.preparedAt().plus(Plan.SHELF_LIFE).plusNanos(1))).isTrue();
    }

    @Test
    void aClockThatWentBackDoesNotExpireAPlan() {
        Plan plan = restart("p1");

        assertThat(plan.isExpiredAt(plan.preparedAt().minusSeconds(3600))).isFalse();
    }

    @Test
    void everyWordOfItIsRidOfTheSecretsThatTheConsoleHolds() {
        String secret = "an-odd-token-of-ours";
        Plan plan = holding(secret, new Intent.TriggerRun(
                new RepositoryId(new ConnectionId("ci"), "acme", "checkout"), 7, "deploy", "main",
                Map.of("key", secret, "target", "eu")));
        ActionRecord action = new ActionRecord(
                plan, "ada", Instant.EPOCH, Phase.DONE,
                List.of(new ActionRecord.StepRecord(0, Fate.VERIFIED, "said " + secret, Instant.EPOCH)),
                "Done: " + secret, null);

        ActionRecord safe = action.withoutSecrets(new Redaction(List.of(secret)));

        assertThat(List.of(safe, safe.plan().steps().getFirst().request().command()).toString())
                .doesNotContain("odd-token").contains("•••");
        assertThat(safe.words()).isEqualTo("Done: •••");
        assertThat(safe.plan().intent()).isInstanceOfSatisfying(
                Intent.TriggerRun.class,
                run -> assertThat(run.inputs()).isEqualTo(Map.of("key", "•••", "target", "eu")));
        assertThat(safe.plan().key()).isEqualTo(plan.key());
        assertThat(action.withoutSecrets(Redaction.SHAPES_ONLY)).isEqualTo(action);
    }

    private static Plan holding(String secret, Intent intent) {
        PlannedRequest request = new PlannedRequest(
                new ConnectionId("ci"), "POST", URI.create("https://ci.example/dispatches"), "application/json",
                "{\"key\":\"" + secret + "\"}", "curl -d " + secret);
        return new Plan(
                new PlanId("p"), intent, "Start " + secret, "on " + secret, "", new Guard.Press(), List.of(),
                List.of(new PlanStep("With " + secret, request, new Expectation.Nothing(), "by " + secret, false)),
                new Undo.Impossible("It runs."), List.of("key " + secret), List.of("Mind " + secret), "trigger:7",
                Instant.EPOCH);
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"CHECKING", "SENDING", "VERIFYING"})
    void anActionStillGoesOnInTheseStages(Phase phase) {
        assertThat(phase.isEnd()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"CHECKING", "SENDING", "VERIFYING"}, mode = EnumSource.Mode.EXCLUDE)
    void anActionEndsInEveryOtherStageEvenIfNobodyKnowsItsFate(Phase phase) {
        assertThat(phase.isEnd()).isTrue();
    }
}
