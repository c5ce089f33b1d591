package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterFingerprint;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.testing.StubServer;
import dev.signalbox.testing.faults.RawAnswer;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesIdentityTest {

    private final StubServer server = StubServer.start();
    private final Kubernetes.Connected connected = Rig.connect(URI.create(server.address()));

    @AfterEach
    void close() throws Exception {
        connected.handle().close();
        server.close();
    }

    private void says(RawAnswer answer) {
        server.on("GET", "/api/v1/namespaces/kube-system").always(answer);
    }

    @Test
    void tellsWhereItLeadsAndWhatTheClusterSaysOfItself() throws RemoteFailure {
        says(RawAnswer.json("{\"metadata\":{\"name\":\"kube-system\",\"uid\":\"6f1c\"}}"));

        assertThat(connected.identity().read()).isEqualTo(new ClusterFingerprint(server.address(), "", "6f1c"));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void whatMayNotBeReadStaysEmpty(int status) throws RemoteFailure {
        says(RawAnswer.json("{\"kind\":\"Status\",\"message\":\"no\"}").status(status));

        assertThat(connected.identity().read().uid()).isEmpty();
    }

    @Test
    void aClusterThatFailsIsNoOtherCluster() {
        says(RawAnswer.json("{\"message\":\"no\"}").status(401));

        RemoteFailure failure = Objects.requireNonNull(
                catchThrowableOfType(RemoteFailure.class, () -> connected.identity().read()));

        assertThat(failure.problem()).isInstanceOf(RemoteProblem.Unauthorized.class);
    }
}
