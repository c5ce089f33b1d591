package dev.signalbox.ui.settings.polling;

/// What somebody chose.
///
/// @param work percent of the hourly limit for normal work
/// @param held percent of the hourly limit that is held back for actions
/// @param quiet how many times slower than usual quiet things are read that nobody looks at
public record PollingChoice(int work, int held, int quiet) {

    /// As it is until somebody chooses.
    public static final PollingChoice USUAL = new PollingChoice(30, 20, 1);
}
