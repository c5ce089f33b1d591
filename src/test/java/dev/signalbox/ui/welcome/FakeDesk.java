package dev.signalbox.ui.welcome;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.setup.Ability;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.ContextList;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.ExecCommand;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.domain.setup.NamespaceList;
import dev.signalbox.domain.setup.ProposedService;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.domain.setup.TokenProgram;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.domain.setup.Told;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Answers what the steps ask from a small world that tests change, and remembers what was asked.
final class FakeDesk implements SetupDesk {

    static final String GOOD = "ghp_good";
    static final Path BOARD = Path.of("/home/kim/.config/signalbox/board.yaml");
    static final Path CONFIGURATION = Path.of("/home/kim/.config/signalbox/console.yaml");
    static final ConnectionId GITHUB = new ConnectionId("GitHub");
    static final ExecCommand COMMAND = new ExecCommand(
            List.of("aws", "eks", "get token", "--cluster-name", "prod"), List.of("AWS_PROFILE"), "f1",
            Path.of("/home/kim/.kube/config"));
    static final DeviceCode CODE = new DeviceCode(
            "WDJB-MJHT", URI.create("https://github.com/login/device"), null, new HiddenText("device-secret"), "Iv1.x",
            Instant.parse("2026-03-01T12:15:00Z"), Duration.ofSeconds(5));

    final List<String> asked = new ArrayList<>();
    String objection = "";
    @Nullable
    Trouble trouble;
    /// What goes wrong once the first repository was told.
    @Nullable
    Trouble breaksOff;
    Optional<TokenProgram> program =
            Optional.of(new TokenProgram("gh", List.of("gh", "auth", "token", "--hostname", "github.com"), true));
    List<RepositoryChoice> repositories = List.of(
            repository("acme", "checkout", Told.UNKNOWN, false), repository("acme", "search", Told.UNKNOWN, false),
            repository("acme", "old-shop", Told.UNKNOWN, true), repository("tools", "lint", Told.UNKNOWN, false));
    Set<String> deployed = Set.of("checkout", "search");
    ContextList contexts = new ContextList(List.of(Path.of("/home/kim/.kube/config")), List.of(
            context("staging-1", "staging", null, ""), context("prod-eu", "", COMMAND, ""),
            context("broken", "", null, "The context names no cluster.")), List.of());
    NamespaceList namespaces = new NamespaceList.Listed(List.of("production", "staging"));
    BoardProposal proposal = new BoardProposal(List.of(
            service("checkout", ProposedService.Certainty.CERTAIN, "staging"),
            service("search", ProposedService.Certainty.GUESSED, "staging", "production"),
            service("lint", ProposedService.Certainty.ALONE)),
            List.of(new EnvironmentSpec("staging", false), new EnvironmentSpec("production", true)));
    @Nullable
    Chosen saved;
    @Nullable
    BoardProposal savedBoard;
    List<String> passphrases = new ArrayList<>();
    @Nullable
    Instant signInEnds;
    /// What renews the token of the next sign-in; absent where nothing does.
    @Nullable
    Grant grant;
    boolean codeIsTyped = true;
    /// The context of a cluster whose question is given up.
    String neverAnswers = "";
    /// Known before, by the address of their servers.
    final Map<String, String> clientIds = new TreeMap<>();
    /// Why clusters cannot be read, by their names.
    final Map<String, String> silent = new TreeMap<>();
    Places places = places(BOARD, "", Set.of());

    static RepositoryChoice repository(String owner, String name, Told deployments, boolean archived) {
        return new RepositoryChoice(new RepositoryId(GITHUB, owner, name), deployments, archived, null);
    }

    static ContextChoice context(String name, String namespace, @Nullable ExecCommand command, String problem) {
        return new ContextChoice(
                name, problem.isEmpty() ? "https://" + name + ".example.com" : "", "kim", namespace, List.of(), false,
                command, problem);
    }

    static ProposedService service(String name, ProposedService.Certainty certainty, String... environments) {
        List<TargetSpec> targets = Arrays.stream(environments)
                .map(e -> new TargetSpec(e, new WorkloadKey(
                        new ConnectionId(e.equals("production") ? "prod-eu" : "staging-1"), e, WorkloadKind.DEPLOYMENT,
                        name)))
                .toList();
        return new ProposedService(
                new ServiceSpec(name, "Shop", new RepositoryId(GITHUB, "acme", name), null, null, targets, false),
                "Its image says that it was built from acme/" + name + ".", certainty);
    }

    /// Where a console keeps things.
    ///
    /// @param board absent where none is kept
    static Places places(@Nullable Path board, String boardless, Set<Path> replaced) {
        return new Places(
                board, boardless, CONFIGURATION, Path.of("/home/kim/.local/share/signalbox/secrets.vault"), replaced);
    }

    private void ask(String what) throws Trouble {
        asked.add(what);
        if (trouble != null) {
            throw trouble;
        }
    }

    @Override
    public String objection(Host host) {
        return objection;
    }

    @Override
    public String clientId(Host host) {
        return clientIds.getOrDefault(host.url(), "");
    }

    @Override
    public SignInAnswer.Granted signIn(Host host, String clientId, Consumer<DeviceCode> begun)
            throws Trouble, InterruptedException {
        ask("sign in at " + host.url() + " as " + clientId);
        begun.accept(CODE);
        if (!codeIsTyped) {
            throw new Trouble("The code was not typed in time. Get a new one.");
        }
        return new SignInAnswer.Granted(new HiddenText(GOOD), signInEnds, grant);
    }

    @Override
    public Optional<TokenProgram> program(Host host) {
        return program;
    }

    @Override
    public HiddenText ask(TokenProgram tool) throws Trouble {
        ask("run " + String.join(" ", tool.line()));
        return new HiddenText(GOOD);
    }

    @Override
    public TokenSheet check(Chosen.Account account) throws Trouble {
        ask("check " + account.id().name() + " at " + account.host().url());
        if (!account.token().reveal().equals(GOOD)) {
            throw new Trouble("The server does not accept this token.");
        }
        return sheet(Told.YES);
    }

    static TokenSheet sheet(Told approve) {
        return new TokenSheet(
                "kim", "classic token", Instant.parse("2026-06-01T00:00:00Z"),
                Arrays.stream(Ability.What.values())
                        .map(what -> new Ability(what, what == Ability.What.APPROVE ? approve : Told.YES, "repo"))
                        .toList(),
                List.of());
    }

    @Override
    public List<RepositoryChoice> repositories(Chosen.Account account, Predicate<List<RepositoryChoice>> progress)
            throws Trouble {
        ask("repositories of " + account.id().name());
        List<RepositoryChoice> first = repositories.subList(0, Math.min(1, repositories.size()));
        boolean goesOn = progress.test(first);
        if (breaksOff != null) {
            throw breaksOff;
        }
        return goesOn ? repositories : first;
    }

    @Override
    public List<RepositoryChoice> withDeployments(
            Chosen.Account account, List<RepositoryChoice> of, Predicate<List<RepositoryChoice>> progress)
            throws Trouble {
        ask("deployments");
        if (!progress.test(of.subList(0, 1))) {
            return of;
        }
        return of.stream().map(c -> c.with(Told.of(deployed.contains(c.name())))).toList();
    }

    @Override
    public ContextList contexts(List<Path> given) {
        asked.add("contexts " + given);
        return contexts;
    }

    @Override
    public NamespaceList namespaces(ContextChoice context, Set<String> allowed) throws InterruptedException {
        asked.add("namespaces of " + context.name() + " with " + allowed);
        if (context.name().equals(neverAnswers)) {
            throw new InterruptedException();
        }
        return namespaces;
    }

    @Override
    public Proposed propose(Chosen chosen) throws Trouble {
        ask("propose");
        List<UnreadCluster> unread = new ArrayList<>();
        for (Chosen.Cluster cluster : chosen.clusters()) {
            String why = silent.get(cluster.id().name());
            if (why != null) {
                unread.add(new UnreadCluster(cluster, why));
            }
        }
        return new Proposed(proposal, unread);
    }

    @Override
    public void save(Chosen chosen, BoardProposal accepted, HiddenText passphrase) throws Trouble {
        passphrases.add(passphrase.reveal());
        ask("save");
        saved = chosen;
        savedBoard = accepted;
    }

    @Override
    public Places places() {
        return places;
    }

    @Override
    public void open(URI page) {
        asked.add("open " + page);
    }

    /// An account that was signed in.
    static Chosen.Account account() {
        return account(GITHUB);
    }

    static Chosen.Account account(ConnectionId id) {
        return new Chosen.Account(
                id, new Host(Connection.Kind.GITHUB, "https://github.com"), new HiddenText(GOOD), List.of());
    }
}
