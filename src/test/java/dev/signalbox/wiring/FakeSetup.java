package dev.signalbox.wiring;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.ContextList;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.domain.setup.NamespaceList;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.domain.setup.TokenProgram;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.port.ClusterChoices;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.RepositoryChoices;
import dev.signalbox.port.Setup;
import dev.signalbox.port.SignIn;
import dev.signalbox.port.TokenCheck;
import dev.signalbox.port.TokenPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An outside that answers at once, fails on demand, and counts the doors that are open.
final class FakeSetup implements Setup, SignIn, RepositoryChoices, ClusterChoices, TokenPrograms {

    final List<String> asked = new ArrayList<>();
    final Deque<SignInAnswer> answers = new ArrayDeque<>();
    List<RepositoryChoice> repositories = List.of();
    List<Workload> workloads = List.of();
    TokenSheet sheet = new TokenSheet("kim", "token", null, List.of(), List.of());
    /// What the next questions come to.
    @Nullable
    RemoteFailure failure;
    /// What is wrong with clusters, by their names.
    final Map<String, RemoteFailure> silent = new TreeMap<>();
    /// What is wrong with every address.
    String objection = "";
    String printed = "ghp_printed";
    private final DeviceCode code;
    private int open;

    FakeSetup(DeviceCode code) {
        this.code = code;
    }

    /// How many doors nobody closed yet.
    int open() {
        return open;
    }

    private void opened(String what) {
        if (!objection.isEmpty()) {
            throw new IllegalArgumentException(objection);
        }
        asked.add(what);
        open++;
    }

    private <T> T answered(T answer) throws RemoteFailure {
        RemoteFailure now = failure;
        if (now != null) {
            throw now;
        }
        return answer;
    }

    @Override
    public SignInDoor signIn(Host host) {
        opened("sign in at " + host.url());
        return new SignInDoor() {
            @Override
            public SignIn signIn() {
                return FakeSetup.this;
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    @Override
    public AccountDoor account(ConnectionId connection, Host host, HiddenText token) {
        opened(connection.name() + " at " + host.url() + " with " + token.reveal());
        return new AccountDoor() {
            @Override
            public TokenCheck check() {
                return () -> answered(sheet);
            }

            @Override
            public RepositoryChoices repositories() {
                return FakeSetup.this;
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    @Override
    public String origin(Host host) {
        if (!objection.isEmpty()) {
            throw new IllegalArgumentException(objection);
        }
        return host.url();
    }

    @Override
    public ClusterChoices clusters() {
        return this;
    }

    @Override
    public TokenPrograms programs() {
        return this;
    }

    @Override
    public DeviceCode begin(String clientId) throws RemoteFailure {
        asked.add("begin as " + clientId);
        return answered(code);
    }

    @Override
    public SignInAnswer poll(DeviceCode begun) {
        return answers.remove();
    }

    @Override
    public Grant renew(Grant old) {
        throw new AssertionError("nothing is renewed while something is set up");
    }

    @Override
    public List<RepositoryChoice> all(Progress progress) throws RemoteFailure {
        List<RepositoryChoice> first = answered(repositories).subList(0, 1);
        return progress.read(first) ? repositories : first;
    }

    @Override
    public boolean hasDeployments(RepositoryChoice choice) throws RemoteFailure {
        return answered(true);
    }

    @Override
    public ContextList find(List<Path> given) {
        return new ContextList(given, List.of(), List.of());
    }

    @Override
    public NamespaceList namespaces(ContextChoice context, Set<String> allowed) {
        return new NamespaceList.Listed(allowed.stream().sorted().toList());
    }

    @Override
    public List<Workload> workloads(
            ConnectionId cluster, ContextChoice context, List<String> namespaces, Set<String> allowed)
            throws RemoteFailure {
        asked.add("workloads of " + cluster.name() + " in " + namespaces + " with " + allowed);
        RemoteFailure silence = silent.get(cluster.name());
        if (silence != null) {
            throw silence;
        }
        return answered(workloads).stream().filter(w -> w.key().cluster().equals(cluster)).toList();
    }

    @Override
    public Optional<TokenProgram> of(Host host) {
        return Optional.of(new TokenProgram("gh", List.of("gh", "auth", "token"), true));
    }

    @Override
    public HiddenText ask(TokenProgram program) throws IOException {
        if (printed.isEmpty()) {
            throw new IOException(program.name() + " printed no token");
        }
        return new HiddenText(printed);
    }
}
