package dev.signalbox.domain.tray;

import java.util.List;

/// Everything that the tray shows at one moment.
///
/// @param waiting how many decisions wait for the person at the screen
/// @param words how it stands, in a line; counts only, no name from outside
/// @param sections of the menu; those that are empty are not in it
public record TrayFace(TraySign sign, int waiting, String words, List<TraySection> sections) {

    /// What is shown before anything is known.
    public static final TrayFace FIRST = new TrayFace(TraySign.STALE, 0, "Not read yet", List.of());

    public TrayFace {
        sections = List.copyOf(sections);
    }
}
