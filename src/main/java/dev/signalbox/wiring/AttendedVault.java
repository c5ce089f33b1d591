package dev.signalbox.wiring;

import dev.signalbox.domain.VaultStanding.Kind;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultProblem;

/// The vault that the window shares, for somebody who sits before it: a passphrase is asked for in the window, and a wrong
/// one is asked for anew.
record AttendedVault(VaultDesk desk, Vault shared) {

    /// What is done with the vault.
    interface Use {

        void of(Vault vault) throws VaultProblem;
    }

    /// Blocks while a person or the key ring is asked.
    void use(Use use) throws VaultProblem {
        while (true) {
            try {
                // Not closed: it is the window's, which locks it by itself.
                use.of(shared);
                desk.idle().touched();
                return;
            } catch (VaultProblem problem) {
                if (VaultKinds.of(problem) != Kind.ASKING) {
                    throw problem;
                }
                desk.refuse(problem.sentence());
            }
        }
    }
}
