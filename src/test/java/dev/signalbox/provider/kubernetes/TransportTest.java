package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Certificate;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Identity;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Impersonation;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Trust;
import dev.signalbox.provider.kubernetes.kubeconfig.Kubeconfig;
import dev.signalbox.provider.kubernetes.kubeconfig.Secret;
import dev.signalbox.testing.faults.Keys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {

    private static final String OBJECT = "{\"metadata\":{\"uid\":\"u\"}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "good       | - | fine",
        "other-name | api.example.com | fine",
        "wildcard   | eu.example.com | fine",
        "wildcard   | a.b.example.com | not for a.b.example.com",
        "good       | api.example.com | not for api.example.com",
        "other-name | - | certificate is not trusted",
        "self-signed | - | certificate is not trusted",
        "other-authority | - | certificate is not trusted",
        "expired    | localhost | certificate is not trusted",
    })
    void believesTheNamedAuthorityAndTheNamedServerOnly(String key, @Nullable String name, String result)
            throws Exception {
        try (FaultServer server = secure(key)) {
            RemoteProblem problem = read(server.address(), new Trust(authority(), name, false), null);
            if (result.equals("fine")) {
                assertThat(problem).isNull();
            } else {
                assertThat(problem).isInstanceOfSatisfying(RemoteProblem.Unreachable.class, refused -> {
                    assertThat(refused.detail()).contains(result);
                    assertThat(refused.sent()).isEqualTo(Sent.NOTHING);
                });
                assertThat(server.requests()).isEmpty();
            }
        }
    }

    @Test
    void doesNotBelieveAnAuthorityThatNobodyNamed() throws Exception {
        try (FaultServer server = secure("good")) {
            assertThat(read(server.address(), new Trust(null, null, false), null))
                    .isInstanceOf(RemoteProblem.Unreachable.class);
        }
    }

    @Test
    void believesEverythingWhenTheKubeconfigSaysSo() throws Exception {
        try (FaultServer server = secure("self-signed")) {
            assertThat(read(server.address(), new Trust(null, null, true), null)).isNull();
        }
    }

    @Test
    void goesThroughTheProxyOfTheKubeconfigAndNeverAroundIt() throws Exception {
        try (FaultServer proxy = new FaultServer((r, c) -> c.answer(200, OBJECT));
                FaultServer cluster = new FaultServer((r, c) -> c.answer(200, OBJECT))) {
            assertThat(read(cluster.address(), new Trust(null, null, false), proxy.address())).isNull();
            assertThat(proxy.requests().getFirst().path()).startsWith(cluster.address().toString());
            assertThat(cluster.requests()).isEmpty();
        }
    }

    @Test
    void aProxyThatRefusesATunnelMeansThatNothingWasSent() throws Exception {
        try (FaultServer proxy = new FaultServer((r, c) -> c.answer(407, ""));
                FaultServer cluster = secure("good")) {
            assertThat(read(cluster.address(), new Trust(authority(), null, false), proxy.address()))
                    .isInstanceOfSatisfying(RemoteProblem.Unreachable.class,
                            refused -> assertThat(refused.sent()).isEqualTo(Sent.NOTHING));
            assertThat(proxy.requests().getFirst().method()).isEqualTo("CONNECT");
            assertThat(proxy.requests().getFirst().head()).doesNotContain(Rig.TOKEN);
            assertThat(cluster.requests()).isEmpty();
        }
    }

    @Test
    void worksOnThreadsThatItIsGivenAndLeavesNoneBehind() throws Exception {
        Queue<Thread> given = new ConcurrentLinkedQueue<>();
        ThreadFactory threads = task -> {
            Thread thread = Thread.ofVirtual().unstarted(task);
            given.add(thread);
            return thread;
        };
        try (FaultServer server = secure("good")) {
            assertThat(read(server.address(), new Trust(authority(), null, false), null, threads)).isNull();
        }
        assertThat(given).isNotEmpty().allSatisfy(
                thread -> assertThat(thread.getState() == Thread.State.NEW || thread.join(Duration.ofSeconds(10)))
                        .as("over, or never begun").isTrue());
    }

    @Test
    void readsAreTriedAgainThreeTimesInAll() throws Exception {
        try (FaultServer server = new FaultServer((r, c) -> c.answer(503, "{}"))) {
            assertThat(read(server.address(), new Trust(null, null, false), null))
                    .isInstanceOf(RemoteProblem.ServerFault.class);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void aReadThatIsAskedToWaitIsNotTriedAgain() throws Exception {
        try (FaultServer server = new FaultServer((r, c) -> c.answer(429, "{}", "Retry-After: 60"))) {
            assertThat(read(server.address(), new Trust(null, null, false), null))
                    .isInstanceOf(RemoteProblem.RateLimited.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fabric8/test-ec-kubeconfig", "fabric8/config-from-kubeconfig_single-context-config.yaml",
        "kubernetes-java/kubeconfig-https-x509"})
    void understandsClientCertificatesOrRefusesThemWithoutQuotingTheKey(String file) throws URISyntaxException {
        Path path =
                Path.of(Objects.requireNonNull(TransportTest.class.getResource("/corpora/kubeconfig/" + file)).toURI());
        for (Kubeconfig.Context context : Kubeconfig.load(List.of(path)).contexts()) {
            if (context instanceof Kubeconfig.Context.Usable usable
                    && usable.access().identity().certificate() != null) {
                try {
                    assertThat(ClientKeys.of(usable.access().identity().certificate())).isNotEmpty();
                } catch (GeneralSecurityException e) {
                    assertThat(e).hasMessage("the client certificate or its key cannot be read").hasNoCause();
                }
            }
        }
    }

    @Test
    void aBrokenKeyIsRefusedWithoutQuotingIt() {
        assertThatThrownBy(() -> ClientKeys.of(new Certificate("-----BEGIN CERTIFICATE-----", new Secret("canary"))))
                .hasMessage("the client certificate or its key cannot be read")
                .hasNoCause();
    }

    private static FaultServer secure(String key) throws IOException {
        return new FaultServer(
                Keys.of(key).getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                "https", (r, c) -> c.answer(200, OBJECT));
    }

    private static @Nullable RemoteProblem read(URI server, Trust trust, @Nullable URI proxy) {
        return read(server, trust, proxy, Thread.ofVirtual().factory());
    }

    private static @Nullable RemoteProblem read(
            URI server, Trust trust, @Nullable URI proxy, ThreadFactory threads) {
        ClusterAccess access = new ClusterAccess(
                server, trust, proxy, new Identity(new Secret(Rig.TOKEN), null, null, null, null), Impersonation.NONE,
                Path.of("config"));
        ExecRunner nobody = new ExecRunner(Map.of(), Thread.ofVirtual().factory(), Duration.ofSeconds(1));
        Credentials credentials = new Credentials(access, (f, c, h) -> false, nobody, InstantSource.system());
        try (Transport transport = new Transport(access, "signalbox/test", threads)) {
            ApiClient client = new ApiClient(
                    transport, credentials, new Failures(InstantSource.system()), System::nanoTime, new Random(1),
                    "host");
            client.read(ApiCall.get(URI.create(server + "/x"))).json();
            return null;
        } catch (RemoteFailure e) {
            return e.problem();
        }
    }

    private static String authority() throws IOException, URISyntaxException {
        return Files
                .readString(Path.of(Objects.requireNonNull(TransportTest.class.getResource("/tls/ca.pem")).toURI()));
    }
}
