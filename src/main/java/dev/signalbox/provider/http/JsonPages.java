package dev.signalbox.provider.http;

import java.util.List;

/// Several pages of one list.
///
/// @param pages in the server's order; at least one
/// @param extent whether the server had more than were asked for
public record JsonPages(List<JsonAnswer> pages, Extent extent) {

    /// How much of the list was read.
    public enum Extent {
        /// All of it.
        WHOLE,
        /// The caller's number of pages was reached first.
        CUT
    }

    public JsonPages {
        pages = List.copyOf(pages);
    }
}
