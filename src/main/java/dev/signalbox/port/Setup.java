package dev.signalbox.port;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;

/// Everything outside that is asked when the console is connected for the first time, or to one more account.
public interface Setup {

    /// Signing in at a server, without a token yet.
    ///
    /// @throws IllegalArgumentException when the address is not one; the message says what to write instead
    SignInDoor signIn(Host host);

    /// Looks at a server with a token. Nothing is sent yet.
    ///
    /// @param connection what the account will be called
    /// @throws IllegalArgumentException when the address or the token is not one; the message says what to write instead,
    ///     and repeats neither
    AccountDoor account(ConnectionId connection, Host host, HiddenText token);

    /// The origin that a token for this server is bound to, such as `https://api.github.com`: what the vault compares.
    ///
    /// @throws IllegalArgumentException when the address is not one
    String origin(Host host);

    /// Clusters to choose from.
    ClusterChoices clusters();

    /// Tools that may have a token.
    TokenPrograms programs();

    /// A way to a server, without a token.
    interface SignInDoor extends AutoCloseable {

        /// The flow.
        SignIn signIn();

        /// Ends what is in flight.
        @Override
        void close();
    }

    /// A way to a server, with a token.
    interface AccountDoor extends AutoCloseable {

        /// What the token may do.
        TokenCheck check();

        /// What it can reach.
        RepositoryChoices repositories();

        /// Ends what is in flight.
        @Override
        void close();
    }
}
