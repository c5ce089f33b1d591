package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.Health;
import dev.signalbox.domain.cluster.HealthRule;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.practice.cluster.PodBehaviour;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class KubernetesWatchTest {

    private final Rig rig = new Rig();
    private final Heard heard = new Heard();
    private final AutoCloseable watch = rig.cluster.watch().start(List.of("shop"), heard);

    @BeforeEach
    void begin() throws InterruptedException {
        heard.awaitLog(log -> log.contains("live"));
    }

    @AfterEach
    void close() throws Exception {
        watch.close();
        rig.close();
    }

    @Test
    void showsAWorkloadWholeAtOnceAndThenSaysThatItIsLive() throws InterruptedException {
        assertThat(heard.log().subList(0, 3)).contains("seen checkout", "seen ledger", "seen agent");
        Workload first = heard.await(w -> w.key().name().equals("checkout"));
        assertThat(first.revisions()).hasSize(2);
        assertThat(first.pods()).hasSize(3);
    }

    @Test
    void hearsOfAChangeWithinASecond() throws InterruptedException {
        Duration best = Duration.ofDays(1);
        // The machine may stand still for one of them.
        for (String version : List.of("v3", "v4", "v5", "v6")) {
            long start = System.nanoTime();
            deploy(version);
            heard.await(w -> w.image().orElseThrow().version().equals(version));
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            best = taken.compareTo(best) < 0 ? taken : best;
        }
        assertThat(best).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void followsARolloutToItsEnd() throws InterruptedException {
        deploy("v3");
        Workload done = heard.await(w -> w.image().orElseThrow().version().equals("v3")
                && HealthRule.of(w).health() == Health.HEALTHY
                && w.observed() == w.generation());
        assertThat(done.revisions()).hasSize(3);
        assertThat(done.currentRevision().orElseThrow().version()).isEqualTo("v3");
        assertThat(heard.log()).doesNotContain("gone checkout", "troubled");
    }

    @Test
    void tellsWhyAReleaseDoesNotComeUp() throws InterruptedException {
        rig.practice.behave("registry.example/checkout:bad", PodBehaviour.IMAGE_PULL_ERROR);
        deploy("bad");
        Workload failed = heard.await(w -> HealthRule.of(w).health() == Health.FAILED);
        assertThat(HealthRule.of(failed).words()).contains("ImagePullBackOff");
    }

    @Test
    void goesOnAfterTheClusterWasAwayWithoutLosingAnything() throws InterruptedException {
        rig.practice.setReachable(false);
        heard.awaitLog(log -> log.contains("troubled"));
        assertThat(heard.problems().getFirst()).isInstanceOf(RemoteProblem.Unreachable.class);
        heard.forget();
        deploy("v3");
        rig.practice.setReachable(true);
        heard.await(w -> w.image().orElseThrow().version().equals("v3"));
        heard.awaitLog(log -> log.contains("live"));
        assertThat(heard.log()).doesNotContain("gone checkout");
    }

    @Test
    void listsAnewWhenItsVersionHasExpired() throws InterruptedException {
        rig.practice.setReachable(false);
        heard.awaitLog(log -> log.contains("troubled"));
        deploy("v3");
        rig.practice.compactHistory();
        heard.forget();
        rig.practice.setReachable(true);
        heard.await(w -> w.image().orElseThrow().version().equals("v3"));
        heard.awaitLog(log -> log.contains("live"));
        assertThat(heard.log()).doesNotContain("gone checkout");
    }

    @Test
    void saysThatTheTokenWasRefusedAndComesBackWhenItIsGood() throws InterruptedException {
        rig.practice.revokeToken(true);
        rig.practice.setReachable(false);
        rig.practice.setReachable(true);
        heard.awaitLog(log -> heard.problems().stream().anyMatch(RemoteProblem.Unauthorized.class::isInstance));
        heard.forget();
        rig.practice.revokeToken(false);
        heard.awaitLog(log -> log.contains("live"));
    }

    @Test
    void whoMayNotReadPodsStillSeesWorkloads() throws Exception {
        rig.practice.deny("list", "pods", "shop");
        Heard poor = new Heard();
        try (AutoCloseable second = rig.cluster.watch().start(List.of("shop"), poor)) {
            assertThat(second).isNotNull();
            Workload seen = poor.await(w -> w.key().name().equals("checkout"));
            assertThat(seen.revisions()).hasSize(2);
            assertThat(seen.pods()).isEmpty();
        }
    }

    @Test
    void aBurstIsFewCalls() throws InterruptedException {
        heard.forget();
        for (int i = 0; i < 40; i++) {
            deploy("v" + (10 + i));
        }
        heard.await(w -> w.image().orElseThrow().version().equals("v49"));
        assertThat(Collections.frequency(heard.log(), "seen checkout")).isLessThan(20);
    }

    private void deploy(String version) {
        rig.practice.setImage(
                "shop", "Deployment", "checkout", "registry.example/checkout:" + version, Map.of(), "ci", "");
    }
}
