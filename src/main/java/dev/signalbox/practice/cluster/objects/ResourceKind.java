package dev.signalbox.practice.cluster.objects;

import java.util.List;

/// One resource type of the practice cluster, as discovery describes it.
///
/// @param group API group, empty for the core group
/// @param shortNames what `kubectl` users type instead of the plural
/// @param subresources the names behind the object, for example `scale` or `log`
/// @param scope whether objects live in a namespace
/// @param counting whether `metadata.generation` follows the spec; Services and Leases have none
public record ResourceKind(String group, String version, String plural, String kind, List<String> shortNames,
        List<String> subresources, Scope scope, Generation counting) {

    /// Where objects of a kind live.
    public enum Scope {
        NAMESPACED, CLUSTER
    }

    /// Whether the server counts spec changes.
    public enum Generation {
        COUNTED, ABSENT
    }

    public ResourceKind {
        shortNames = List.copyOf(shortNames);
        subresources = List.copyOf(subresources);
    }

    /// `apps/v1`, or `v1` for the core group.
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /// The name used in messages: `deployments.apps`, or `pods` for the core group.
    public String qualified() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /// The kind as validation messages write it: `Deployment.apps`.
    public String qualifiedKind() {
        return group.isEmpty() ? kind : kind + "." + group;
    }

    public boolean isNamespaced() {
        return scope == Scope.NAMESPACED;
    }

    /// `Deployment` becomes `deployment`: the singular name in discovery.
    public String singular() {
        return kind.toLowerCase(java.util.Locale.ROOT);
    }
}
