package dev.signalbox.packaging;

import java.util.Locale;

/// What the console does while its cache of classes is recorded.
enum Training {
    /// The whole practice story. For people: the cache then holds what they use.
    STORY,
    /// Its screens, with nothing connected: seconds in place of minutes. The cache holds the start and little more, which is
    /// enough to see that an image can be made and starts.
    SCREENS;

    /// @param word as it is written on the command line of the build
    static Training of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
