package dev.signalbox.ui.shell;

import dev.signalbox.ui.widget.Tone;
import java.util.List;
import java.util.stream.Collectors;

/// A connection's chip.
///
/// @param id for the node
/// @param words for a wide window; `brief` for a narrow one
/// @param cards the connections that it stands for, in full
record ConnectionRow(String id, String words, String brief, Tone tone, List<ConnectionCard> cards) {

    /// Whole sentences: how fresh, what is wrong, what to do.
    String more() {
        return cards.stream().map(ConnectionCards::words).collect(Collectors.joining("\n\n"));
    }
}
