package dev.signalbox.desktop.tray;

import dev.signalbox.domain.tray.TrayEntry;
import dev.signalbox.domain.tray.TrayFace;
import dev.signalbox.domain.tray.TraySection;
import java.util.ArrayList;
import java.util.List;

/// One line of the tray's menu, whatever draws it.
///
/// @param key the same as long as it leads to the same place, and another one for each other line
/// @param words empty where it only divides
/// @param press what a click does; nothing where it cannot be clicked
record TrayLine(Kind kind, String key, String words, Runnable press) {

    enum Kind {
        /// Divides the others.
        SEPARATOR,
        /// Is there to be read.
        HEADING,
        ENTRY
    }

    /// The whole menu, from its top: how it stands, the window, what waits and what fails, the end.
    static List<TrayLine> of(TrayFace face, TrayOwner owner) {
        List<TrayLine> lines = new ArrayList<>();
        lines.add(heading("words", face.words()));
        lines.add(separator("1"));
        lines.add(new TrayLine(Kind.ENTRY, "open", "Open Signalbox", () -> owner.opened("")));
        for (TraySection section : face.sections()) {
            lines.add(separator(section.heading()));
            lines.add(heading("heading " + section.heading(), section.heading()));
            for (TrayEntry entry : section.entries()) {
                lines.add(new TrayLine(Kind.ENTRY, entry.link() + " " + entry.words(), entry.words(),
                        () -> owner.opened(entry.link())));
            }
        }
        lines.add(separator("2"));
        lines.add(new TrayLine(Kind.ENTRY, "quit", "Quit", owner::quit));
        return List.copyOf(lines);
    }

    private static TrayLine heading(String key, String words) {
        return new TrayLine(Kind.HEADING, key, words, () -> {});
    }

    private static TrayLine separator(String key) {
        return new TrayLine(Kind.SEPARATOR, "separator " + key, "", () -> {});
    }
}
