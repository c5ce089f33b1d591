package dev.signalbox.practice.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryTest {

    private final ServerInMemory server = new ServerInMemory();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"'', true", "api, true", "api/v1, true", "api/v1/pods, false", "apis, true", "apis/apps, true",
        "apis/apps/v1, true", "apis/apps/v1/deployments, false", "version, true", "openapi/v3/apis/apps/v1, true",
        "anything/else/at/all, true"})
    void answersForEverythingThatIsNoObject(String path, boolean expected) {
        List<String> segments = path.isEmpty() ? List.of() : List.of(path.split("/", -1));

        assertThat(Discovery.covers(segments)).isEqualTo(expected);
    }

    @Test
    void describesEveryKindThatTheClusterServes() {
        for (ResourceKind kind : ResourceKinds.ALL) {
            JsonNode described = resource(kind);

            assertThat(described.path("kind").asText()).isEqualTo(kind.kind());
            assertThat(described.path("namespaced").asBoolean()).isEqualTo(kind.isNamespaced());
            assertThat(described.path("singularName").asText()).isEqualTo(kind.kind().toLowerCase(
                    java.util.Locale.ROOT));
            assertThat(words(described.path("shortNames"))).isEqualTo(String.join(" ", kind.shortNames()));
        }
    }

    @ParameterizedTest
    @CsvSource({"deployments, true", "statefulsets, true", "daemonsets, true", "replicasets, true", "pods, true",
        "services, true", "controllerrevisions, false", "events, false", "leases, false", "nodes, false"})
    void countsAsAllWhatKubectlGetsAsAll(String plural, boolean expected) {
        ResourceKind kind = ResourceKinds.ALL.stream().filter(each -> each.plural().equals(plural)).findFirst()
                .orElseThrow();

        assertThat(words(resource(kind).path("categories")).equals("all")).isEqualTo(expected);
    }

    @Test
    void describesWhatIsBehindAnObject() {
        JsonNode apps = server.get("/apis/apps/v1").body().path("resources");
        JsonNode scale = named(apps, "deployments/scale");

        assertThat(scale.path("kind").asText()).isEqualTo("Scale");
        assertThat(scale.path("group").asText()).isEqualTo("autoscaling");
        assertThat(words(scale.path("verbs"))).isEqualTo("get patch update");
        assertThat(words(named(server.get("/api/v1").body().path("resources"), "pods/log").path("verbs")))
                .isEqualTo("get");
        assertThat(apps.valueStream().map(resource -> resource.path("name").asText()))
                .doesNotContain("daemonsets/scale", "deployments/status");
    }

    @Test
    void offersTheReviewsToBeCreatedOnly() {
        for (String path : List.of("/apis/authorization.k8s.io/v1", "/apis/authentication.k8s.io/v1")) {
            JsonNode resources = server.get(path).body().path("resources");
            assertThat(resources).isNotEmpty().allSatisfy(review -> {
                assertThat(words(review.path("verbs"))).isEqualTo("create");
                assertThat(review.path("namespaced").asBoolean()).isFalse();
                assertThat(server.post(path + "/" + review.path("name").asText(), "{}").code()).isEqualTo(201);
            });
        }
    }

    @Test
    void prefersTheOnlyVersionOfEachGroup() {
        JsonNode groups = server.get("/apis").body().path("groups");

        assertThat(groups.valueStream().map(group -> group.path("name").asText())).doesNotHaveDuplicates()
                .doesNotContain("");
        for (JsonNode group : groups) {
            assertThat(group.path("versions")).hasSize(1);
            assertThat(group.path("preferredVersion")).isEqualTo(group.at("/versions/0"));
            assertThat(group.at("/preferredVersion/groupVersion").asText())
                    .isEqualTo(group.path("name").asText() + "/" + group.at("/preferredVersion/version").asText());
        }
        assertThat(server.get("/apis/autoscaling").text("/preferredVersion/version")).isEqualTo("v2");
    }

    @Test
    void hasAnOpenApiDocumentForEveryGroupInItsIndex() {
        JsonNode paths = server.get("/openapi/v3").body().path("paths");

        assertThat(paths.properties()).isNotEmpty().allSatisfy(path -> {
            assertThat(path.getValue().path("serverRelativeURL").asText()).isEqualTo("/openapi/v3/" + path.getKey());
            JsonNode document = server.get("/openapi/v3/" + path.getKey()).body();
            assertThat(document.path("openapi").asText()).startsWith("3.");
            assertThat(document.path("paths")).isNotEmpty();
        });
    }

    @Test
    void putsTheNamespaceIntoTheAddressesOfKindsThatHaveOne() {
        JsonNode core = server.get("/openapi/v3/api/v1").body().path("paths");

        assertThat(core.has("/api/v1/namespaces/{namespace}/pods/{name}")).isTrue();
        assertThat(core.has("/api/v1/nodes/{name}")).isTrue();
        assertThat(core.path("/api/v1/nodes/{name}").at("/patch/x-kubernetes-group-version-kind/kind").asText())
                .isEqualTo("Node");
    }

    private JsonNode resource(ResourceKind kind) {
        String group = kind.group().isEmpty() ? "/api/" : "/apis/";
        return named(server.get(group + kind.apiVersion()).body().path("resources"), kind.plural());
    }

    private static JsonNode named(JsonNode resources, String name) {
        return resources.valueStream().filter(resource -> resource.path("name").asText().equals(name)).findFirst()
                .orElseThrow();
    }

    private static String words(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).collect(Collectors.joining(" "));
    }
}
