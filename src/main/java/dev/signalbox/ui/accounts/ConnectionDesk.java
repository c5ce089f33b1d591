package dev.signalbox.ui.accounts;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.TokenSheet;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What is connected, and how that is changed. Everything that is changed counts when the console has started again.
public interface ConnectionDesk {

    /// Why nothing can be changed here, in a sentence or two; empty when it can.
    String fixed();

    /// The accounts as they are configured, in their order.
    List<AccountLine> accounts();

    /// The clusters as they are configured, in their order.
    List<ClusterLine> clusters();

    /// How a connection stands now; absent before it was tried.
    Optional<Connection> standing(ConnectionId id);

    /// Tells how a connection stands whenever that changes, on the screen's thread.
    ///
    /// @return ends it; after that it may be told once more
    Runnable watch(ConnectionId id, Consumer<Optional<Connection>> told);

    /// Asks what the token of an account may do.
    ///
    /// @param heard told once, on the screen's thread
    void check(ConnectionId account, Consumer<Checked> heard);

    /// Whether somebody can sign in to an account again here. A token that was typed or that comes from elsewhere is not
    /// replaced so.
    boolean canSignIn(ConnectionId account);

    /// Signs in to an account again with a code, and keeps what comes of it in place of what there was.
    ///
    /// @param told hears each step, on the screen's thread; the last one is [SigningIn.Done] or [SigningIn.Failed]
    /// @return gives it up; after that a step may still be told
    Runnable signIn(ConnectionId account, Consumer<SigningIn> told);

    /// Opens a page in the browser.
    void open(URI page);

    /// Removes an account or a cluster, with its token in the vault, and starts again.
    ///
    /// @param failed told a sentence when it could not be done, on the screen's thread
    void remove(ConnectionId id, Consumer<String> failed);

    /// Marks a cluster otherwise and starts again.
    ///
    /// @param failed told a sentence when it could not be done, on the screen's thread
    void mark(ConnectionId cluster, ClusterMark mark, Consumer<String> failed);

    /// What leads to where one more account is connected; absent where nothing does.
    Optional<Runnable> addAccount();

    /// What leads to where one more cluster is connected; absent where nothing does.
    Optional<Runnable> addCluster();

    /// What to do where nothing leads there, in a sentence.
    String addByHand();

    /// An account as it is configured.
    ///
    /// @param token where its token comes from, in words
    /// @param removal what becomes of its token when the account is removed, in a sentence
    /// @param owners whose repositories are shown; empty for those of the account
    /// @param repositories the only ones that are read; empty for all of the owners
    record AccountLine(
            ConnectionId id, Connection.Kind kind, String address, String token, String removal, List<String> owners,
            List<String> repositories) {}

    /// A cluster as it is configured.
    ///
    /// @param programs how many credential programs may run for it
    record ClusterLine(
            ConnectionId id, String context, List<String> namespaces, int programs, ClusterMark mark) {}

    /// How signing in again goes.
    sealed interface SigningIn {

        /// Somebody is to type the code in a browser.
        record Typing(DeviceCode code) implements SigningIn {}

        /// It is done, and the token that came of it is kept and used.
        record Done() implements SigningIn {}

        /// It came to nothing, or is not kept; in a sentence or two.
        record Failed(String why) implements SigningIn {}
    }

    /// What came of asking what a token may do.
    sealed interface Checked {

        /// The answer.
        record Sheet(TokenSheet sheet) implements Checked {}

        /// Why there is none.
        record Problem(RemoteProblem why) implements Checked {}
    }
}
