package dev.signalbox.practice.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.cluster.server.ServerInMemory.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewEndpointTest {

    private static final String ACCESS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final String RULES = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";
    private static final String IDENTITY = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

    private final ServerInMemory server = new ServerInMemory();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"apis/authorization.k8s.io/v1/selfsubjectaccessreviews, true",
        "apis/authentication.k8s.io/v1/selfsubjectreviews, true", "apis/authorization.k8s.io/v1, false",
        "apis/apps/v1/deployments, false", "apis/authorization.k8s.io/v1beta1/selfsubjectaccessreviews, false",
        "api/authorization.k8s.io/v1/selfsubjectaccessreviews, false"})
    void knowsItsOwnAddresses(String path, boolean expected) {
        assertThat(ReviewEndpoint.covers(List.of(path.split("/", -1)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'resourceAttributes':{'verb':'patch','group':'apps','resource':'deployments','namespace':'shop'}}      | true
            {'resourceAttributes':{'verb':'patch','group':'apps','resource':'deployments','namespace':'locked'}}    | false
            {'resourceAttributes':{'verb':'patch','group':'apps','resource':'deployments','namespace':'shop','name':'web'}} | true
            {'resourceAttributes':{'verb':'patch','group':'apps','resource':'deployments','subresource':'scale','namespace':'locked'}} | true
            {'resourceAttributes':{'verb':'list','resource':'pods'}}                                                | true
            {'resourceAttributes':{'verb':'*','group':'*','resource':'*'}}                                          | false
            {'nonResourceAttributes':{'path':'/readyz','verb':'get'}}                                               | true
            {'nonResourceAttributes':{'path':'/readyz','verb':'post'}}                                              | false
            {'resourceAttributes':null,'nonResourceAttributes':{'path':'/version','verb':'get'}}                    | true
            {}                                                                                                      | false
            """)
    void answersWhetherTheOperatorMay(String spec, boolean allowed) {
        server.access.deny("patch", "deployments", "locked");
        Answer review = server.post(ACCESS, "{'spec':" + spec + "}");

        assertThat(review.code()).isEqualTo(201);
        assertThat(review.body().at("/status/allowed").asBoolean()).isEqualTo(allowed);
        assertThat(review.text("/status/reason").isEmpty())
                .isEqualTo(!allowed);
    }

    @Test
    void givesBackWhatWasAskedWithTheAnswerInIt() {
        Answer review = server.post(ACCESS, "{'kind':'SelfSubjectAccessReview','apiVersion':"
                + "'authorization.k8s.io/v1','spec':{'resourceAttributes':{'verb':'get','resource':'pods'}}}");

        assertThat(review.text("/kind")).isEqualTo("SelfSubjectAccessReview");
        assertThat(review.text("/apiVersion")).isEqualTo("authorization.k8s.io/v1");
        assertThat(review.text("/spec/resourceAttributes/resource")).isEqualTo("pods");
        assertThat(review.body().at("/metadata/creationTimestamp").isNull()).isTrue();
        assertThat(review.text("/status/reason")).startsWith("RBAC: allowed by ClusterRoleBinding");
    }

    @Test
    void replacesAnAnswerThatTheClientBringsAlong() {
        Answer review = server.post(ACCESS, "{'status':{'allowed':true},"
                + "'spec':{'resourceAttributes':{'verb':'delete','resource':'namespaces'}}}");

        assertThat(review.body().at("/status/allowed").asBoolean()).isFalse();
    }

    @Test
    void listsRulesOfTheNamespaceThatIsAsked() {
        server.access.grant("delete", "deployments", "shop");

        assertThat(server.post(RULES, "{'spec':{'namespace':'shop'}}").body().at("/status/resourceRules").toString())
                .contains("{\"verbs\":[\"delete\"],\"apiGroups\":[\"*\"],\"resources\":[\"deployments\"]}");
        Answer other = server.post(RULES, "{'spec':{'namespace':'other'}}");
        assertThat(other.body().at("/status/resourceRules").toString()).doesNotContain("\"*\"");
        assertThat(other.body().at("/status/nonResourceRules/0/nonResourceURLs").toString()).contains("/version");
    }

    @Test
    void tellsWhoAsks() {
        Answer review = server.post(IDENTITY, "{}");

        assertThat(review.text("/status/userInfo/username")).isEqualTo(AccessRules.USER);
        assertThat(review.body().at("/status/userInfo/groups").valueStream().map(group -> group.asText()))
                .contains("system:authenticated");
    }

    @Test
    void isAskedByPostOnlyAndOnlyForWhatItReviews() {
        assertThat(server.get(ACCESS).code()).isEqualTo(405);
        assertThat(server.delete(ACCESS, "").code()).isEqualTo(405);
        assertThat(server.post("/apis/authorization.k8s.io/v1/subjectaccessreviews", "{}").code()).isEqualTo(404);
        assertThat(server.post("/apis/authentication.k8s.io/v1/tokenreviews", "{}").code()).isEqualTo(404);
        assertThat(server.post(ACCESS, "[]").code()).isEqualTo(400);
    }
}
