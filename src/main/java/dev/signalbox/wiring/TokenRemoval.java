package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultProblem;
import java.util.function.Function;

/// Takes the token of an account out of the vault that the window shares, so that whoever has to type a passphrase for
/// it is asked in the window.
///
/// @param otherwise opens a vault of its own where nothing was read of the shared one yet
record TokenRemoval(VaultDesk desk, Function<Folders, Vault> otherwise) {

    /// Blocks while a person or the key ring is asked; a wrong passphrase is asked for anew.
    void remove(Folders folders, String name) throws VaultProblem {
        new VaultInWindow(desk, otherwise).use(folders, vault -> vault.remove(name));
    }
}
