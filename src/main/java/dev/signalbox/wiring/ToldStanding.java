package dev.signalbox.wiring;

import dev.signalbox.domain.VaultStanding;
import dev.signalbox.domain.VaultStanding.Question;
import dev.signalbox.domain.VaultStanding.Wanted;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import org.jspecify.annotations.Nullable;

/// How the vault stands, as the state is told. A question lies over it until it has ended, whatever becomes of the
/// vault meanwhile: a token that is typed has nothing to do with the vault, and whoever asks for it waits for an answer.
final class ToldStanding {

    private final Store store;
    private VaultStanding standing = VaultStanding.UNUSED;
    private @Nullable Question question;

    ToldStanding(Store store) {
        this.store = store;
    }

    /// Without the question that is asked meanwhile.
    synchronized VaultStanding now() {
        return standing;
    }

    synchronized void become(VaultStanding after) {
        standing = after;
        Question asked = question;
        store.offer(new Change.VaultChanged(asked == null ? after : after.asking(asked)));
    }

    synchronized void ask(Question asked) {
        question = asked;
        become(standing);
    }

    /// The question has ended.
    ///
    /// @param after how the vault stands then
    synchronized void ended(VaultStanding after) {
        question = null;
        become(after);
    }

    /// Whether anybody is asked.
    synchronized boolean isAsking() {
        return question != null;
    }

    /// Whether somebody is asked for a passphrase. Whoever asks for it holds the vault meanwhile.
    synchronized boolean isAskingForVault() {
        Question asked = question;
        return asked != null && asked.wanted() != Wanted.TOKEN;
    }
}
