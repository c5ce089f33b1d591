package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.Accounts;
import dev.signalbox.port.RemoteFailure;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The credential's user at GitLab, and what the credential may do.
final class GitLabAccounts implements Accounts {

    private final GitLabClient client;
    private final GitLabServer server;
    private final AtomicReference<@Nullable UserJson> me;
    private final AtomicReference<@Nullable TokenJson> token;

    GitLabAccounts(GitLabClient client, GitLabServer server) {
        this(client, server, new AtomicReference<@Nullable UserJson>(), new AtomicReference<@Nullable TokenJson>());
    }

    private GitLabAccounts(
            GitLabClient client, GitLabServer server, AtomicReference<@Nullable UserJson> me,
            AtomicReference<@Nullable TokenJson> token) {
        this.client = client;
        this.server = server;
        this.me = me;
        this.token = token;
    }

    /// The same account, asked by another client; what either reads both know.
    GitLabAccounts through(GitLabClient other) {
        return new GitLabAccounts(other, server, me, token);
    }

    @Override
    public Account me() throws RemoteFailure {
        UserJson user = client.user();
        Account nameless = GitLabRequests.known(
                GitLabMapping.account(user, null), "GitLab did not say whose credential this is");
        me.set(user);
        if (server.version().isEmpty()) {
            askVersion();
        }
        if (server.has(GitLabFeature.TOKEN_DETAILS)) {
            askToken();
        }
        Account whole = GitLabMapping.account(user, token.get());
        return whole == null ? nameless : whole;
    }

    /// The account as it was read last, or now if it never was.
    UserJson known() throws RemoteFailure {
        UserJson user = me.get();
        if (user == null) {
            user = client.user();
            me.set(user);
        }
        return user;
    }

    /// Why this credential changes nothing, if it is known that it may only read.
    Optional<String> readsOnly() {
        TokenJson known = token.get();
        boolean reads = known != null && !known.scopes().isEmpty() && !known.scopes().contains("api")
                && TokenJson.areKnown(known.scopes());
        return reads ? Optional.of("The token may only read; actions need one with the scope api") : Optional.empty();
    }

    /// A server that tells nothing of itself is taken for a new one.
    private void askVersion() throws RemoteFailure {
        VersionJson told = optional(client::metadata);
        if (told == null) {
            told = optional(client::version);
        }
        if (told != null) {
            server.is(told);
        }
    }

    /// Tokens of applications are not told about.
    private void askToken() throws RemoteFailure {
        TokenJson told = optional(client::token);
        if (told != null) {
            token.set(told);
        }
    }

    private static <T> @Nullable T optional(GitLabServer.Read<T> read) throws RemoteFailure {
        try {
            return read.read();
        } catch (RemoteFailure e) {
            if (e.problem() instanceof RemoteProblem.RateLimited || e.problem() instanceof RemoteProblem.Unreachable) {
                throw e;
            }
            return null;
        }
    }
}
