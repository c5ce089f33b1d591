package dev.signalbox.action;

import dev.signalbox.domain.cluster.WorkloadKey;

/// What people call the place where a workload lives.
///
/// @param service the workload's own name when nobody described it
/// @param environment empty when neither the board nor its namespace tells
record Place(String service, String environment, boolean production) {

    static Place undescribed(WorkloadKey workload) {
        return new Place(workload.name(), "", false);
    }

    /// `checkout · production`, or where it is in the cluster.
    String subject(WorkloadKey workload) {
        return environment.isEmpty()
                ? Words.name(workload.namespace() + "/" + service)
                : Words.name(service) + " · " + Words.name(environment);
    }
}
