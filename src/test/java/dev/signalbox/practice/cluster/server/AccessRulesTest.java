package dev.signalbox.practice.cluster.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.cluster.objects.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRulesTest {

    private final AccessRules access = new AccessRules();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            get      | ''                  | pods                     | true
            watch    | apps                | controllerrevisions      | true
            patch    | apps                | deployments/scale        | true
            get      | apps                | statefulsets/scale       | true
            patch    | ''                  | services                 | true
            delete   | ''                  | pods                     | true
            update   | coordination.k8s.io | leases                   | true
            list     | discovery.k8s.io    | endpointslices           | true
            get      | extensions          | deployments              | false
            patch    | apps                | replicasets              | false
            patch    | apps                | replicasets/scale        | false
            get      | ''                  | pods/exec                | false
            update   | ''                  | services                 | false
            delete   | apps                | deployments              | false
            deletecollection | ''          | pods                     | false
            create   | ''                  | pods                     | false
            *        | *                   | *                        | false
            """)
    void givesWhatAReleaseOperatorNeedsAndNoMore(String verb, String group, String resource, boolean expected) {
        assertThat(access.allows(verb, group, resource, "shop")).isEqualTo(expected);
        assertThat(access.allows(verb, group, resource, "")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"patch, deployments, shop, true", "*, deployments, shop, true", "patch, *, shop, true",
        "patch, deployments, *, true", "get, deployments, shop, false", "patch, statefulsets, shop, false",
        "patch, deployments, other, false", "patch, deployments/scale, shop, false"})
    void takesAwayExactlyWhatIsDenied(String verb, String resource, String namespace, boolean gone) {
        access.deny(verb, resource, namespace);

        assertThat(access.allows("patch", "apps", "deployments", "shop")).isEqualTo(!gone);
    }

    @Test
    void keepsADenialAgainstAGrant() {
        access.grant("delete", "deployments", "*");
        assertThat(access.allows("delete", "apps", "deployments", "shop")).isTrue();

        access.deny("delete", "deployments", "shop");
        assertThat(access.allows("delete", "apps", "deployments", "shop")).isFalse();
        assertThat(access.allows("delete", "apps", "deployments", "other")).isTrue();

        access.reset();
        assertThat(access.allows("delete", "apps", "deployments", "other")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            api/v1/namespaces/shop/pods/web       | pods "web" is forbidden: User "practice-operator" cannot update resource "pods" in API group "" in the namespace "shop"
            apis/apps/v1/namespaces/shop/deployments | deployments.apps is forbidden: User "practice-operator" cannot update resource "deployments" in API group "apps" in the namespace "shop"
            api/v1/nodes/practice-node-1          | nodes "practice-node-1" is forbidden: User "practice-operator" cannot update resource "nodes" in API group "" at the cluster scope
            apis/apps/v1/namespaces/shop/deployments/web/scale | deployments.apps "web" is forbidden: User "practice-operator" cannot update resource "deployments/scale" in API group "apps" in the namespace "shop"
            """)
    void wordsARefusalAsRbacDoes(String path, String expected) {
        ApiPath parsed = ApiPath.parse(List.of(path.split("/", -1)));

        assertThatThrownBy(() -> access.check("update", parsed))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(403))
                .hasMessage(expected);
    }

    @Test
    void listsARuleForEachResourceThatIsLeft() {
        access.deny("*", "leases", "shop");
        access.deny("watch", "pods", "*");
        access.grant("update", "deployments", "*");
        access.grant("create", "deployments", "elsewhere");

        JsonNode rules = access.rules("shop");
        assertThat(verbs(rules, "leases")).isEmpty();
        assertThat(verbs(rules, "pods")).containsExactlyInAnyOrder("get", "list", "delete");
        assertThat(verbs(rules, "deployments")).containsExactlyInAnyOrder("get", "list", "watch", "patch", "update");
        assertThat(verbs(access.rules("elsewhere"), "leases")).contains("create", "delete");
        assertThat(verbs(access.rules("elsewhere"), "deployments")).contains("create");
    }

    @Test
    void namesTheGroupOfEachRule() {
        for (JsonNode rule : access.rules("shop")) {
            assertThat(rule.path("apiGroups")).hasSize(1);
            String resource = rule.path("resources").path(0).asText();
            String group = rule.path("apiGroups").path(0).asText();
            rule.path("verbs").forEach(verb -> assertThat(access.allows(verb.asText(), group, resource, "shop"))
                    .as("%s %s in %s", verb, resource, group).isTrue());
        }
    }

    private static List<String> verbs(JsonNode rules, String resource) {
        return rules.valueStream()
                .filter(rule -> rule.path("resources").path(0).asText().equals(resource))
                .flatMap(rule -> rule.path("verbs").valueStream())
                .map(JsonNode::asText)
                .toList();
    }
}
