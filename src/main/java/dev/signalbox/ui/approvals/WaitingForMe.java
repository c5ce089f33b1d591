package dev.signalbox.ui.approvals;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.state.ConsoleState;
import java.util.List;

/// A decision that waits for the person at the screen. Its names are as the remote gave them: not safe to show.
///
/// @param service what people call what is deployed
public record WaitingForMe(String service, RunId run, String environment) {

    /// All of them, the longest waiting first: as many as the badge of the screen says.
    public static List<WaitingForMe> in(ConsoleState state) {
        return ApprovalRows.waiting(state).stream()
                .filter(w -> w.pending().canApprove())
                .map(w -> new WaitingForMe(
                        ApprovalRows.service(state, w.run()), w.run().id(), w.pending().environmentName()))
                .toList();
    }
}
