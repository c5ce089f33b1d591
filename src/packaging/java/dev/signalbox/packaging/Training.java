package dev.signalbox.packaging;

import java.util.Locale;

/// What the console does while its cache of classes is recorded.
enum Training {
    /// A start as on every day, on a virtual screen, which only Linux has. For people: the cache holds what every start uses, and
    /// little else, so that little else takes memory.
    START,
    /// The whole practice story, without a screen.
    STORY,
    /// Its screens, with nothing connected: seconds in place of minutes. The cache holds the start and little more, which is
    /// enough to see that an image can be made and starts.
    SCREENS;

    /// @param word as it is written on the command line of the build
    /// @param platform that the build runs on
    static Training of(String word, Platform platform) {
        Training named = valueOf(word.toUpperCase(Locale.ROOT));
        return named == START && platform != Platform.LINUX ? STORY : named;
    }
}
