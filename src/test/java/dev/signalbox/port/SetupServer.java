package dev.signalbox.port;

import dev.signalbox.domain.setup.Ability;
import dev.signalbox.port.CiServer.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A server that the contract tests of signing up fill and break; a provider's tests render it in their protocol. Closing
/// it checks that every request was one that the protocol describes.
public interface SetupServer extends AutoCloseable {

    /// The account under test, connected to this server.
    Setup.AccountDoor account();

    /// The credential: it must not appear anywhere.
    String secret();

    void person(String login);

    /// A token that may do everything, in a repository where it can be told.
    void mayEverything();

    /// A token that only looks.
    void maySee();

    /// What cannot be told of a token that only looks, at this provider.
    List<Ability.What> untellable();

    /// Repositories by full names, the newest first, in pages of a hundred; all were pushed, `old/…` are archived.
    void reachable(List<String> names);

    /// Whether anything was deployed from a repository; absent for a refusal.
    void deployments(String name, @Nullable Boolean any);

    void fails(Fault fault);

    void works();

    List<String> requests();

    @Override
    void close();
}
