package dev.signalbox.practice;

import org.jspecify.annotations.Nullable;

/// Where deploy jobs send a release. Called under the world's lock: must answer at once and never call back.
public interface DeploySink {

    /// Starts a rollout.
    ///
    /// @param actor login of the person in whose name the run acts
    void deploy(String service, String environment, String version, String sha, String actor);

    /// How far the rollout of this service has come.
    Progress progress(String service, String environment);

    /// A rollout as its deploy job sees it.
    ///
    /// @param done whether it is fully rolled out
    /// @param problem why it will not get there; null while there is hope
    record Progress(boolean done, @Nullable String problem) {}

    /// A sink whose every rollout is done at once.
    static DeploySink immediate() {
        return new DeploySink() {
            @Override
            public void deploy(String service, String environment, String version, String sha, String actor) {}

            @Override
            public Progress progress(String service, String environment) {
                return new Progress(true, null);
            }
        };
    }
}
