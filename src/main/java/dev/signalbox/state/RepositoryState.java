package dev.signalbox.state;

import dev.signalbox.domain.Reading;
import dev.signalbox.domain.ci.CiEnvironment;
import dev.signalbox.domain.ci.Deployment;
import dev.signalbox.domain.ci.Repository;
import dev.signalbox.domain.ci.Run;
import dev.signalbox.domain.ci.Workflow;
import java.util.List;

/// What is known of one repository.
///
/// @param runs newest first
/// @param deployments newest first
public record RepositoryState(
        Reading<Repository> repository,
        Reading<List<Workflow>> workflows,
        Reading<List<Run>> runs,
        Reading<List<CiEnvironment>> environments,
        Reading<List<Deployment>> deployments) {

    /// Nothing known yet.
    public static final RepositoryState UNKNOWN =
            new RepositoryState(Reading.never(), Reading.never(), Reading.never(), Reading.never(), Reading.never());
}
