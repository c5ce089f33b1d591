package dev.signalbox.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one connection stands: shown as a chip with a lamp, its freshness and its budget.
///
/// @param id its name
/// @param kind what it connects to
/// @param address the origin for people, without credentials
/// @param lamp how fresh its data is
/// @param freshAt when it last answered well
/// @param problem what is wrong, if something is
/// @param retryAt when it is tried again, if it is waiting
/// @param account who we are there, once known
/// @param budget requests left, for providers that count
/// @param doubt why this may not be what is meant
/// @param namespaces those of a cluster that are watched; empty when that is not known
public record Connection(
        ConnectionId id,
        Kind kind,
        String address,
        Lamp lamp,
        @Nullable Instant freshAt,
        @Nullable RemoteProblem problem,
        @Nullable Instant retryAt,
        @Nullable Account account,
        @Nullable ApiBudget budget,
        Doubt doubt,
        List<String> namespaces) {

    /// What a connection leads to.
    public enum Kind {
        GITHUB,
        GITLAB,
        KUBERNETES
    }

    /// Freshness of all that came over this connection.
    public enum Lamp {
        /// Not tried yet.
        CONNECTING,
        /// Answers, data is current.
        LIVE,
        /// Answered before, does not now; values shown are old.
        STALE,
        /// Waits for a limit to pass.
        PAUSED,
        /// Needs a person: credential refused, configuration wrong.
        FAILED
    }

    /// Why a connection may not lead to what is meant, and what it leads to.
    ///
    /// @param why in a sentence; empty when there is no doubt
    /// @param seen what is there, in words that name it for certain: whoever says yes says it to just this
    public record Doubt(String why, String seen) {

        /// It leads to what is meant, as far as anybody knows.
        public static final Doubt NONE = new Doubt("", "");

        /// Whether there is no doubt.
        public boolean isEmpty() {
            return why.isEmpty();
        }
    }

    /// One without a doubt.
    public Connection(
            ConnectionId id, Kind kind, String address, Lamp lamp, @Nullable Instant freshAt,
            @Nullable RemoteProblem problem, @Nullable Instant retryAt, @Nullable Account account,
            @Nullable ApiBudget budget) {
        this(id, kind, address, lamp, freshAt, problem, retryAt, account, budget, Doubt.NONE, List.of());
    }

    /// A connection that was not tried yet.
    public static Connection fresh(ConnectionId id, Kind kind, String address) {
        return new Connection(id, kind, address, Lamp.CONNECTING, null, null, null, null, null);
    }

    /// The same connection after a good answer at `at`.
    public Connection live(Instant at) {
        return new Connection(id, kind, address, Lamp.LIVE, at, null, null, account, budget, doubt, namespaces);
    }

    /// The same connection after a problem; the lamp follows from the kind of problem.
    public Connection troubled(RemoteProblem why, @Nullable Instant nextTry) {
        Lamp next = switch (why) {
            case RemoteProblem.RateLimited ignored -> Lamp.PAUSED;
            case RemoteProblem.Unauthorized ignored -> Lamp.FAILED;
            case RemoteProblem.NoCredential ignored -> Lamp.FAILED;
            case RemoteProblem.SignInEnded ignored -> Lamp.FAILED;
            case RemoteProblem.Forbidden ignored -> freshAt == null ? Lamp.FAILED : Lamp.STALE;
            default -> Lamp.STALE;
        };
        return new Connection(id, kind, address, next, freshAt, why, nextTry, account, budget, doubt, namespaces);
    }

    /// The same connection, now known to act as `who`.
    public Connection as(Account who) {
        return new Connection(id, kind, address, lamp, freshAt, problem, retryAt, who, budget, doubt, namespaces);
    }

    /// The same connection with the budget that its last answer told.
    public Connection within(ApiBudget left) {
        return new Connection(id, kind, address, lamp, freshAt, problem, retryAt, account, left, doubt, namespaces);
    }

    /// The same connection with a doubt whether it leads to what is meant, or without one when it is empty.
    public Connection doubted(Doubt why) {
        return new Connection(id, kind, address, lamp, freshAt, problem, retryAt, account, budget, why, namespaces);
    }

    /// The same connection to a cluster of which these namespaces are watched.
    public Connection watching(List<String> others) {
        return new Connection(
                id, kind, address, lamp, freshAt, problem, retryAt, account, budget, doubt, List.copyOf(others));
    }

    /// Whether what is in that namespace would be seen, as far as is known.
    public boolean watches(String namespace) {
        return namespaces.isEmpty() || namespaces.contains(namespace);
    }
}
