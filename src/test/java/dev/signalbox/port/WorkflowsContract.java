package dev.signalbox.port;

import static dev.signalbox.port.CiSamples.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.ci.WorkflowInput;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What [Workflows] must do.
public abstract class WorkflowsContract extends CiContract {

    @Override
    protected Object read(CiServer server) throws RemoteFailure {
        return server.provider().workflows().of(server.repository());
    }

    @Test
    void listsTheWorkflowsOfARepository() throws RemoteFailure {
        List<Workflow> there = server().told(
                List.of(workflow(server().repository(), 1, "ci"), workflow(server().repository(), 2, "deploy")));
        server().workflows(there);
        assertThat(workflows().of(server().repository())).isEqualTo(there);
    }

    @Test
    void tellsWhatAWorkflowTakesAtARef() throws RemoteFailure {
        Workflow workflow = workflow(server().repository(), 2, "deploy");
        List<WorkflowInput> there = List.of(
                new WorkflowInput("version", "Which one", WorkflowInput.Type.STRING, true, null, List.of()),
                new WorkflowInput(
                        "level", "", WorkflowInput.Type.CHOICE, false, "info", List.of("info", "warn")));
        server().manualStart(workflow, "release/1.x", new ManualStart.Offered(there));
        assertThat(workflows().manualStart(workflow, "release/1.x")).isEqualTo(new ManualStart.Offered(there));
    }

    @Test
    void aWorkflowThatTakesNothingCanBeStarted() throws RemoteFailure {
        Workflow workflow = workflow(server().repository(), 2, "deploy");
        server().manualStart(workflow, "main", new ManualStart.Offered(List.of()));
        assertThat(workflows().manualStart(workflow, "main")).isEqualTo(new ManualStart.Offered(List.of()));
    }

    @Test
    void aWorkflowThatOnlyEventsStartCannot() throws RemoteFailure {
        Workflow workflow = workflow(server().repository(), 2, "deploy");
        server().manualStart(workflow, "main", new ManualStart.NotOffered());
        assertThat(workflows().manualStart(workflow, "main")).isEqualTo(new ManualStart.NotOffered());
    }

    private Workflows workflows() {
        return server().provider().workflows();
    }
}
