package dev.signalbox.wiring;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryId;
import java.io.IOException;
import java.util.Set;

/// Leads an engine to the outside, in two steps, so that a window can be drawn from what is known without it.
interface Connecting {

    /// Shows what can be shown before anything is connected. Runs beside the making of the window.
    void prepare(Engine engine) throws IOException;

    /// Connections of which is shown what was known last time; none where each start is a new beginning.
    default Set<ConnectionId> remembered() {
        return Set.of();
    }

    /// Which configuration it follows, so that no start shows what stood under another one; empty where each start is a new
    /// beginning.
    default String stamp() {
        return "";
    }

    /// Whether a repository is read here; one that is not any more is not shown as it was last time either.
    default boolean reads(RepositoryId repository) {
        return true;
    }

    /// Connects and begins to read. Runs when the window has been drawn.
    ///
    /// @throws IOException when there is nothing that could be connected
    void connect(Engine engine) throws IOException;
}
