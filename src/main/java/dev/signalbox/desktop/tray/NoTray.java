package dev.signalbox.desktop.tray;

import dev.signalbox.domain.tray.TrayFace;

/// Where there is none: says so once.
final class NoTray implements Tray {

    private final String why;
    private final TrayOwner owner;
    private boolean said;

    /// @param why a sentence
    NoTray(String why, TrayOwner owner) {
        this.why = why;
        this.owner = owner;
    }

    @Override
    public void show(TrayFace face) {
        if (!said) {
            said = true;
            owner.stands(new TrayStanding(false, why));
        }
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
