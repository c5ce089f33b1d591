package dev.signalbox.ui.shell;

import dev.signalbox.domain.Connection.Doubt;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.ui.widget.Tone;
import java.util.List;

/// A connection in full, as it is shown beside its chip.
///
/// @param standing in a few words, with the tone that the chip's light has
/// @param problem what is wrong, in a sentence; `advice` what one can do about it. Both empty when all is well
/// @param remarks what one should know of the way there, in sentences, though it works
/// @param doubt why it may not lead to what is meant, and what it leads to
record ConnectionCard(
        ConnectionId id, String name, String standing, Tone tone, List<Fact> facts, String problem, String advice,
        List<String> remarks, Doubt doubt) {

    /// A line of the card.
    record Fact(String name, String value) {}
}
