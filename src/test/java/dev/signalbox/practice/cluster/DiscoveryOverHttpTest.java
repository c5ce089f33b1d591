package dev.signalbox.practice.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.cluster.ClusterOverHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryOverHttpTest {

    private final ClusterOverHttp http = new ClusterOverHttp();

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void saysWhichVersionItSpeaks() {
        Answer version = http.get("/version");

        assertThat(version.body().path("major").asText()).isEqualTo("1");
        assertThat(version.body().path("gitVersion").asText()).matches("v1\\.\\d+\\.\\d+\\+practice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/readyz", "/livez", "/healthz", "/readyz?verbose"})
    void isWellWhenItAnswers(String path) {
        assertThat(http.get(path).code()).isEqualTo(200);
        assertThat(http.get(path).text()).isEqualTo("ok");
    }

    @Test
    void listsGroupsThatEachListTheirResources() {
        assertThat(http.get("/api").body().at("/versions/0").asText()).isEqualTo("v1");
        JsonNode groups = http.get("/apis").body().path("groups");
        assertThat(groups.valueStream().map(group -> group.path("name").asText())).contains("apps",
                "coordination.k8s.io", "authorization.k8s.io", "authentication.k8s.io", "autoscaling", "policy");

        groups.forEach(group -> {
            String version = group.at("/preferredVersion/groupVersion").asText();
            Answer resources = http.get("/apis/" + version);
            assertThat(resources.body().path("kind").asText()).isEqualTo("APIResourceList");
            assertThat(resources.body().path("groupVersion").asText()).isEqualTo(version);
            assertThat(resources.body().path("resources")).isNotEmpty();
            assertThat(http.get("/apis/" + group.path("name").asText()).body().path("kind").asText())
                    .isEqualTo("APIGroup");
        });
    }

    @Test
    void describesWhatCanBeDoneWithAResource() {
        JsonNode resources = http.get("/apis/apps/v1").body().path("resources");
        JsonNode deployments = resources.valueStream()
                .filter(resource -> resource.path("name").asText().equals("deployments"))
                .findFirst()
                .orElseThrow();

        assertThat(deployments.path("kind").asText()).isEqualTo("Deployment");
        assertThat(deployments.path("singularName").asText()).isEqualTo("deployment");
        assertThat(deployments.path("namespaced").asBoolean()).isTrue();
        assertThat(deployments.path("shortNames").valueStream().map(JsonNode::asText)).containsExactly("deploy");
        assertThat(deployments.path("verbs").valueStream().map(JsonNode::asText)).contains("list", "watch", "patch");
        assertThat(resources.valueStream().map(resource -> resource.path("name").asText()))
                .contains("deployments/scale", "controllerrevisions");
    }

    @Test
    void answersPlainlyToClientsThatPreferOneBigDocument() {
        Answer groups = http.get("/apis", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
                + "application/json");

        assertThat(groups.body().path("kind").asText()).isEqualTo("APIGroupList");
    }

    @Test
    void hasNoSchemasButSaysThatItChecksFieldsItself() {
        assertThat(http.get("/openapi/v2").body().path("swagger").asText()).isEqualTo("2.0");
        assertThat(http.get("/openapi/v2", "application/com.github.proto-openapi.spec.v2@v1.0+protobuf").code())
                .isEqualTo(406);
        String place = http.get("/openapi/v3").body().at("/paths/apis~1apps~1v1/serverRelativeURL").asText();
        JsonNode patch = http.get(place).body()
                .path("paths").path("/apis/apps/v1/namespaces/{namespace}/deployments/{name}").path("patch");

        assertThat(patch.at("/parameters/0/name").asText()).isEqualTo("fieldValidation");
        assertThat(patch.at("/x-kubernetes-group-version-kind/kind").asText()).isEqualTo("Deployment");
        assertThat(http.get("/openapi/v3/apis/apps/v9").code()).isEqualTo(404);
        assertThat(http.get("/openapi/v4").code()).isEqualTo(404);
    }

    @Test
    void knowsNothingElse() {
        assertThat(http.get("/apis/unknown").code()).isEqualTo(404);
        assertThat(http.get("/apis/apps/v2").code()).isEqualTo(404);
        assertThat(http.get("/api/v2").code()).isEqualTo(404);
        assertThat(http.get("/").code()).isEqualTo(404);
        assertThat(http.post("/version", "{}").code()).isEqualTo(405);
    }
}
