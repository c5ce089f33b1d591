package dev.signalbox.wiring;

import java.util.Optional;

/// The ways out of what is open now, beside closing its window.
interface Leaving extends StartAgain {

    /// Goes somewhere else, as [#again] does. Returns at once when it can be gone there.
    ///
    /// @return why it cannot, as a sentence; empty when it is on its way
    Optional<String> to(Way way);
}
