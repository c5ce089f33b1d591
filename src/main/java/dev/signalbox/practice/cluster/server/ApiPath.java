package dev.signalbox.practice.cluster.server;

import dev.signalbox.practice.cluster.objects.ObjectKey;
import dev.signalbox.practice.cluster.objects.Refusal;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.util.List;

/// What an object path names.
///
/// @param namespace empty for all namespaces and for objects of the whole cluster
/// @param name empty for a collection
/// @param subresource empty for the object itself
record ApiPath(ResourceKind kind, String namespace, String name, String subresource) {

    /// @param segments the decoded path, beginning with `api` or `apis`
    static ApiPath parse(List<String> segments) {
        boolean legacy = "api".equals(segments.get(0));
        int prefix = legacy ? 2 : 3;
        if (segments.size() <= prefix) {
            throw Refusal.noSuchPath();
        }
        String group = legacy ? "" : segments.get(1);
        String version = segments.get(prefix - 1);
        List<String> rest = segments.subList(prefix, segments.size());
        boolean inNamespace = "namespaces".equals(rest.get(0)) && rest.size() > 2;
        String namespace = inNamespace ? rest.get(1) : "";
        List<String> resource = inNamespace ? rest.subList(2, rest.size()) : rest;
        ResourceKind kind = ResourceKinds.byPath(group, version, resource.get(0)).orElseThrow(Refusal::noSuchPath);
        boolean misplaced = inNamespace != kind.isNamespaced() && (inNamespace || resource.size() > 1);
        if (misplaced || resource.size() > 3) {
            throw Refusal.noSuchPath();
        }
        return new ApiPath(kind, namespace, resource.size() > 1 ? resource.get(1) : "",
                resource.size() > 2 ? resource.get(2) : "");
    }

    ObjectKey key() {
        return new ObjectKey(kind, namespace, name);
    }

    /// The resource as access rules name it, for example `deployments/scale`.
    String resource() {
        return subresource.isEmpty() ? kind.plural() : kind.plural() + "/" + subresource;
    }
}
