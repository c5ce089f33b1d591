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
    /// @param keeping where the token is from the next start on
    public record Account(
            ConnectionId id, Host host, HiddenText token, List<RepositoryId> repositories, Extent extent,
            @Nullable Grant grant, Keeping keeping) {

        /// What is read of the account.
        public enum Extent {
            /// The chosen repositories.
            CHOSEN,
            /// All of their owners, those that come later too: everything was chosen.
            EVERYTHING
        }

        /// Where a token is from the next start on.
        public sealed interface Keeping {

            /// In the vault, bound to the host.
            record InVault() implements Keeping {}

            /// Nowhere: a person types it at each start.
            record Nowhere() implements Keeping {}

            /// With a program, which prints it at each start.
            ///
            /// @param line the program and its arguments; never empty
            record WithProgram(List<String> line) implements Keeping {

                public WithProgram {
                    line = List.copyOf(line);
                }
            }
        }

        /// Of which only the chosen repositories are read, and whose token is kept in the vault.
        public Account(ConnectionId id, Host host, HiddenText token, List<RepositoryId> repositories) {
            this(id, host, token, repositories, Extent.CHOSEN, null, new Keeping.InVault());
        }

        /// The same with its token elsewhere.
        public Account kept(Keeping elsewhere) {
            return new Account(id, host, token, repositories, extent, grant, elsewhere);
        }

        /// The same by a sign-in whose token is renewed.
        public Account by(Grant given) {
            return new Account(id, host, given.token(), repositories, extent, given, keeping);
        }

        public Account {
            repositories = List.copyOf(repositories);
        }

        /// The same with other repositories.
        public Account with(List<RepositoryId> others) {
            return new Account(id, host, token, others, Extent.CHOSEN, grant, keeping);
        }

        /// The same, of which all is read.
        public Account ofEverything() {
            return new Account(id, host, token, repositories, Extent.EVERYTHING, grant, keeping);
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
