package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.cluster.ClusterVerb;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.port.RemoteFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessReviewsTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicReference<String> answer = new AtomicReference<>("{\"status\":{\"allowed\":true}}");
    private final AtomicReference<String> named = new AtomicReference<>("{\"status\":{\"allowed\":true}}");
    private final FaultServer server;
    private final Kubernetes.Connected connected;

    AccessReviewsTest() throws IOException {
        server = new FaultServer((request, connection) -> connection.answer(
                201, request.body().contains("\"name\":\"checkout\"") ? named.get() : answer.get()));
        connected = Rig.connect(server.address(), Rig.TOKEN, now::get);
    }

    @BeforeEach
    void nothingWasAskedYet() {
        assertThat(server.requests()).isEmpty();
    }

    @AfterEach
    void close() throws Exception {
        connected.handle().close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH_WORKLOAD,patch,apps,statefulsets,''", "SCALE_WORKLOAD,patch,apps,statefulsets,''",
        "TAKE_LOCK,create,coordination.k8s.io,leases,''", "WRITE_EVENT,create,'',events,''",
        "READ_LOGS,get,'',pods,log"
    })
    void asksForTheRightThatTheDeedNeeds(
            ClusterVerb verb, String word, String group, String resource, String subresource) throws Exception {
        assertThat(permit(verb).allowed()).isTrue();
        FaultServer.Request request = server.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews");
        JsonNode asked = Tree.object(request.body().getBytes(StandardCharsets.UTF_8))
                .path("spec").path("resourceAttributes");
        assertThat(asked.path("namespace").asText()).isEqualTo("shop");
        assertThat(asked.path("verb").asText()).isEqualTo(word);
        assertThat(asked.path("group").asText()).isEqualTo(group);
        assertThat(asked.path("resource").asText()).isEqualTo(resource);
        assertThat(asked.path("subresource").asText("")).isEqualTo(subresource);
    }

    @Test
    void aNoSaysWhichRightIsMissingAndWhatTheClusterSaid() throws Exception {
        answer.set("{\"status\":{\"allowed\":false,\"reason\":\"no role\\u202e binding\"}}");
        Permit permit = permit(ClusterVerb.READ_LOGS);
        assertThat(permit.allowed()).isFalse();
        assertThat(permit.reason()).startsWith("Your account may not get pods/log in shop: no role")
                .doesNotContain("\u202e");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', value = {
        "{\"status\":{\"allowed\":true,\"denied\":true}}", "{\"status\":{}}", "{}",
        "{\"status\":{\"allowed\":\"maybe\"}}",
        "{\"status\":[true]}"
    }, delimiter = '|')
    void onlyAPlainYesIsAYes(String said) throws Exception {
        answer.set(said);
        assertThat(permit(ClusterVerb.PATCH_WORKLOAD).allowed()).isFalse();
    }

    @Test
    void remembersAnAnswerForFiveMinutes() throws Exception {
        assertThat(permit(ClusterVerb.PATCH_WORKLOAD).allowed()).isTrue();
        answer.set("{\"status\":{\"allowed\":false}}");
        now.addAndGet(Duration.ofMinutes(5).toNanos() - 1);
        assertThat(permit(ClusterVerb.PATCH_WORKLOAD).allowed()).isTrue();
        assertThat(server.requests()).hasSize(1);
        assertThat(permit(ClusterVerb.TAKE_LOCK).allowed()).as("another right is another question").isFalse();
        now.addAndGet(1);
        assertThat(permit(ClusterVerb.PATCH_WORKLOAD).allowed()).isFalse();
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aRoleThatNamesItsWorkloadsAllowsThoseAlone() throws Exception {
        answer.set("{\"status\":{\"allowed\":false,\"reason\":\"no rule\"}}");
        assertThat(permit("checkout", ClusterVerb.PATCH_WORKLOAD).allowed()).isTrue();
        assertThat(server.requests()).hasSize(2);
        assertThat(permit("checkout", ClusterVerb.SCALE_WORKLOAD).allowed()).isTrue();
        assertThat(server.requests()).as("scaling needs the same right").hasSize(2);

        Permit other = permit("ledger", ClusterVerb.PATCH_WORKLOAD);
        assertThat(other.allowed()).isFalse();
        assertThat(other.reason()).isEqualTo("Your account may not patch statefulsets in shop: no rule");
        assertThat(server.requests()).as("the kind is not asked for again").hasSize(3);

        named.set("<html>captive portal</html>");
        now.addAndGet(Duration.ofMinutes(5).toNanos());
        assertThatThrownBy(() -> permit("checkout", ClusterVerb.PATCH_WORKLOAD)).isInstanceOf(RemoteFailure.class);
    }

    @Test
    void whoMayChangeTheWholeKindIsNotAskedAboutByName() throws Exception {
        assertThat(permit("checkout", ClusterVerb.PATCH_WORKLOAD).allowed()).isTrue();
        assertThat(permit("ledger", ClusterVerb.SCALE_WORKLOAD).allowed()).isTrue();
        assertThat(server.requests()).hasSize(1).noneMatch(r -> r.body().contains("\"name\""));
        answer.set("{\"status\":{\"allowed\":false}}");
        assertThat(permit("checkout", ClusterVerb.READ_LOGS).allowed()).as("logs have names of their own").isFalse();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void whatWasNotAnsweredIsAskedAgain() throws Exception {
        answer.set("<html>captive portal</html>");
        assertThatThrownBy(() -> permit(ClusterVerb.PATCH_WORKLOAD)).isInstanceOf(RemoteFailure.class);
        answer.set("{\"status\":{\"allowed\":true}}");
        assertThat(permit(ClusterVerb.PATCH_WORKLOAD).allowed()).isTrue();
    }

    private Permit permit(String name, ClusterVerb verb) throws RemoteFailure {
        return connected.cluster().workloads()
                .permit(PermitKey.of(new WorkloadKey(Rig.PROD, "shop", WorkloadKind.STATEFUL_SET, name), verb));
    }

    private Permit permit(ClusterVerb verb) throws RemoteFailure {
        return connected.cluster().workloads()
                .permit(new PermitKey(Rig.PROD, "shop", WorkloadKind.STATEFUL_SET, verb));
    }
}
