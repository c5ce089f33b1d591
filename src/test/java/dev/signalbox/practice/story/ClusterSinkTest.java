package dev.signalbox.practice.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.practice.DeploySink.Progress;
import dev.signalbox.practice.cluster.PodBehaviour;
import dev.signalbox.practice.cluster.PracticeCluster;
import dev.signalbox.practice.cluster.SeedRevision;
import dev.signalbox.practice.cluster.WorkloadSeed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What deploy jobs see of the clusters.
class ClusterSinkTest {

    private static final String BAD = "registry.practice.test/acme/auth:v9";

    private final ManualTicks clock = new ManualTicks();
    private final PracticeCluster cluster = new PracticeCluster("staging-1", "token", clock, clock, new Lots(1));
    private final ServiceStory auth = Catalogue.named("auth");
    private final ClusterSink sink = new ClusterSink(List.of(auth), Map.of(Target.STAGING_CLUSTER, cluster), clock);

    @BeforeEach
    void seed() {
        cluster.seed(new WorkloadSeed("staging", "Deployment", "auth", 2, List.of(
                new SeedRevision(auth.image("v1"), Map.of(), "Release v1", Duration.ofDays(1)))));
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void isDoneWhenThePodsAreThere() {
        sink.deploy("auth", "staging", "v2", "sha", "alice");
        assertThat(sink.progress("auth", "staging")).isEqualTo(new Progress(false, null));
        pass(60);

        assertThat(sink.progress("auth", "staging")).isEqualTo(new Progress(true, null));
    }

    @Test
    void waitsAWhileBeforeItCallsARolloutBad() {
        cluster.behave(BAD, PodBehaviour.IMAGE_PULL_ERROR);
        sink.deploy("auth", "staging", "v9", "sha", "alice");
        pass(10);
        assertThat(sink.progress("auth", "staging")).isEqualTo(new Progress(false, null));
        pass(10);

        assertThat(sink.progress("auth", "staging").done()).isFalse();
        assertThat(sink.progress("auth", "staging").problem()).isIn("ErrImagePull", "ImagePullBackOff");
    }

    @Test
    void doesNotBlameTheNextReleaseForTheOneBefore() {
        cluster.behave(BAD, PodBehaviour.CRASH_LOOP);
        sink.deploy("auth", "staging", "v9", "sha", "alice");
        pass(60);
        assertThat(sink.progress("auth", "staging").problem()).isEqualTo("CrashLoopBackOff");
        sink.deploy("auth", "staging", "v2", "sha", "alice");

        assertThat(sink.progress("auth", "staging")).isEqualTo(new Progress(false, null));
        pass(60);
        assertThat(sink.progress("auth", "staging")).isEqualTo(new Progress(true, null));
    }

    @Test
    void saysWhatItCannotFind() {
        assertThatThrownBy(() -> sink.deploy("auth", "production", "v2", "sha", "alice"))
                .hasMessage("no cluster prod-eu");
        assertThatThrownBy(() -> sink.deploy("nobody", "staging", "v2", "sha", "alice"))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> sink.deploy("auth", "development", "v2", "sha", "alice"))
                .hasMessageContaining("deployments.apps \"auth\" not found");
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            clock.pass(Duration.ofSeconds(1));
            cluster.tick();
        }
    }
}
