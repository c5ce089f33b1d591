package dev.signalbox.domain.tray;

import java.util.List;

/// Some lines of the tray's menu below a heading.
public record TraySection(String heading, List<TrayEntry> entries) {

    public TraySection {
        entries = List.copyOf(entries);
    }
}
