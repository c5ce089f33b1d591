package dev.signalbox.practice.cluster;

import static dev.signalbox.practice.cluster.ClusterOverHttp.MERGE_PATCH;
import static dev.signalbox.practice.cluster.ClusterOverHttp.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.cluster.ClusterOverHttp.Answer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessOverHttpTest {

    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final String RULES = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";

    private final ClusterOverHttp http = new ClusterOverHttp();

    @AfterEach
    void stop() {
        http.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/version", "/api", "/apis", "/readyz", "/api/v1/pods", "/openapi/v2", "/nowhere"})
    void answersNobodyWithoutTheToken(String path) {
        for (Answer answer : new Answer[] {http.send(http.plain(path).GET()),
            http.send(http.plain(path).header("Authorization", "Bearer wrong").GET()),
            http.send(http.plain(path).header("Authorization", "Basic cHJhY3RpY2U=").GET())}) {
            assertThat(answer.code()).isEqualTo(401);
            assertThat(answer.reason()).isEqualTo("Unauthorized");
            assertThat(answer.message()).isEqualTo("Unauthorized");
            assertThat(answer.body().path("kind").asText()).isEqualTo("Status");
        }
    }

    @Test
    void takesTheTokenInFrontOfThePathToo() {
        String prefix = "/as/" + ClusterOverHttp.TOKEN;

        assertThat(http.send(http.plain(prefix + "/version").GET()).code()).isEqualTo(200);
        assertThat(http.send(http.plain(prefix + WEB).GET()).body().at("/metadata/name").asText()).isEqualTo("web");
        assertThat(http.send(http.plain("/as/wrong/version").GET()).code()).isEqualTo(401);
        assertThat(http.send(http.plain("/as").GET()).code()).isEqualTo(401);
        assertThat(http.cluster.kubeconfig(URI.create("http://127.0.0.1:1"))).contains(
                "server: http://127.0.0.1:1" + prefix, "token: " + ClusterOverHttp.TOKEN, "current-context: practice");
    }

    @Test
    void refusesATokenThatWasRevokedUntilItIsGivenBack() {
        http.cluster.revokeToken(true);
        assertThat(http.get(WEB).code()).isEqualTo(401);
        assertThat(http.send(http.plain("/as/" + ClusterOverHttp.TOKEN + WEB).GET()).code()).isEqualTo(401);
        http.cluster.revokeToken(false);
        assertThat(http.get(WEB).code()).isEqualTo(200);
    }

    @Test
    void closesConnectionsWithoutAnAnswerWhileItCannotBeReached() {
        http.get(WEB);
        http.cluster.setReachable(false);
        assertThatThrownBy(() -> http.get(WEB)).isInstanceOf(UncheckedIOException.class);
        http.cluster.setReachable(true);
        assertThat(http.get(WEB).code()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"patch, apps, deployments, '', true", "patch, apps, statefulsets, '', true",
        "patch, apps, daemonsets, '', true", "patch, apps, deployments, scale, true", "get, '', pods, log, true",
        "create, '', events, '', true", "create, coordination.k8s.io, leases, '', true", "delete, '', pods, '', true",
        "watch, apps, replicasets, '', true", "delete, apps, deployments, '', false", "get, '', secrets, '', false",
        "create, '', pods, exec, false", "create, apps, deployments, '', false",
        "update, apps, deployments, '', false"})
    void reviewsTheRoleOfAReleaseOperator(String verb, String group, String resource, String subresource,
            boolean allowed) {
        Answer review = review(verb, group, resource, subresource);

        assertThat(review.code()).isEqualTo(201);
        assertThat(review.body().at("/status/allowed").asBoolean()).isEqualTo(allowed);
        assertThat(review.body().at("/spec/resourceAttributes/verb").asText()).isEqualTo(verb);
    }

    @Test
    void refusesInDeedWhatAReviewDenies() {
        http.cluster.deny("patch", "deployments", "shop");

        assertThat(review("patch", "apps", "deployments", "").body().at("/status/allowed").asBoolean()).isFalse();
        Answer refused = http.patch(WEB, MERGE_PATCH, "{'spec':{'replicas':1}}");
        assertThat(refused.code()).isEqualTo(403);
        assertThat(refused.reason()).isEqualTo("Forbidden");
        assertThat(refused.message())
                .isEqualTo("deployments.apps \"web\" is forbidden: User \"practice-operator\" cannot"
                        + " patch resource \"deployments\" in API group \"apps\" in the namespace \"shop\"");
        assertThat(refused.body().at("/details/kind").asText()).isEqualTo("deployments");
        assertThat(http.patch(WEB + "/scale", MERGE_PATCH, "{'spec':{'replicas':1}}").code()).isEqualTo(200);

        http.cluster.allowAll();
        assertThat(http.patch(WEB, MERGE_PATCH, "{'spec':{'replicas':2}}").code()).isEqualTo(200);
    }

    @Test
    void refusesTheWholeClusterToThoseWhoMayReadANamespaceOnly() {
        http.cluster.deny("list", "*", "");

        Answer refused = http.get("/api/v1/pods");
        assertThat(refused.code()).isEqualTo(403);
        assertThat(refused.message()).endsWith("cannot list resource \"pods\" in API group \"\" at the cluster scope");
        assertThat(http.get("/api/v1/namespaces").code()).isEqualTo(403);
        assertThat(http.get("/api/v1/namespaces/shop/pods").code()).isEqualTo(200);
    }

    @Test
    void listsTheRulesOfANamespaceWithoutWhatIsDenied() {
        http.cluster.deny("patch", "statefulsets", "shop");
        http.cluster.grant("delete", "deployments", "shop");
        Answer review = http.post(RULES, "{'spec':{'namespace':'shop'}}");

        assertThat(review.code()).isEqualTo(201);
        assertThat(review.body().at("/status/incomplete").asBoolean()).isFalse();
        assertThat(verbs(review, "deployments")).contains("get", "patch", "delete");
        assertThat(verbs(review, "statefulsets")).contains("get", "watch").doesNotContain("patch");
        assertThat(review.body().at("/status/nonResourceRules/0/nonResourceURLs")).isNotEmpty();
    }

    @Test
    void tellsWhoTheOperatorIs() {
        Answer review = http.post("/apis/authentication.k8s.io/v1/selfsubjectreviews", "{}");

        assertThat(review.code()).isEqualTo(201);
        assertThat(review.body().at("/status/userInfo/username").asText()).isEqualTo("practice-operator");
    }

    @Test
    void reviewsPathsThatAreNoResources() {
        Answer review = http.post(REVIEWS, "{'spec':{'nonResourceAttributes':{'path':'/version','verb':'get'}}}");

        assertThat(review.body().at("/status/allowed").asBoolean()).isTrue();
        assertThat(http.get(REVIEWS).code()).isEqualTo(405);
        assertThat(http.post("/apis/authorization.k8s.io/v1/otherreviews", "{}").code()).isEqualTo(404);
    }

    private Answer review(String verb, String group, String resource, String subresource) {
        return http.post(REVIEWS, "{'apiVersion':'authorization.k8s.io/v1','kind':'SelfSubjectAccessReview','spec':"
                + "{'resourceAttributes':{'namespace':'shop','verb':'" + verb + "','group':'" + group + "','resource':'"
                + resource + "','subresource':'" + subresource + "'}}}");
    }

    private static List<String> verbs(Answer review, String resource) {
        return review.body().at("/status/resourceRules").valueStream()
                .filter(rule -> rule.path("resources").valueStream().anyMatch(each -> each.asText().equals(resource)))
                .flatMap(rule -> rule.path("verbs").valueStream())
                .map(JsonNode::asText)
                .toList();
    }
}
