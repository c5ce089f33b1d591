package dev.signalbox.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterFingerprint;
import dev.signalbox.domain.cluster.ClusterTrust;
import dev.signalbox.port.JournalFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlClusterTrustsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");
    private static final ConnectionId PROD = new ConnectionId("prod-eu");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private History history;

    @BeforeEach
    void open() {
        history = History.open(folder, InstantSource.fixed(NOON));
    }

    @AfterEach
    void close() {
        history.close();
    }

    private static ClusterTrust trust(ConnectionId cluster, String uid, String operator) {
        return new ClusterTrust(cluster, new ClusterFingerprint("https://eu:6443", "c0ffee", uid), operator, NOON);
    }

    @Test
    void knowsNoClusterAtFirst() throws Exception {
        assertThat(history.clusterTrusts().of(PROD)).isEmpty();
    }

    @Test
    void givesBackTheNewestAlsoAfterAStart() throws Exception {
        history.clusterTrusts().keep(trust(PROD, "uid-1", ""));
        history.clusterTrusts().keep(trust(new ConnectionId("other"), "uid-9", ""));
        history.clusterTrusts().keep(trust(PROD, "uid-2", "ada@desk"));
        history.close();
        open();

        assertThat(history.clusterTrusts().of(PROD)).contains(trust(PROD, "uid-2", "ada@desk"));
    }

    @Test
    void saysWhenADecisionCannotBeKept() {
        history.close();

        assertThatExceptionOfType(JournalFailure.class)
                .isThrownBy(() -> history.clusterTrusts().keep(trust(PROD, "uid-1", "")));
    }
}
