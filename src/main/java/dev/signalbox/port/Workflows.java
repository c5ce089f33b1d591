package dev.signalbox.port;

import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Workflow;
import java.util.List;

/// Workflow files of a repository.
public interface Workflows {

    /// All workflows of a repository.
    List<Workflow> of(RepositoryId repository) throws RemoteFailure;

    /// Whether the workflow's file at `ref` lets people start it by hand, and what it asks for then.
    ManualStart manualStart(Workflow workflow, String ref) throws RemoteFailure;
}
