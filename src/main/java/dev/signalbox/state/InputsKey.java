package dev.signalbox.state;

import dev.signalbox.domain.ci.RepositoryId;

/// The inputs of a workflow at a ref, as something to be fetched.
public record InputsKey(RepositoryId repository, long workflow, String ref) {}
