package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultProblem;
import java.util.function.Function;

/// The vault for what is done in the settings: the one that the window shares, so that whoever has to type a passphrase
/// for it is asked in the window.
///
/// @param otherwise opens a vault of its own where nothing was read of the shared one yet
record VaultInWindow(VaultDesk desk, Function<Folders, Vault> otherwise) {

    /// The vault of a running console.
    static VaultInWindow of(Engine engine, Machine machine) {
        return new VaultInWindow(
                engine.vault(), folders -> new VaultPlace(machine, folders, Terminal.here()).open());
    }

    /// Blocks while a person or the key ring is asked; a wrong passphrase is asked for anew.
    void use(Folders folders, AttendedVault.Use use) throws VaultProblem {
        Vault shared = desk.vault();
        if (shared == null) {
            try (Vault own = otherwise.apply(folders)) {
                use.of(own);
            }
            return;
        }
        new AttendedVault(desk, shared).use(use);
    }
}
