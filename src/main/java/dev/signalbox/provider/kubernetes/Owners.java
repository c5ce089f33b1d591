package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.cluster.LastChange;
import dev.signalbox.domain.cluster.Owner;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds who else looks after an object. The label `app.kubernetes.io/instance` alone proves nothing: Helm charts, Argo
/// CD and people all set it.
final class Owners {

    private static final String KUSTOMIZATION = "kustomize.toolkit.fluxcd.io/name";
    private static final String HELM_CONTROLLER = "helm.toolkit.fluxcd.io/name";

    private Owners() {}

    static Owner of(JsonNode object) {
        Map<String, String> labels = Tree.texts(object, "metadata", "labels");
        Map<String, String> annotations = Tree.texts(object, "metadata", "annotations");
        String tracking = annotations.getOrDefault(Annotations.ARGO_TRACKING, "");
        if (!tracking.isEmpty()) {
            return new Owner(Owner.Kind.ARGO_CD, tracking.substring(0, end(tracking)));
        }
        if (isManagedBy(object, "argocd-controller")) {
            return new Owner(Owner.Kind.ARGO_CD, labels.getOrDefault("app.kubernetes.io/instance", "an application"));
        }
        if (labels.containsKey(KUSTOMIZATION)
                && !"disabled".equals(annotations.get("kustomize.toolkit.fluxcd.io/reconcile"))) {
            return new Owner(Owner.Kind.FLUX, labels.getOrDefault(KUSTOMIZATION, ""));
        }
        if (labels.containsKey(HELM_CONTROLLER)) {
            return new Owner(Owner.Kind.FLUX, labels.getOrDefault(HELM_CONTROLLER, ""));
        }
        String release = annotations.getOrDefault(Annotations.HELM_RELEASE, "");
        if (!release.isEmpty()) {
            return new Owner(Owner.Kind.HELM, release);
        }
        return Owner.NOBODY;
    }

    /// The newest change of the spec that the server's managed fields tell of.
    static @Nullable LastChange lastChange(JsonNode object) {
        LastChange newest = null;
        for (JsonNode entry : Tree.at(object, "metadata", "managedFields")) {
            if (!Tree.text(entry, "subresource").isEmpty() || !entry.path("fieldsV1").has("f:spec")) {
                continue;
            }
            Instant at = Tree.time(entry, "time");
            if (newest == null || isLater(at, newest.at())) {
                newest = new LastChange(Tree.text(entry, "manager"), at);
            }
        }
        return newest;
    }

    private static boolean isLater(@Nullable Instant one, @Nullable Instant other) {
        return one != null && (other == null || one.isAfter(other));
    }

    private static boolean isManagedBy(JsonNode object, String manager) {
        for (JsonNode entry : Tree.at(object, "metadata", "managedFields")) {
            if (Tree.text(entry, "manager").equals(manager)) {
                return true;
            }
        }
        return false;
    }

    private static int end(String tracking) {
        int colon = tracking.indexOf(':');
        return colon < 0 ? tracking.length() : colon;
    }
}
