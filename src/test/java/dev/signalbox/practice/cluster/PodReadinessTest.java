package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodReadinessTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final ObjectNode steady = pod("True", "2026-11-20T09:00:00Z", false);
    private final ObjectNode fresh = pod("True", "2026-11-20T09:59:55Z", false);
    private final ObjectNode unready = pod("False", "2026-11-20T09:00:00Z", false);
    private final ObjectNode going = pod("True", "2026-11-20T09:00:00Z", true);

    @ParameterizedTest
    @CsvSource({"0, 2", "5, 2", "6, 1", "3600, 1", "3601, 0"})
    void countsAsAvailableWhatHasBeenReadyLongEnough(int minReadySeconds, int available) {
        PodReadiness counted = PodReadiness.of(List.of(steady, fresh, unready, going), minReadySeconds, NOW);

        assertThat(counted).isEqualTo(new PodReadiness(3, 2, available, 1));
    }

    @Test
    void countsNothingOfNothing() {
        assertThat(PodReadiness.of(List.of(), 0, NOW)).isEqualTo(new PodReadiness(0, 0, 0, 0));
    }

    @Test
    void takesAPodWithoutAStatusForUnready() {
        ObjectNode young = ClusterInTime.json("{'metadata':{'name':'web-0'}}");

        assertThat(PodReadiness.isReady(young)).isFalse();
        assertThat(PodReadiness.isAvailable(young, 0, NOW)).isFalse();
        assertThat(PodReadiness.of(List.of(young), 0, NOW).active()).isEqualTo(1);
    }

    private static ObjectNode pod(String ready, String since, boolean going) {
        return ClusterInTime.json("{'metadata':{" + (going ? "'deletionTimestamp':'2026-11-20T10:00:30Z'" : "")
                + "},'status':{'conditions':[{'type':'Ready','status':'" + ready + "','lastTransitionTime':'" + since
                + "'}]}}");
    }
}
