package dev.signalbox.wiring;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.VaultStanding.Kind;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.port.Grants;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The grant of an account in the vault. Nobody sits there while a token is renewed: where a person would have to type the
/// passphrase, nothing is asked, and the window says that the vault is wanted; so it says of a key ring that a
/// person has to see to.
///
/// @param unlocked told the account's token when somebody has opened the vault for it
record VaultGrants(CiAccount account, VaultDesk desk, KnownSecrets known, Unlocked unlocked) implements Grants {

    private static final String LOCKED =
            "The vault is locked, and its token has to be renewed. Unlock the vault, and it goes on by itself.";

    private static final String WANTED =
            "The vault is locked, and a token in it has to be renewed before it ends.";

    /// Hears of what lies in the vault.
    interface Unlocked {

        void with(Tokens.Token token);
    }

    private interface Use<T> {

        T of(Vault vault) throws VaultProblem, RemoteFailure;
    }

    @Override
    public Grant kept() throws RemoteFailure {
        return using(vault -> {
            if (!(Tokens.taken(account, vault) instanceof Tokens.Token.Renewed(Grant grant))) {
                throw none("The vault holds another token for it now. Start the console again to use that one.");
            }
            return grant;
        });
    }

    @Override
    public boolean replace(Grant before, Grant next) throws RemoteFailure {
        try {
            boolean done = using(vault -> {
                try (SecretText old = secret(before); SecretText fresh = secret(next)) {
                    return vault.exchange(account.id().name(), Tokens.originOf(account), old, fresh);
                }
            });
            desk.note("");
            return done;
        } catch (RemoteFailure failure) {
            desk.note("The renewed token of " + account.id().name()
                    + " is in memory only, and kept as soon as that can be"
                    + " done. " + failure.problem().detail());
            throw failure;
        }
    }

    /// Keeps what came of signing in again, whatever lies there. A person who has just done that may be asked.
    void store(Grant fresh) throws VaultProblem {
        learn(fresh);
        Vault vault = Objects.requireNonNull(desk.vault(), "the configuration was read long ago");
        try (SecretText secret = secret(fresh)) {
            new AttendedVault(desk, vault).use(open -> open.put(
                    account.id().name(), Tokens.originOf(account), secret, Optional.empty()));
        }
    }

    @Override
    public void learn(Grant fresh) {
        known.learn(List.of(fresh.token().reveal(), fresh.refresh().reveal()));
    }

    private <T> T using(Use<T> use) throws RemoteFailure {
        Vault vault = desk.vault();
        if (vault == null) {
            throw none("The vault is not known yet.");
        }
        try {
            if (vault.asksPerson()) {
                wanted(Kind.WANTED, WANTED);
                throw none(LOCKED);
            }
            T result = use.of(vault);
            desk.served(account);
            return result;
        } catch (VaultProblem problem) {
            Kind kind = VaultKinds.of(problem);
            if (kind == Kind.RING_LOCKED || kind == Kind.RING_SILENT) {
                wanted(kind, problem.sentence());
            }
            throw none(problem.sentence());
        }
    }

    private void wanted(Kind kind, String why) {
        desk.wanted(account, kind, why, (waiting, token) -> unlocked.with(token));
    }

    private static SecretText secret(Grant grant) {
        char[] text = GrantText.of(grant).toCharArray();
        try {
            return SecretText.of(text);
        } finally {
            Arrays.fill(text, '\0');
        }
    }

    private static RemoteFailure none(String why) {
        return new RemoteFailure(new RemoteProblem.NoCredential(why));
    }
}
