package dev.signalbox.domain.ci;

import java.util.List;

/// What a search over the kept logs found.
///
/// @param hits newest log first
/// @param searched how many logs are kept
/// @param complete whether everything was looked at; otherwise there may be more than these
public record LogHits(List<Hit> hits, int searched, boolean complete) {

    /// One line.
    ///
    /// @param line its number, from 1
    /// @param text the line, or the part of a long one around what was found; still to be made safe to show
    public record Hit(KeptLog log, long line, String text) {}
}
