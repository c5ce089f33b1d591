package dev.signalbox.practice.story;

import java.util.Locale;

/// Where a service lives in an environment.
///
/// @param cluster name of the cluster and of its kubeconfig context
record Target(String cluster, String namespace, String kind, String name) {

    static final String STAGING_CLUSTER = "staging-1";
    static final String PRODUCTION_CLUSTER = "prod-eu";

    static Target of(ServiceStory service, String environment) {
        String cluster = environment.equals(Catalogue.PRODUCTION) ? PRODUCTION_CLUSTER : STAGING_CLUSTER;
        return new Target(cluster, environment, service.kind(), service.name());
    }

    /// As the board file writes it.
    String workload() {
        return kind.toLowerCase(Locale.ROOT) + "/" + name;
    }
}
