package dev.signalbox.wiring.config;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.RepositoryPicks;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.report.ReportRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which accounts and clusters the console connects to. Says where credentials are, and never
/// holds one.
///
/// @param accounts at CI providers, of whatever kind
/// @param board the board file; absent when everything is to be discovered
/// @param memory what is kept on this machine, and for how long
/// @param reports which files of artifacts are test reports
/// @param team where the team file lies; absent for none
public record ConsoleConfig(
        List<CiAccount> accounts, List<ClusterContext> clusters, @Nullable Path board, Memory memory,
        ReportRules reports, @Nullable TeamRepository team) {

    /// Nothing is connected, and all else is as usual.
    public static final ConsoleConfig NOTHING = new ConsoleConfig(List.of(), List.of(), null);

    /// What stands for an account's address when the team file names it.
    public static final String ADDRESS_OF_TEAM = "team";

    /// With the usual memory.
    public ConsoleConfig(List<CiAccount> accounts, List<ClusterContext> clusters, @Nullable Path board) {
        this(accounts, clusters, board, Memory.USUAL, ReportRules.USUAL, null);
    }

    /// The same with other accounts.
    public ConsoleConfig with(List<CiAccount> others) {
        return new ConsoleConfig(others, clusters, board, memory, reports, team);
    }

    /// The same with other clusters.
    public ConsoleConfig withClusters(List<ClusterContext> others) {
        return new ConsoleConfig(accounts, others, board, memory, reports, team);
    }

    /// The same with another board file.
    public ConsoleConfig withBoard(@Nullable Path other) {
        return new ConsoleConfig(accounts, clusters, other, memory, reports, team);
    }

    /// The same with another team file; none for absent.
    public ConsoleConfig withTeam(@Nullable TeamRepository other) {
        return new ConsoleConfig(accounts, clusters, board, memory, reports, other);
    }

    /// Whether it names nothing to connect to, whatever else it says.
    public boolean isUnconnected() {
        return accounts.isEmpty() && clusters.isEmpty();
    }

    /// What is kept on this machine.
    ///
    /// @param runs how old runs, jobs and deployments become before they are forgotten
    /// @param backfill how far back older runs are fetched; zero for not at all
    /// @param logs bytes that kept logs may take; zero to keep none
    public record Memory(Duration runs, Duration backfill, long logs) {

        /// What is kept when nothing is said.
        public static final Memory USUAL = new Memory(Duration.ofDays(400), Duration.ofDays(90), 1_000_000_000);
    }

    /// A repository that holds the team file.
    ///
    /// @param repository its address
    /// @param every how often it is asked
    /// @param token where its token comes from; absent where everybody may read it
    /// @param proxy address of an HTTP proxy
    /// @param authority file of certificates (PEM) that are trusted beside those that come with Java
    /// @param account name of the account that opens requests for proposals; absent for the one at the same host
    /// @param author of proposals, `Name <mail>`; absent for whoever is signed in there
    /// @param beginning board file of this machine that stands in for the team's until one is in force, and that the first
    ///                  proposal begins with; absent for none
    public record TeamRepository(
            String repository, String branch, String path, Duration every, @Nullable TokenSource token,
            @Nullable String proxy, @Nullable Path authority, @Nullable String account, @Nullable String author,
            @Nullable Path beginning) {

        /// With proposals as is usual.
        public TeamRepository(
                String repository, String branch, String path, Duration every, @Nullable TokenSource token,
                @Nullable String proxy, @Nullable Path authority) {
            this(repository, branch, path, every, token, proxy, authority, null, null, null);
        }

        /// The same with another file to begin with.
        public TeamRepository beginningWith(@Nullable Path other) {
            return new TeamRepository(
                    repository, branch, path, every, token, proxy, authority, account, author, other);
        }

        /// What its token is called, in the vault and in words.
        public static final String NAME = "team-file";

        /// How often it is read when nothing is said.
        public static final Duration USUAL = Duration.ofMinutes(2);
    }

    /// An account at a CI provider.
    ///
    /// @param kind which provider
    /// @param url address of the host or of its API
    /// @param token where the token comes from
    /// @param owners organisations, groups or users to show; empty for those of the account
    /// @param repositories the only ones that are read, `owner/name` each; empty for all of the owners
    /// @param proxy address of an HTTP proxy
    /// @param authority file of certificates (PEM) that are trusted beside those that come with Java
    public record CiAccount(
            ConnectionId id,
            Connection.Kind kind,
            String url,
            TokenSource token,
            List<String> owners,
            List<String> repositories,
            @Nullable String proxy,
            @Nullable Path authority) {

        /// All repositories of which are read.
        public CiAccount(
                ConnectionId id, Connection.Kind kind, String url, TokenSource token, List<String> owners,
                @Nullable String proxy, @Nullable Path authority) {
            this(id, kind, url, token, owners, List.of(), proxy, authority);
        }

        /// What is read of it.
        public RepositoryPicks picks() {
            return RepositoryPicks.of(id, repositories);
        }

        /// The same through another proxy, believing other certificates.
        public CiAccount through(@Nullable String otherProxy, @Nullable Path otherAuthority) {
            return new CiAccount(id, kind, url, token, owners, repositories, otherProxy, otherAuthority);
        }

        /// Whether the team file says where it is.
        public boolean isAddressedByTeam() {
            return url.equals(ADDRESS_OF_TEAM);
        }

        /// The same at another address.
        public CiAccount at(String address) {
            return new CiAccount(id, kind, address, token, owners, repositories, proxy, authority);
        }

        /// With its token in an environment variable.
        public CiAccount(
                ConnectionId id, Connection.Kind kind, String url, String tokenVariable, List<String> owners,
                @Nullable String proxy, @Nullable Path authority) {
            this(id, kind, url, new TokenSource.Variable(tokenVariable), owners, proxy, authority);
        }
    }

    /// Where the token of an account comes from; never the token.
    public sealed interface TokenSource {

        /// An environment variable holds it.
        record Variable(String name) implements TokenSource {}

        /// It lies in the vault, under the name of the connection.
        record Vault() implements TokenSource {}

        /// A person types it at each start, and it is kept nowhere.
        record Asked() implements TokenSource {}

        /// A program prints it.
        ///
        /// @param line the program and its arguments; never empty
        record Program(List<String> line) implements TokenSource {}
    }

    /// A cluster by its kubeconfig context.
    ///
    /// @param kubeconfig files, the first wins; empty for `$KUBECONFIG` or `~/.kube/config`
    /// @param allowedCommands fingerprints of credential commands that may run
    /// @param mark whether it is production, and if so, whether actions there are switched on
    /// @param kubectl the files for `kubectl`: the same, but where that does not do with them
    public record ClusterContext(
            ConnectionId id,
            List<Path> kubeconfig,
            String context,
            List<String> namespaces,
            List<String> allowedCommands,
            ClusterMark mark,
            List<Path> kubectl) {

        /// One whose files are good for `kubectl` too.
        public ClusterContext(
                ConnectionId id, List<Path> kubeconfig, String context, List<String> namespaces,
                List<String> allowedCommands, ClusterMark mark) {
            this(id, kubeconfig, context, namespaces, allowedCommands, mark, kubeconfig);
        }

        /// One that is not production.
        public ClusterContext(
                ConnectionId id, List<Path> kubeconfig, String context, List<String> namespaces,
                List<String> allowedCommands) {
            this(id, kubeconfig, context, namespaces, allowedCommands, ClusterMark.ORDINARY);
        }

        /// The same, marked otherwise.
        public ClusterContext with(ClusterMark other) {
            return new ClusterContext(id, kubeconfig, context, namespaces, allowedCommands, other, kubectl);
        }
    }
}
