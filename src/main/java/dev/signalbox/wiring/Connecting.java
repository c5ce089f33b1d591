package dev.signalbox.wiring;

import java.io.IOException;

/// Leads an engine to the outside, in two steps, so that a window can be drawn from what is known without it.
interface Connecting {

    /// Shows what can be shown before anything is connected. Runs beside the making of the window.
    void prepare(Engine engine) throws IOException;

    /// Connects and begins to read. Runs when the window has been drawn.
    ///
    /// @throws IOException when there is nothing that could be connected
    void connect(Engine engine) throws IOException;
}
