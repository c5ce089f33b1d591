package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.port.JournalFailure;
import dev.signalbox.provider.git.GitAddress;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Store;
import dev.signalbox.ui.settings.team.TeamFileDesk;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.TeamRepository;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The team file of the configuration in use. It is changed in the console's own file only; a token that is typed goes
/// into the vault, bound to the repository's origin.
final class FollowedTeam implements TeamFileDesk {

    private static final String PRACTICE =
            "Practice reads nothing and changes nothing of yours, so no team file is chosen here.";

    private final Engine engine;
    private final Executor fx;
    private final OwnChanges changes;
    private final Leaving.Written written;
    private final ConsoleConfig config;
    private final VaultInWindow vault;
    private final TriedTeamFile trial;

    /// @param fx runs work on the screen's thread
    /// @param leaving absent where there is no window to leave
    FollowedTeam(
            Engine engine, Executor fx, Machine machine, @Nullable Leaving leaving, VaultInWindow vault) {
        this.engine = engine;
        this.fx = fx;
        this.vault = vault;
        changes = new OwnChanges(engine.threads().workers(), fx, leaving, machine.home(), PRACTICE);
        written = changes.written();
        ConsoleConfig known = written.config();
        config = known == null ? ConsoleConfig.NOTHING : known;
        trial = new TriedTeamFile(machine, engine.passing("team-file"), vault, written.folders(), engine.known);
    }

    /// The one of a running console.
    static FollowedTeam of(Engine engine, Executor fx, Machine machine, @Nullable Leaving leaving) {
        return new FollowedTeam(engine, fx, machine, leaving, VaultInWindow.of(engine, machine));
    }

    @Override
    public String fixed() {
        return changes.fixed();
    }

    @Override
    public Optional<Followed> followed() {
        return Optional.ofNullable(config.team()).map(team -> new Followed(
                team.repository(), team.branch(), team.path(), token(team), parting(team)));
    }

    private String token(TeamRepository team) {
        TokenSource source = team.token();
        if (source != null) {
            return ConfiguredDesk.words(source) + ".";
        }
        return takesKeys(team.repository())
                ? "It is read with your keys in ~/.ssh."
                : "It is read without a token.";
    }

    private String parting(TeamRepository team) {
        String addressed = config.accounts().stream()
                .filter(ConsoleConfig.CiAccount::isAddressedByTeam)
                .map(account -> "“" + SafeText.line(account.id().name(), 60) + "”")
                .collect(Collectors.joining(", "));
        TokenSource source = team.token();
        Path board = config.board() == null ? beginning() : config.board();
        return (board == null
                ? "The board is then what is discovered."
                : "The board is then what " + SafeText.line(board.toString(), 200) + " describes.")
                + " What only the team file protects or freezes is open here."
                + (source == null ? "" : " " + ConfiguredDesk.removal(source))
                + (addressed.isEmpty()
                        ? ""
                        : " It names the address of " + addressed + ", which is then not connected.")
                + " The console starts again.";
    }

    @Override
    public TeamStanding standing() {
        return engine.store().current().team();
    }

    @Override
    public Runnable watch(Consumer<TeamStanding> told) {
        Store.Subscription watching =
                engine.store().select(ConsoleState::team, now -> fx.execute(() -> told.accept(now)));
        return watching::close;
    }

    /// The one that the console wrote itself: it is found again when the team's is not followed any more. One that a
    /// person has put elsewhere is theirs, and stays.
    @Override
    public Optional<Path> ownBoard() {
        return Optional.ofNullable(config.board()).filter(board -> board.equals(leftOut()));
    }

    /// Whoever begins to follow the team would see nothing of its changes where their own board lies on top.
    @Override
    public OwnBoard preset() {
        return config.team() == null && ownBoard().isPresent() ? OwnBoard.LEFT_OUT : OwnBoard.ON_TOP;
    }

    @Override
    public boolean standsIn() {
        return config.board() == null && config.team() != null && config.team().beginning() != null;
    }

    /// The board file of this machine with which a first proposal would begin; absent where there is none.
    private @Nullable Path beginning() {
        Path named = config.board() != null || config.team() == null ? config.board() : config.team().beginning();
        Path board = named == null ? leftOut() : named;
        return board != null && Files.isRegularFile(board) ? board : null;
    }

    /// Whether it goes on counting beside the team's.
    private boolean staysOnTop(Wanted wanted) {
        return config.board() != null && !isLeftOut(wanted);
    }

    private boolean isLeftOut(Wanted wanted) {
        return wanted.board() == OwnBoard.LEFT_OUT && ownBoard().isPresent();
    }

    @Override
    public boolean hasToken(String repository) {
        return TriedTeamFile.hasToken(config, repository);
    }

    @Override
    public boolean takesKeys(String repository) {
        return GitAddress.meansSsh(repository);
    }

    @Override
    public void attempt(Wanted wanted, Consumer<Attempt> told) {
        engine.threads().workers().execute(() -> {
            Attempt came = read(wanted);
            fx.execute(() -> told.accept(came));
        });
    }

    @Override
    public void follow(Wanted wanted, Consumer<String> failed) {
        changes.thenAgain(() -> followed(wanted), failed);
    }

    private Attempt read(Wanted wanted) {
        Attempt came = trial.read(config, wanted);
        return came instanceof Attempt.Missing(String words) ? missing(wanted, words) : came;
    }

    private Attempt missing(Wanted wanted, String words) {
        if (beginning() == null) {
            return new Attempt.Failed(words + " This machine has no board that could become its first version.");
        }
        return new Attempt.Missing(words
                + " Follow it all the same, and propose this machine's board as its first version."
                + (staysOnTop(wanted)
                        ? " This machine's board goes on lying on top of it."
                        : " Until one is in force, this machine's board holds."));
    }

    private String followed(Wanted wanted) {
        Attempt came = trial.isPossible(config, wanted) ? read(wanted) : new Attempt.Read("");
        if (came instanceof Attempt.Failed(String why)) {
            return why + " Nothing was changed.";
        }
        TeamRepository next = TriedTeamFile.repository(config, wanted).beginningWith(standIn(wanted, came));
        String held = released(next);
        if (!held.isEmpty()) {
            return held;
        }
        boolean isLeftOut = isLeftOut(wanted);
        Supplier<String> write =
                () -> changes.write(now -> isLeftOut ? now.withTeam(next).withBoard(null) : now.withTeam(next));
        Folders folders = written.folders();
        String unwritten = wanted.token().isBlank() || folders == null
                ? write.get()
                : new TeamToken(vault, folders, config.team())
                        .keep(wanted.token(), TriedTeamFile.origin(wanted.repository()), write);
        if (!unwritten.isEmpty()) {
            return unwritten;
        }
        return next.token() instanceof TokenSource.Vault ? "" : forgotten();
    }

    /// What holds until one of the team's is in force: a board that is left out just now, the one that stands in already, or
    /// the one that becomes the first. What it protects must not be lost meanwhile, nor unseen afterwards.
    private @Nullable Path standIn(Wanted wanted, Attempt came) {
        if (staysOnTop(wanted)) {
            return null;
        }
        if (isLeftOut(wanted) || came instanceof Attempt.Missing) {
            return beginning();
        }
        return config.team() == null ? null : config.team().beginning();
    }

    /// What was in force of a place that was followed before would come back unseen, in place of what stands in.
    ///
    /// @return why it could not be released, in a sentence; empty when it was, or need not be
    private String released(TeamRepository next) {
        TeamPlace place = new TeamPlace(next.repository(), next.branch(), next.path());
        if (next.beginning() == null || place.equals(standing().place())) {
            return "";
        }
        try {
            engine.boards().decisions().release(place);
            return "";
        } catch (JournalFailure unwritten) {
            return "What was in force there before could not be released. Nothing was changed.";
        }
    }

    @Override
    public void stop(Consumer<String> failed) {
        changes.thenAgain(() -> {
            String unwritten = changes.write(
                    now -> now.withTeam(null).withBoard(now.board() == null ? beginning() : now.board()));
            return unwritten.isEmpty() ? forgotten() : unwritten;
        }, failed);
    }

    /// The console's own board file, which nobody reads while the team's is followed; absent where there is none.
    private @Nullable Path leftOut() {
        Folders folders = written.folders();
        Path file = folders == null ? null : folders.settings().resolve(KeptSetup.BOARD);
        return file != null && Files.isRegularFile(file) ? file : null;
    }

    private String forgotten() {
        Folders folders = written.folders();
        return folders == null ? "" : new TeamToken(vault, folders, config.team()).forget();
    }
}
