package dev.signalbox.ui.board;

import dev.signalbox.domain.ci.RunId;
import dev.signalbox.ui.widget.Tone;
import java.util.List;

/// The last builds of a service: a bar each, oldest first, and the newest one in words.
///
/// @param duration of the newest finished build, or how long the running one takes
/// @param line the newest build (`#977 · main · 6 m ago`)
/// @param spoken the newest build in full, with what is usual while it goes on
record BuildRow(List<Bar> bars, String duration, String line, String spoken) {

    static final BuildRow NONE = new BuildRow(List.of(), "", "no runs yet", "no runs yet");

    /// One build.
    ///
    /// @param height of the bar between 0 and 1: its duration against the longest shown
    record Bar(RunId run, double height, Tone tone, String words) {}
}
