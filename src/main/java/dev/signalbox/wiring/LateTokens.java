package dev.signalbox.wiring;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.VaultStanding.Kind;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The accounts that wait for tokens of the vault: each gets its own when it is there, and says meanwhile what it waits
/// for.
final class LateTokens {

    private final Store store;
    private final List<CiAccount> waiting = new ArrayList<>();
    private BiConsumer<CiAccount, Tokens.Token> arrived = (account, token) -> {};

    LateTokens(Store store) {
        this.store = store;
    }

    /// @param arrive gets a token or why there is none, on any thread
    synchronized void await(Collection<CiAccount> accounts, BiConsumer<CiAccount, Tokens.Token> arrive) {
        waiting.addAll(accounts);
        arrived = arrive;
    }

    private synchronized List<CiAccount> all() {
        return List.copyOf(waiting);
    }

    synchronized List<String> names() {
        return waiting.stream().map(a -> a.id().name()).toList();
    }

    /// Why nobody gets a token now.
    record Stop(Kind kind, String why) {}

    /// Takes a token for each that waits, until something stands against all of them. An account whose token is not there
    /// is told so and waits no longer.
    ///
    /// @param refuse told why what was typed is of no use, before it is asked for again
    Optional<Stop> takeFrom(Vault open, Consumer<String> refuse) {
        for (CiAccount account : all()) {
            Optional<Stop> stop = take(account, open, refuse);
            if (stop.isPresent()) {
                return stop;
            }
        }
        return Optional.empty();
    }

    private Optional<Stop> take(CiAccount account, Vault open, Consumer<String> refuse) {
        while (true) {
            try {
                hand(account, Tokens.taken(account, open));
                return Optional.empty();
            } catch (VaultProblem problem) {
                String why = problem.sentence();
                switch (VaultKinds.of(problem)) {
                    case UNUSED -> {
                        hand(account, Tokens.missing(why));
                        return Optional.empty();
                    }
                    case ASKING -> refuse.accept(why);
                    case Kind kind -> {
                        return Optional.of(new Stop(kind, why));
                    }
                }
            }
        }
    }

    private void hand(CiAccount account, Tokens.Token token) {
        BiConsumer<CiAccount, Tokens.Token> to;
        synchronized (this) {
            waiting.remove(account);
            to = arrived;
        }
        to.accept(account, token);
    }

    /// Why all of them still wait.
    synchronized void trouble(String why) {
        waiting.forEach(a -> store.offer(
                new Change.ConnectionTroubled(a.id(), new RemoteProblem.NoCredential(why), null)));
    }
}
