package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.team.StandIn;
import dev.signalbox.domain.team.TeamBoard;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.Weakening;
import dev.signalbox.monitor.TeamFileKeeper;
import dev.signalbox.monitor.TeamFileMonitor;
import dev.signalbox.port.TeamDecisions;
import dev.signalbox.port.TeamProposals;
import dev.signalbox.provider.git.GitAddress;
import dev.signalbox.provider.git.GitSettings;
import dev.signalbox.provider.git.GitTeamFile;
import dev.signalbox.provider.git.GitTeamProposals;
import dev.signalbox.provider.http.CertificateFile;
import dev.signalbox.provider.http.ProxySettings;
import dev.signalbox.state.Store;
import dev.signalbox.ui.team.TeamAnswers;
import dev.signalbox.wiring.config.BoardFile;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The team file of a configuration: what was in force last is there before anything is connected, and the repository is
/// read once there is a token.
final class TeamFiles implements TeamAnswers {

    private static final Duration STEP = Duration.ofSeconds(1);

    private final Machine machine;
    private final Threads threads;
    private final Folders folders;
    private final ConsoleConfig.TeamRepository wanted;
    private final TeamFileKeeper keeper;
    private final Consumer<TeamProposals> connected;
    private final Function<String, TeamBoard> reader;
    private volatile @Nullable TeamFileMonitor monitor;

    private TeamFiles(
            Machine machine, Threads threads, Folders folders, ConsoleConfig.TeamRepository wanted,
            TeamFileKeeper keeper, Function<String, TeamBoard> reader, Consumer<TeamProposals> connected) {
        this.machine = machine;
        this.threads = threads;
        this.folders = folders;
        this.wanted = wanted;
        this.keeper = keeper;
        this.reader = reader;
        this.connected = connected;
    }

    /// Puts into force what was in force last; absent where the configuration names no team file.
    ///
    /// @param inForce takes the board whenever it is another one
    /// @param before the board that holds here until one of the team's is in force; absent where none does
    /// @param connected takes the way to propose changes, once there is one
    static Optional<TeamFiles> recall(
            Machine machine, Threads threads, Folders folders, ConsoleConfig config, TeamDecisions decisions,
            Store store, Consumer<BoardSpec> inForce, Supplier<@Nullable StandIn> before,
            Consumer<TeamProposals> connected) {
        ConsoleConfig.TeamRepository team = config.team();
        if (team == null) {
            return Optional.empty();
        }
        TeamPlace place = new TeamPlace(team.repository(), team.branch(), team.path());
        Function<String, TeamBoard> reader = reader(config, team);
        TeamFileKeeper keeper = new TeamFileKeeper(
                place, decisions, reader, store::offer, inForce, before,
                machine.clock(), machine.operator());
        keeper.recall();
        return Optional.of(new TeamFiles(machine, threads, folders, team, keeper, reader, connected));
    }

    /// Understands the text of a team file as this configuration's.
    static Function<String, TeamBoard> reader(ConsoleConfig config, ConsoleConfig.TeamRepository team) {
        Optional<ConnectionId> ci = config.accounts().stream().map(ConsoleConfig.CiAccount::id).findFirst();
        Set<ConnectionId> clusters = new HashSet<>();
        config.clusters().forEach(c -> clusters.add(c.id()));
        return text -> board(text, team.path(), ci, clusters);
    }

    private static TeamBoard board(
            String text, String path, Optional<ConnectionId> ci, Set<ConnectionId> clusters) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        BoardFile file = BoardFile.read(text, name, ci, clusters);
        return new TeamBoard(file.spec(), file.faults());
    }

    /// Begins to read the repository.
    ///
    /// @param given its token, or why there is none; absent where none is configured
    void connect(Tokens.@Nullable Token given) {
        switch (given) {
            case Tokens.Token.Missing(RemoteProblem why) -> keeper.failed(why, null);
            case Tokens.Token.Found found -> follow(found.text());
            case Tokens.Token.Renewed ignored -> keeper.failed(
                    new RemoteProblem.NoCredential("What the vault holds for it is no token for a repository."), null);
            case null -> follow("");
        }
    }

    private void follow(String token) {
        GitSettings settings;
        try {
            settings = settings(machine, wanted, token, folders.cache().resolve("team-file"));
        } catch (IllegalArgumentException wrong) {
            keeper.failed(new RemoteProblem.Unreadable(String.valueOf(wrong.getMessage())), null);
            return;
        }
        GitTeamFile file = new GitTeamFile(settings);
        connected.accept(new GitTeamProposals(
                file, Tokens.TEAM, author(wanted.author()),
                wanted.account() == null ? null : new ConnectionId(wanted.account())));
        TeamFileMonitor reading = new TeamFileMonitor(
                file, keeper, wanted.every(), machine.clock(), threads.workers());
        monitor = reading;
        threads.every(STEP, reading::step);
    }

    /// How the repository is reached.
    ///
    /// @param copies where bare copies lie, each in a folder of its own: an address may hold what no folder's name can
    /// @throws IllegalArgumentException with a sentence
    static GitSettings settings(
            Machine machine, ConsoleConfig.TeamRepository wanted, String token, Path copies) {
        UUID name = UUID.nameUUIDFromBytes(
                (wanted.repository() + " " + wanted.branch()).getBytes(StandardCharsets.UTF_8));
        return new GitSettings(
                GitAddress.parse(wanted.repository()), wanted.branch(), wanted.path(), token, machine.home(),
                copies.resolve(name.toString()), GitSettings.Limits.USUAL, network(wanted, machine.environment()),
                machine.ticker());
    }

    /// @throws IllegalArgumentException with a sentence
    static GitSettings.Network network(ConsoleConfig.TeamRepository wanted, Map<String, String> environment) {
        Path authority = wanted.authority();
        ProxySettings proxy = proxy(wanted, environment);
        try {
            return new GitSettings.Network(
                    authority == null ? List.of() : CertificateFile.read(authority),
                    proxy == null ? null : InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "“ca-file” of the team file is of no use: " + IoWords.of(unreadable) + ".", unreadable);
        }
    }

    /// The proxy that leads to the repository, as to the accounts: not past `NO_PROXY`.
    private static @Nullable ProxySettings proxy(
            ConsoleConfig.TeamRepository wanted, Map<String, String> environment) {
        if (wanted.proxy() == null || !(GitAddress.parse(wanted.repository()) instanceof GitAddress.Https(var base))) {
            return null;
        }
        ProxySettings proxy = AccountHttp.proxy(wanted.proxy(), environment);
        return proxy.leadsTo(base.origin().host()) ? proxy : null;
    }

    /// Reads again soon.
    void again() {
        TeamFileMonitor reading = monitor;
        if (reading != null) {
            reading.again();
        }
    }

    @Override
    public void accept(String commit) {
        threads.workers().execute(() -> keeper.accept(commit));
    }

    @Override
    public void keepOld(String commit) {
        threads.workers().execute(() -> keeper.keepOld(commit));
    }

    private static GitTeamProposals.Author author(@Nullable String written) {
        int mail = written == null ? -1 : written.indexOf(" <");
        return written == null || mail < 0
                ? GitTeamProposals.Author.SIGNED_IN
                : new GitTeamProposals.Author(written.substring(0, mail),
                        written.substring(mail + 2, written.length() - 1));
    }

    /// Understands a text as the team's.
    TeamBoard understood(String text) {
        return reader.apply(text);
    }

    /// Where the file lies.
    TeamPlace place() {
        return new TeamPlace(wanted.repository(), wanted.branch(), wanted.path());
    }

    /// What a newer board would protect less than what holds here.
    List<Weakening> weakenings(BoardSpec newer) {
        return keeper.weakenings(newer);
    }

    /// The team's board in force.
    BoardSpec spec() {
        return keeper.spec();
    }

    /// Hands answers on to the team file that there is by then.
    record Answering(Supplier<@Nullable TeamFiles> files) implements TeamAnswers {

        @Override
        public void accept(String commit) {
            TeamFiles now = files.get();
            if (now != null) {
                now.accept(commit);
            }
        }

        @Override
        public void keepOld(String commit) {
            TeamFiles now = files.get();
            if (now != null) {
                now.keepOld(commit);
            }
        }
    }
}
