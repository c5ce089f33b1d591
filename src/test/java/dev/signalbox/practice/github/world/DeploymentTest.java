package dev.signalbox.practice.github.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final SampleWorld sample = new SampleWorld();
    private final Repository checkout = sample.repository("checkout");

    @Test
    void isPendingUntilSomethingIsSaidAboutIt() {
        Deployment deployment = deployment();
        assertThat(deployment.state()).isEqualTo("pending");
        assertThat(deployment.updatedAt()).isEqualTo(NOW);

        enter(deployment, "queued", 1);
        enter(deployment, "in_progress", 2);
        assertThat(deployment.state()).isEqualTo("in_progress");
        assertThat(deployment.updatedAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(deployment.statuses()).extracting(DeploymentStatus::state).containsExactly("in_progress", "queued");
    }

    @ParameterizedTest
    @CsvSource({"waiting, false", "queued, false", "in_progress, false", "success, false", "failure, true",
        "inactive, true"})
    void isOverWhenItNeitherMovesNorRuns(String state, boolean over) {
        Deployment deployment = deployment();
        enter(deployment, state, 1);

        assertThat(deployment.isOver()).isEqualTo(over);
    }

    @Test
    void isNotForgottenWhileItWaitsForPeople() {
        Run waiting = release("production");
        sample.pass(Duration.ofSeconds(60));
        Deployment held = checkout.deployments().getFirst();
        assertThat(held.state()).isEqualTo("waiting");
        for (int number = 0; number < 220; number++) {
            release("staging");
            sample.jump(Duration.ofSeconds(60));
        }

        assertThat(checkout.deployments()).contains(held).hasSizeLessThanOrEqualTo(203);
        assertThat(waiting.status()).isEqualTo(Status.WAITING);
        assertThat(checkout.deployments()).filteredOn(
                each -> each.environment().equals("staging") && each.state().equals("success")).hasSize(1);
    }

    private Run release(String environment) {
        return sample.world().dispatch(checkout, checkout.workflow("release.yml").orElseThrow(), "main",
                Map.of("version", "v3.0.0", "environment", environment), sample.people().you(), sample.instant(), null);
    }

    private Deployment deployment() {
        return new Deployment(9, "staging", checkout.runs().getFirst(), sample.people().you(), NOW);
    }

    private void enter(Deployment deployment, String state, int second) {
        deployment.enter(new DeploymentStatus(second, state, sample.people().you(), NOW.plusSeconds(second)));
    }
}
