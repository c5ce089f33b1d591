package dev.signalbox.domain.board;

import dev.signalbox.domain.ci.RepositoryId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of the board.
///
/// @param group heading under which it stands
/// @param repository where it is built; absent for a workload without a known source
/// @param build file name of the workflow shown in the build column; absent for every workflow
/// @param deploy file name of the workflow that deploys it, if it is known
/// @param discovered whether nobody described it
public record ServiceSpec(
        String name,
        String group,
        @Nullable RepositoryId repository,
        @Nullable String build,
        @Nullable String deploy,
        List<TargetSpec> targets,
        boolean discovered) {}
