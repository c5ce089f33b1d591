package dev.signalbox.ui.shell;

import dev.signalbox.ui.widget.Tone;
import java.util.List;

/// The line at the bottom of the window.
///
/// @param fresh how fresh everything is; `tone` the same as a light
/// @param last the last actions that ended, newest first
/// @param flight how many go on; empty for none
/// @param history how far the history of runs reaches, or what is wrong with it; empty for nothing to say
/// @param journal whether the journal works
record FooterRow(
        String fresh,
        Tone tone,
        List<String> last,
        String flight,
        String history,
        String journal,
        Tone journalTone) {}
