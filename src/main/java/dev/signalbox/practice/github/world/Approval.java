package dev.signalbox.practice.github.world;

import java.util.List;

/// One person's answer to a run that waited for an environment.
///
/// @param state `approved` or `rejected`
public record Approval(String state, String comment, Person user, List<Environment> environments) {

    /// Copies the environments.
    public Approval {
        environments = List.copyOf(environments);
    }
}
