package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/// Which annotations are kept. Others may be large or hold secrets (`last-applied-configuration` does, CVE-2025-55190).
final class Annotations {

    static final String CHANGE_CAUSE = "kubernetes.io/change-cause";
    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String REVISION_HISTORY = "deployment.kubernetes.io/revision-history";
    static final String RESTARTED_AT = "kubectl.kubernetes.io/restartedAt";
    static final String OURS = "signalbox.dev/";
    static final String ARGO_TRACKING = "argocd.argoproj.io/tracking-id";
    static final String HELM_RELEASE = "meta.helm.sh/release-name";

    /// Kept by name only, to tell that `kubectl apply` is at work; its value holds whole manifests.
    static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private static final int LONGEST = 2000;
    private static final int MOST = 40;

    private Annotations() {}

    /// Those of an object that are shown. Never empty when the object has some: a patch must know whether the map is
    /// there, so a name without its value stands for those left out.
    static Map<String, String> ofObject(JsonNode object) {
        return shown(Tree.texts(object, "metadata", "annotations"));
    }

    /// Those of a pod template that are shown; never empty when it has some.
    static Map<String, String> ofTemplate(JsonNode template) {
        return shown(Tree.texts(template, "metadata", "annotations"));
    }

    private static Map<String, String> shown(Map<String, String> all) {
        Map<String, String> kept = new TreeMap<>();
        all.forEach((name, value) -> {
            if (name.equals(LAST_APPLIED)) {
                kept.put(name, "");
            } else if (isShown(name) && kept.size() < MOST) {
                kept.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
            }
        });
        if (kept.isEmpty() && !all.isEmpty()) {
            kept.put(all.keySet().iterator().next(), "");
        }
        return Map.copyOf(kept);
    }

    private static boolean isShown(String name) {
        return name.equals(CHANGE_CAUSE)
                || name.equals(REVISION)
                || name.equals(RESTARTED_AT)
                || name.equals(ARGO_TRACKING)
                || name.equals(HELM_RELEASE)
                || name.startsWith(OURS)
                || name.startsWith("org.opencontainers.image.");
    }
}
