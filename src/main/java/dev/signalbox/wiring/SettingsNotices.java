package dev.signalbox.wiring;

import java.util.List;

/// What happened to the small files of settings, in sentences for the person at the screen. Asked before anybody else reads
/// them, since the first who reads a broken one puts it aside.
final class SettingsNotices {

    /// All that [Engine#settings] is asked for, and that the steps of setting up read.
    static final List<String> FILES = List.of(
            "appearance.properties", "keys.properties", "polling.properties", "board.properties", "window.properties",
            "notices.properties", "updates.properties", "tray.properties",
            "secrets.properties", ClientIds.FILE);

    private SettingsNotices() {}

    /// Blocks for as long as reading a few small files takes.
    static List<String> of(Engine engine) {
        return FILES.stream()
                .map(name -> engine.settings(name).check())
                .filter(words -> !words.isEmpty())
                .toList();
    }
}
