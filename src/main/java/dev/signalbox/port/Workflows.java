package dev.signalbox.port;

import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.ci.WorkflowInput;
import java.util.List;

/// Workflow files of a repository.
public interface Workflows {

    /// All workflows of a repository.
    List<Workflow> of(RepositoryId repository) throws RemoteFailure;

    /// The inputs that the workflow's file at `ref` takes when started by hand; empty when it cannot be started by hand.
    List<WorkflowInput> inputs(Workflow workflow, String ref) throws RemoteFailure;
}
