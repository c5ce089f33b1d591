package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.Refusal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What the practice operator may do: the roles that a release console needs (viewer and deployer), minus what was
/// denied, plus what was granted.
public final class AccessRules {

    /// The one person of the practice cluster.
    public static final String USER = "practice-operator";

    private static final List<String> READ = List.of("get", "list", "watch");
    private static final List<Rule> ROLE = List.of(
            new Rule(READ, List.of(""), List.of("namespaces", "nodes", "pods", "services", "events")),
            new Rule(List.of("get"), List.of(""), List.of("pods/log")),
            new Rule(READ, List.of("apps"),
                    List.of("deployments", "statefulsets", "daemonsets", "replicasets", "controllerrevisions")),
            new Rule(List.of("get"), List.of("apps"), List.of("deployments/scale", "statefulsets/scale")),
            new Rule(READ, List.of("autoscaling"), List.of("horizontalpodautoscalers")),
            new Rule(READ, List.of("policy"), List.of("poddisruptionbudgets")),
            new Rule(READ, List.of("networking.k8s.io"), List.of("ingresses")),
            new Rule(READ, List.of("discovery.k8s.io"), List.of("endpointslices")),
            new Rule(List.of("patch"), List.of("apps"),
                    List.of("deployments", "statefulsets", "daemonsets", "deployments/scale", "statefulsets/scale")),
            new Rule(List.of("patch"), List.of(""), List.of("services")),
            new Rule(List.of("create", "patch"), List.of(""), List.of("events")),
            // A stuck pod of a StatefulSet has to be deleted by hand after a rollback.
            new Rule(List.of("delete"), List.of(""), List.of("pods")),
            new Rule(List.of("get", "list", "watch", "create", "update", "patch", "delete"),
                    List.of("coordination.k8s.io"), List.of("leases")),
            new Rule(List.of("create"), List.of("authorization.k8s.io"),
                    List.of("selfsubjectaccessreviews", "selfsubjectrulesreviews")),
            new Rule(List.of("create"), List.of("authentication.k8s.io"), List.of("selfsubjectreviews")));

    private final List<Deviation> denied = new CopyOnWriteArrayList<>();
    private final List<Deviation> granted = new CopyOnWriteArrayList<>();

    /// Takes a permission away; `*` stands for anything.
    ///
    /// @param resource the plural, with its subresource if it has one: `deployments/scale`
    public void deny(String verb, String resource, String namespace) {
        denied.add(new Deviation(verb, resource, namespace));
    }

    /// Adds a permission that the roles do not have.
    public void grant(String verb, String resource, String namespace) {
        granted.add(new Deviation(verb, resource, namespace));
    }

    /// Back to the roles.
    public void reset() {
        denied.clear();
        granted.clear();
    }

    /// Whether the operator may; `namespace` is empty for the whole cluster.
    public boolean allows(String verb, String group, String resource, String namespace) {
        return denied.stream().noneMatch(exception -> exception.covers(verb, resource, namespace))
                && (ROLE.stream().anyMatch(rule -> rule.allows(verb, group, resource))
                        || granted.stream().anyMatch(exception -> exception.covers(verb, resource, namespace)));
    }

    void check(String verb, ApiPath path) {
        if (allows(verb, path.kind().group(), path.resource(), path.namespace())) {
            return;
        }
        String scope = path.namespace().isEmpty()
                ? "at the cluster scope"
                : "in the namespace \"" + path.namespace() + "\"";
        throw Refusal.forbidden(path.kind(), path.name(), "User \"" + USER + "\" cannot " + verb + " resource \""
                + path.resource() + "\" in API group \"" + path.kind().group() + "\" " + scope);
    }

    /// The `resourceRules` of a SelfSubjectRulesReview.
    ArrayNode rules(String namespace) {
        ArrayNode rules = Fields.newArray();
        for (Rule rule : ROLE) {
            for (String resource : rule.resources()) {
                List<String> verbs = rule.verbs().stream()
                        .filter(verb -> allows(verb, rule.groups().get(0), resource, namespace))
                        .toList();
                if (!verbs.isEmpty()) {
                    ObjectNode entry = rules.addObject();
                    verbs.forEach(entry.putArray("verbs")::add);
                    rule.groups().forEach(entry.putArray("apiGroups")::add);
                    entry.putArray("resources").add(resource);
                }
            }
        }
        for (Deviation extra : granted) {
            if (extra.namespace().equals("*") || extra.namespace().equals(namespace)) {
                ObjectNode entry = rules.addObject();
                entry.putArray("verbs").add(extra.verb());
                entry.putArray("apiGroups").add("*");
                entry.putArray("resources").add(extra.resource());
            }
        }
        return rules;
    }

    private record Rule(List<String> verbs, List<String> groups, List<String> resources) {

        boolean allows(String verb, String group, String resource) {
            return verbs.contains(verb) && groups.contains(group) && resources.contains(resource);
        }
    }

    private record Deviation(String verb, String resource, String namespace) {

        boolean covers(String otherVerb, String otherResource, String otherNamespace) {
            return is(verb, otherVerb) && is(resource, otherResource) && is(namespace, otherNamespace);
        }

        private static boolean is(String pattern, String value) {
            return pattern.equals("*") || pattern.equals(value);
        }
    }
}
