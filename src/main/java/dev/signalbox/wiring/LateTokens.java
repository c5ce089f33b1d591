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
    private final List<Waiting> waiting = new ArrayList<>();

    LateTokens(Store store) {
        this.store = store;
    }

    /// @param arrive gets a token or why there is none, on any thread
    synchronized void await(Collection<CiAccount> accounts, BiConsumer<CiAccount, Tokens.Token> arrive) {
        accounts.stream()
                .filter(account -> waiting.stream().noneMatch(w -> w.account().id().equals(account.id())))
                .forEach(account -> waiting.add(new Waiting(account, arrive)));
    }

    private record Waiting(CiAccount account, BiConsumer<CiAccount, Tokens.Token> arrived) {}

    private synchronized List<Waiting> all() {
        return List.copyOf(waiting);
    }

    /// It waits no longer: it was served otherwise.
    synchronized void forget(CiAccount account) {
        waiting.removeIf(one -> one.account().id().equals(account.id()));
    }

    synchronized List<String> names() {
        return waiting.stream().map(w -> w.account().id().name()).toList();
    }

    /// Why nobody gets a token now.
    record Stop(Kind kind, String why) {}

    /// Takes a token for each that waits, until something stands against all of them. An account whose token is not there
    /// is told so and waits no longer.
    ///
    /// @param refuse told why what was typed is of no use, before it is asked for again
    Optional<Stop> takeFrom(Vault open, Consumer<String> refuse) {
        for (Waiting one : all()) {
            Optional<Stop> stop = take(one, open, refuse);
            if (stop.isPresent()) {
                return stop;
            }
        }
        return Optional.empty();
    }

    private Optional<Stop> take(Waiting one, Vault open, Consumer<String> refuse) {
        while (true) {
            try {
                hand(one, Tokens.taken(one.account(), open));
                return Optional.empty();
            } catch (VaultProblem problem) {
                String why = problem.sentence();
                switch (VaultKinds.of(problem)) {
                    case UNUSED -> {
                        hand(one, Tokens.missing(why));
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

    private void hand(Waiting one, Tokens.Token token) {
        synchronized (this) {
            waiting.remove(one);
        }
        one.arrived().accept(one.account(), token);
    }

    /// Why all of them still wait.
    synchronized void trouble(String why) {
        waiting.forEach(w -> store.offer(
                new Change.ConnectionTroubled(w.account().id(), new RemoteProblem.NoCredential(why), null)));
    }
}
