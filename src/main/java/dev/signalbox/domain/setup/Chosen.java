package dev.signalbox.domain.setup;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.ClusterMark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody has chosen on the way from an account to the board.
public record Chosen(List<Account> accounts, List<Cluster> clusters) {

    public Chosen {
        accounts = List.copyOf(accounts);
        clusters = List.copyOf(clusters);
    }

    /// An account at a CI provider.
    ///
    /// @param id what it will be called
    /// @param repositories those that are wanted on the board
    /// @param extent whether only those are read
    /// @param grant what renews the token; absent where nothing does
    public record Account(
            ConnectionId id, Host host, HiddenText token, List<RepositoryId> repositories, Extent extent,
            @Nullable Grant grant) {

        /// What is read of the account.
        public enum Extent {
            /// The chosen repositories.
            CHOSEN,
            /// All of their owners, those that come later too: everything was chosen.
            EVERYTHING
        }

        /// Of which only the chosen repositories are read.
        public Account(ConnectionId id, Host host, HiddenText token, List<RepositoryId> repositories) {
            this(id, host, token, repositories, Extent.CHOSEN, null);
        }

        /// The same by a sign-in whose token is renewed.
        public Account by(Grant given) {
            return new Account(id, host, given.token(), repositories, extent, given);
        }

        public Account {
            repositories = List.copyOf(repositories);
        }

        /// The same with other repositories.
        public Account with(List<RepositoryId> others) {
            return new Account(id, host, token, others, Extent.CHOSEN, grant);
        }

        /// The same, of which all is read.
        public Account ofEverything() {
            return new Account(id, host, token, repositories, Extent.EVERYTHING, grant);
        }
    }

    /// A cluster.
    ///
    /// @param id what it will be called
    /// @param namespaces those that are watched
    /// @param allowed fingerprints of credential programs that somebody agreed to
    public record Cluster(
            ConnectionId id, ContextChoice context, List<String> namespaces, List<String> allowed, ClusterMark mark) {

        public Cluster {
            namespaces = List.copyOf(namespaces);
            allowed = List.copyOf(allowed);
        }
    }
}
