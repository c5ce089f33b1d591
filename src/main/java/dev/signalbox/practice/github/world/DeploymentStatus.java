package dev.signalbox.practice.github.world;

import java.time.Instant;

/// One entry in the life of a deployment.
///
/// @param state `waiting`, `queued`, `in_progress`, `success`, `failure` or `inactive`
public record DeploymentStatus(long id, String state, Person creator, Instant at) {}
