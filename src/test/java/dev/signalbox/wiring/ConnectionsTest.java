package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.LogFile;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.Cluster;
import dev.signalbox.state.Change;
import dev.signalbox.state.Reducer;
import dev.signalbox.state.Store;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be connected is shown as a connection with its problem; nothing is thrown and nothing is sent.
class ConnectionsTest {

    private static final ConnectionId ID = new ConnectionId("work");

    @TempDir
    private Path folder;

    private final Threads threads = new Threads();
    private final Closing closing = new Closing();
    private final Store store = new Store(new Reducer(), Runnable::run);

    @AfterEach
    void close() {
        closing.close();
        threads.close();
    }

    @Test
    void anAccountWithItsTokenIsConnectedAndNotAskedYet() {
        Optional<CiProvider> provider = connect("http://127.0.0.1:9", "  ghp_canary0123456789  ", null);
        assertThat(provider).isPresent();
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.CONNECTING);
        assertThat(connection().problem()).isNull();
        assertThat(store.current().toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void anAccountWithoutATokenNamesItsVariable(String token) {
        assertThat(connect("https://api.github.com", token, null)).isEmpty();
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.FAILED);
        assertThat(connection().problem()).isInstanceOf(RemoteProblem.NoCredential.class);
        assertThat(String.valueOf(connection().problem())).contains("WORK_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://github.example.com", "github.com", "ftp://x", "https://user:pw@github.com", "https://", "https://a b"
    })
    void anAddressThatCannotBeIsToldWithoutRepeatingIt(String url) {
        assertThat(connect(url, "ghp_x", null)).isEmpty();
        assertThat(connection().problem()).isInstanceOf(RemoteProblem.Unreadable.class);
        assertThat(String.valueOf(connection().problem())).doesNotContain("pw@");
    }

    @Test
    void aProxyThatCannotBeIsTold() {
        assertThat(connect("https://api.github.com", "ghp_x", "socks://proxy:1080")).isEmpty();
        assertThat(connection().problem()).isInstanceOf(RemoteProblem.Unreadable.class);
    }

    @Test
    void aFileOfCertificatesThatHoldsNoneIsTold() throws IOException {
        Path empty = Files.writeString(folder.resolve("ca.pem"), "");
        assertThat(trusting(empty)).isEmpty();
        assertThat(String.valueOf(connection().problem())).contains("holds no certificate");
        assertThat(trusting(Files.writeString(empty, "-----BEGIN CERTIFICATE-----\nAAAA\n"))).isEmpty();
        assertThat(String.valueOf(connection().problem())).contains("is not a list of PEM certificates");
        assertThat(trusting(folder.resolve("gone.pem"))).isEmpty();
        assertThat(String.valueOf(connection().problem())).contains("does not exist");
    }

    @Test
    void aGitLabIsConnectedBelowItsPath() {
        Optional<CiProvider> connected = connect(
                machine(Map.of("WORK_TOKEN", "glpat-x")),
                new ConsoleConfig.CiAccount(
                        ID, Connection.Kind.GITLAB, "https://git.example.com/gitlab", "WORK_TOKEN",
                        List.of("acme/platform"), null, null));
        assertThat(connected.orElseThrow().kind()).isEqualTo(Connection.Kind.GITLAB);
        assertThat(connected.orElseThrow().owners()).containsExactly("acme/platform");
        assertThat(connection().kind()).isEqualTo(Connection.Kind.GITLAB);
        assertThat(connection().problem()).isNull();
    }

    @Test
    void anAccountWithoutItsTokenIsNotAskedAboutItsLimit() {
        CiAccounts accounts = new CiAccounts(threads, store, closing, new KnownSecrets());
        ConsoleConfig.CiAccount account = account("https://api.github.com", null);
        Tokens.Token none = Objects.requireNonNull(
                Tokens.ofEnvironment(machine(Map.of())).of(List.of(account)).get(ID));
        assertThat(accounts.connect(machine(Map.of()), account, none)).isEmpty();
        accounts.askAgain();
        assertThat(connection().problem()).isInstanceOf(RemoteProblem.NoCredential.class);
    }

    @ParameterizedTest
    @EnumSource(value = Connection.Kind.class, names = {"GITHUB", "GITLAB"})
    void logsAreCachedWithoutAnyTokenThatTheConsoleHolds(Connection.Kind kind) throws Exception {
        KnownSecrets known = new KnownSecrets();
        known.learn(List.of("an-odd-token-of-another"));
        try (FaultServer server = FaultServer.start(
                Faults.answer(RawAnswer.of(200, "uses an-odd-token-of-another and ghp_abcdefghijkl\n")))) {
            CiProvider connected = new CiAccounts(threads, store, closing, known).connect(
                    machine(Map.of()),
                    new ConsoleConfig.CiAccount(ID, kind, server.address(), "X", List.of("acme"), null, null),
                    new Tokens.Token.Found("its-own-token-0123")).orElseThrow();
            RunId run = new RunId(new RepositoryId(ID, "acme", "checkout"), 1);
            LogFile log = connected.runs().log(new JobKey(run, 7), folder.resolve("job.log"));
            assertThat(log.path()).content().isEqualTo("uses ••• and ghp_abcdefghijkl\n");
            assertThat(log.bytes()).isEqualTo(Files.size(log.path()));
        }
    }

    @Test
    void aContextThatIsInNoFileNamesTheFilesThatWereLookedInto() throws IOException {
        Path file = Files.writeString(folder.resolve("kubeconfig"), "apiVersion: v1\nkind: Config\ncontexts: []\n");
        cluster(List.of(file), "prod", Map.of());
        assertThat(connection().lamp()).isEqualTo(Connection.Lamp.STALE);
        assertThat(String.valueOf(connection().problem()))
                .contains("The context \"prod\" is in none of the kubeconfig files").contains(file.toString());
    }

    @Test
    void aClusterThatIsNotFoundForNowKeepsWhatWasKnownOfIt() throws IOException {
        Connection before = Connection.fresh(ID, Connection.Kind.KUBERNETES, "https://prod.example");
        store.offer(new Change.ConnectionAdded(before));
        Path file = Files.writeString(folder.resolve("kubeconfig"), "apiVersion: v1\nkind: Config\ncontexts: []\n");
        cluster(List.of(file), "prod", Map.of());
        assertThat(connection().address()).isEqualTo("https://prod.example");
    }

    @Test
    void withoutAFileOfItsOwnTheVariableLeadsToTheFiles() {
        cluster(List.of(), "prod", Map.of("KUBECONFIG", folder.resolve("one") + ":" + folder.resolve("two")));
        assertThat(String.valueOf(connection().problem()))
                .contains(folder.resolve("one").toString()).contains(folder.resolve("two").toString());
    }

    @Test
    void whatIsOddAboutAKubeconfigIsSaidThoughTheClusterIsConnected() throws IOException {
        Path file = Files.writeString(folder.resolve("kubeconfig"), """
                clusters: [{name: c, cluster: {server: "https://127.0.0.1:9", insecure-skip-tls-verify: true}}]
                users: [{name: u, user: {token: t}}]
                contexts: [{name: prod, context: {cluster: c, user: u}}]
                """);
        Path none = folder.resolve("none");
        ConsoleConfig.ClusterContext wanted = new ConsoleConfig.ClusterContext(
                ID, List.of(none, file), "prod", List.of("x"), List.of());

        Cluster cluster = new Clusters(
                machine(Map.of()), threads, store, closing, new KnownSecrets(), new NoTrusts()).connect(wanted)
                .orElseThrow();

        assertThat(connection().remarks())
                .containsExactly(cluster.caution(), "Kubeconfig " + none + ": there is no such file");
        assertThat(cluster.caution()).contains("is not checked");
    }

    @ParameterizedTest
    @EnumSource(ClusterMark.class)
    void aClusterIsProductionWhereTheConfigurationSaysSo(ClusterMark mark) throws IOException {
        Path file = Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:9"}}]
                users: [{name: u, user: {token: t}}]
                contexts: [{name: prod, context: {cluster: c, user: u}}]
                """);
        ConsoleConfig.ClusterContext wanted =
                new ConsoleConfig.ClusterContext(ID, List.of(file), "prod", List.of("x"), List.of(), mark);

        assertThat(new Clusters(
                machine(Map.of()), threads, store, closing, new KnownSecrets(), new NoTrusts()).connect(wanted))
                .hasValueSatisfying(cluster -> assertThat(cluster.production()).isEqualTo(mark.isProduction()));
    }

    private void cluster(List<Path> files, String context, Map<String, String> environment) {
        ConsoleConfig.ClusterContext wanted =
                new ConsoleConfig.ClusterContext(ID, files, context, List.of("x"), List.of());
        assertThat(new Clusters(
                machine(environment), threads, store, closing, new KnownSecrets(), new NoTrusts()).connect(wanted))
                .isEmpty();
        assertThat(connection().kind()).isEqualTo(Connection.Kind.KUBERNETES);
    }

    private Optional<CiProvider> connect(String url, String token, @Nullable String proxy) {
        return connect(machine(Map.of("WORK_TOKEN", token)), account(url, proxy));
    }

    private Optional<CiProvider> connect(Machine machine, ConsoleConfig.CiAccount account) {
        return new CiAccounts(threads, store, closing, new KnownSecrets()).connect(
                machine, account,
                Objects.requireNonNull(Tokens.ofEnvironment(machine).of(List.of(account)).get(ID)));
    }

    private Optional<CiProvider> trusting(Path authority) {
        return connect(
                machine(Map.of("WORK_TOKEN", "ghp_x")),
                new ConsoleConfig.CiAccount(
                        ID, Connection.Kind.GITHUB, "https://api.github.com", "WORK_TOKEN", List.of(), null,
                        authority));
    }

    private static ConsoleConfig.CiAccount account(String url, @Nullable String proxy) {
        return new ConsoleConfig.CiAccount(
                ID, Connection.Kind.GITHUB, url, "WORK_TOKEN", List.of(), proxy, null);
    }

    private static Machine machine(Map<String, String> environment) {
        return Machine.here().with(environment);
    }

    private Connection connection() {
        return Objects.requireNonNull(store.current().connections().get(ID));
    }
}
