package dev.signalbox.ui.results;

import dev.signalbox.domain.ci.Artifact;
import dev.signalbox.ui.widget.Mark;

/// One artifact with what can be done with it.
///
/// @param name a label, made safe
/// @param words its size and until when it is kept, or how far its saving is
/// @param mark how its saving stands; `IDLE` when nobody saves it
/// @param offer what the button would do
record ArtifactRow(Artifact artifact, String name, String words, Mark mark, Offer offer) {

    /// What a button offers.
    enum Offer {
        SAVE,
        STOP,
        NOTHING
    }
}
