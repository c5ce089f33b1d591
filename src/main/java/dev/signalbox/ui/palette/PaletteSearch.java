package dev.signalbox.ui.palette;

import java.util.List;
import java.util.function.Consumer;

/// Something that is too much to be listed: it is searched only when somebody chooses to, and answers later.
public interface PaletteSearch {

    /// What the palette offers for a text; empty when the text says too little.
    String title(String text);

    /// Begins to search. The answer comes on the screen's thread, also in several parts, each with all that was found
    /// before; of two searches the earlier one may never answer.
    void begin(String text, Consumer<Answer> answer);

    /// What was found.
    ///
    /// @param words said below the entries, or instead of them
    record Answer(List<PaletteEntry> entries, String words) {}
}
