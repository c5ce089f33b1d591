package dev.signalbox.practice.cluster;

/// Names that the Deployment controller and `kubectl` agree on.
final class Annotations {

    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String REVISION_HISTORY = "deployment.kubernetes.io/revision-history";
    static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
    static final String MAXIMUM = "deployment.kubernetes.io/max-replicas";
    static final String CHANGE_CAUSE = "kubernetes.io/change-cause";
    static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    static final String TEMPLATE_HASH = "pod-template-hash";
    static final String REVISION_HASH = "controller-revision-hash";

    private Annotations() {}
}
