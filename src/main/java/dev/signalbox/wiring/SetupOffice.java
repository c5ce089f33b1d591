package dev.signalbox.wiring;

import dev.signalbox.action.Pause;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.cluster.Workload;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.ContextList;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.domain.setup.NamespaceList;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.domain.setup.TokenProgram;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Setup;
import dev.signalbox.ui.welcome.SetupDesk;
import dev.signalbox.ui.words.Problems;
import dev.signalbox.wiring.config.BareAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Asks the providers what the steps of the welcome want to know, and says in words what went wrong.
///
/// @param outside the providers
/// @param kept where everything is kept in the end
/// @param pause waits between two questions about a sign-in
/// @param pages opens a page in the browser
/// @param clientIds of applications through which people sign in
record SetupOffice(
        Setup outside, KeptSetup kept, InstantSource clock, Pause pause, Consumer<URI> pages, ClientIds clientIds)
        implements SetupDesk {

    SetupOffice(Setup outside, KeptSetup kept, InstantSource clock, Pause pause, Consumer<URI> pages) {
        this(outside, kept, clock, pause, pages, kept.clientIds());
    }

    @Override
    public String clientId(Host host) {
        return clientIds.of(host);
    }

    @Override
    public String objection(Host host) {
        try {
            outside.origin(host);
        } catch (IllegalArgumentException odd) {
            return String.valueOf(odd.getMessage());
        }
        String proxy = host.proxy();
        return proxy == null ? "" : objection(proxy);
    }

    /// The same that is refused where it is read from the configuration.
    private static String objection(String proxy) {
        if (!BareAddress.is(proxy)) {
            return "The address of a proxy must not hold a user name, a password, ? or #; write it alone, such as"
                    + " http://proxy.example.com:3128.";
        }
        try {
            AccountHttp.proxy(proxy, Map.of());
            return "";
        } catch (IllegalArgumentException odd) {
            return "Proxy: " + odd.getMessage();
        }
    }

    @Override
    public SignInAnswer.Granted signIn(Host host, String clientId, Consumer<DeviceCode> begun)
            throws Trouble, InterruptedException {
        SignInAnswer.Granted granted = asked(() -> {
            try (Setup.SignInDoor door = outside.signIn(host)) {
                return new DeviceSignIn(door.signIn(), clock, pause).run(clientId, begun);
            }
        });
        clientIds.learn(host, clientId);
        return granted;
    }

    @Override
    public Optional<TokenProgram> program(Host host) {
        return outside.programs().of(host);
    }

    @Override
    public HiddenText ask(TokenProgram program) throws Trouble, InterruptedException {
        try {
            return outside.programs().ask(program);
        } catch (IOException nothing) {
            throw new Trouble(IoWords.of(nothing) + ".");
        }
    }

    @Override
    public TokenSheet check(Chosen.Account account) throws Trouble, InterruptedException {
        return asked(() -> {
            try (Setup.AccountDoor door = door(account)) {
                return door.check().check();
            }
        });
    }

    @Override
    public List<RepositoryChoice> repositories(
            Chosen.Account account, Predicate<List<RepositoryChoice>> progress) throws Trouble, InterruptedException {
        return asked(() -> {
            try (Setup.AccountDoor door = door(account)) {
                return door.repositories().all(progress::test);
            }
        });
    }

    @Override
    public List<RepositoryChoice> withDeployments(
            Chosen.Account account, List<RepositoryChoice> of, Predicate<List<RepositoryChoice>> progress)
            throws Trouble, InterruptedException {
        return asked(() -> {
            try (Setup.AccountDoor door = door(account)) {
                return door.repositories().withDeployments(of, progress::test);
            }
        });
    }

    private Setup.AccountDoor door(Chosen.Account account) {
        return outside.account(account.id(), account.host(), account.token());
    }

    @Override
    public ContextList contexts(List<Path> given) {
        return outside.clusters().find(given);
    }

    @Override
    public NamespaceList namespaces(ContextChoice context, Set<String> allowed) {
        return outside.clusters().namespaces(context, allowed);
    }

    @Override
    public Proposed propose(Chosen chosen) throws InterruptedException {
        List<Workload> workloads = new ArrayList<>();
        List<UnreadCluster> unread = new ArrayList<>();
        Map<ConnectionId, ClusterMark> marks = new HashMap<>();
        for (Chosen.Cluster cluster : chosen.clusters()) {
            marks.put(cluster.id(), cluster.mark());
            try {
                workloads.addAll(asked(() -> outside.clusters().workloads(
                        cluster.id(), cluster.context(), cluster.namespaces(), Set.copyOf(cluster.allowed()))));
            } catch (Trouble trouble) {
                unread.add(new UnreadCluster(cluster, String.valueOf(trouble.getMessage())));
            }
        }
        return new Proposed(
                kept.beside(BoardProposal.of(
                        chosen.accounts().stream().flatMap(a -> a.repositories().stream()).toList(), workloads,
                        marks)),
                unread);
    }

    @Override
    public void save(Chosen chosen, BoardProposal accepted, HiddenText passphrase)
            throws Trouble, InterruptedException {
        kept.keep(chosen, accepted, passphrase);
        clientIds.keep();
    }

    @Override
    public Places places() {
        return kept.places();
    }

    @Override
    public void open(URI page) {
        pages.accept(page);
    }

    private interface Question<T> {

        T ask() throws RemoteFailure, Trouble, InterruptedException;
    }

    /// Says in words what went wrong; nothing that a server said stands in them unless it was made safe.
    private <T> T asked(Question<T> question) throws Trouble, InterruptedException {
        try {
            return question.ask();
        } catch (RemoteFailure failure) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Nobody waits any more");
            }
            RemoteProblem problem = failure.problem();
            String sentence = Problems.sentence(problem, clock.instant());
            throw switch (problem) {
                case RemoteProblem.Unreachable unreachable -> new NoAnswer(sentence);
                case RemoteProblem.Unreadable foreign -> new NoAnswer(sentence);
                default -> new Trouble(sentence);
            };
        } catch (IllegalArgumentException odd) {
            throw new Trouble(String.valueOf(odd.getMessage()));
        }
    }
}
