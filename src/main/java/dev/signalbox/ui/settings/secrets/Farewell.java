package dev.signalbox.ui.settings.secrets;

import java.util.List;

/// Forgets everything that the console has put on this machine.
public interface Farewell {

    /// Why it cannot be done here, as a sentence; empty when it can.
    String obstacle();

    /// What would go and what would stay, as lines with exact paths. Reads the disk.
    Look look();

    /// Closes the console, and then everything goes; does nothing where there is an obstacle. Returns at once.
    void forget();

    /// What was found on the disk.
    ///
    /// @param goes what would be removed
    /// @param stays what would not, and why
    record Look(List<String> goes, List<String> stays) {

        public Look {
            goes = List.copyOf(goes);
            stays = List.copyOf(stays);
        }
    }
}
