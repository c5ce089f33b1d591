package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.team.TeamStanding;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.provider.git.GitAddress;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultLock;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.state.Store;
import dev.signalbox.ui.settings.team.TeamFileDesk;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.TeamRepository;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import dev.signalbox.wiring.config.SavedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The team file of the configuration in use. It is changed in the console's own file only; a token that is typed goes
/// into the vault, bound to the repository's origin.
final class FollowedTeam implements TeamFileDesk {

    private static final String PRACTICE =
            "Practice reads nothing and changes nothing of yours, so no team file is chosen here.";

    private final Machine machine;
    private final Engine engine;
    private final Executor fx;
    private final @Nullable Leaving leaving;
    private final Leaving.Written written;
    private final ConsoleConfig config;
    private final VaultInWindow vault;
    private final TriedTeamFile trial;

    /// @param fx runs work on the screen's thread
    /// @param leaving absent where there is no window to leave
    FollowedTeam(
            Engine engine, Executor fx, Machine machine, @Nullable Leaving leaving, VaultInWindow vault) {
        this.machine = machine;
        this.engine = engine;
        this.fx = fx;
        this.leaving = leaving;
        this.vault = vault;
        written = leaving == null ? Leaving.Written.NOTHING : leaving.written();
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
        if (written.config() == null) {
            return PRACTICE;
        }
        return written.own() == null
                ? "The console was started with --config and a file of yours: it is shown here, and changed there."
                : "";
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
        Path board = config.board() == null ? leftOut() : config.board();
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
            Attempt came = trial.read(config, wanted);
            fx.execute(() -> told.accept(came));
        });
    }

    @Override
    public void follow(Wanted wanted, Consumer<String> failed) {
        leave(failed, own -> {
            if (trial.isPossible(config, wanted)
                    && trial.read(config, wanted) instanceof Attempt.Failed(String why)) {
                return why + " Nothing was changed.";
            }
            TeamRepository next = TriedTeamFile.repository(config, wanted);
            return changed(
                    own, next, now -> wanted.board() == OwnBoard.LEFT_OUT && ownBoard().isPresent()
                            ? now.withTeam(next).withBoard(null)
                            : now.withTeam(next),
                    () -> kept(wanted));
        });
    }

    @Override
    public void stop(Consumer<String> failed) {
        leave(failed, own -> changed(
                own, null, now -> now.withTeam(null).withBoard(now.board() == null ? leftOut() : now.board()),
                () -> ""));
    }

    /// The console's own board file, which nobody reads while the team's is followed; absent where there is none.
    private @Nullable Path leftOut() {
        Folders folders = written.folders();
        Path file = folders == null ? null : folders.settings().resolve(KeptSetup.BOARD);
        return file != null && Files.isRegularFile(file) ? file : null;
    }

    /// What is done to the console's own file.
    private interface Work {

        /// @return why not to start again, as a sentence; empty to do so
        String on(Path own);
    }

    private void leave(Consumer<String> failed, Work work) {
        Leaving ways = leaving;
        Path own = written.own();
        if (ways == null || own == null) {
            failed.accept(fixed());
            return;
        }
        engine.threads().workers().execute(() -> {
            String why = work.on(own);
            if (why.isEmpty()) {
                ways.again();
            } else {
                fx.execute(() -> failed.accept(why));
            }
        });
    }

    /// Writes another team file into the configuration.
    ///
    /// @param next absent for none
    /// @param first done before, when nothing stands against it; gives why to leave everything as it is, or nothing
    private synchronized String changed(
            Path own, @Nullable TeamRepository next, UnaryOperator<ConsoleConfig> change, Supplier<String> first) {
        SavedConfig file = new SavedConfig(own);
        try {
            // What cannot stand in the file is told before the vault is touched.
            file.changed(machine.home(), change);
            String why = first.get();
            if (!why.isEmpty()) {
                return why;
            }
            file.change(machine.home(), change);
        } catch (IOException unwritable) {
            return "The configuration could not be written: " + IoWords.of(unwritable) + ".";
        } catch (IllegalArgumentException impossible) {
            return "The configuration could not be written: " + impossible.getMessage();
        }
        boolean isOver = next == null || !(next.token() instanceof TokenSource.Vault);
        return isOver ? forgotten() : "";
    }

    private String kept(Wanted wanted) {
        Folders folders = written.folders();
        if (wanted.token().isBlank() || folders == null) {
            return "";
        }
        String origin = TriedTeamFile.origin(wanted.repository());
        char[] typed = wanted.token().reveal().toCharArray();
        try (SecretText secret = SecretText.of(typed)) {
            vault.use(folders, open -> put(open, folders, origin, secret));
            return "";
        } catch (VaultProblem problem) {
            return "The token could not be kept. " + problem.sentence();
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /// A first vault without a key ring gets a passphrase, which is asked for twice in the window.
    private static void put(Vault open, Folders folders, String origin, SecretText secret) throws VaultProblem {
        try {
            open.put(TeamRepository.NAME, origin, secret, Optional.empty());
        } catch (VaultProblem problem) {
            boolean ringless = switch (problem.kind()) {
                case RING_ABSENT, RING_FAILED, RING_SILENT -> true;
                default -> false;
            };
            if (!ringless || Files.exists(folders.data().resolve(VaultPlace.FILE))) {
                throw problem;
            }
            open.put(TeamRepository.NAME, origin, secret, Optional.of(VaultLock.PASSPHRASE));
        }
    }

    /// Removes the token that was in the vault, if one was.
    private String forgotten() {
        Folders folders = written.folders();
        TeamRepository before = config.team();
        if (folders == null || before == null || !(before.token() instanceof TokenSource.Vault)) {
            return "";
        }
        try {
            vault.use(folders, open -> open.remove(TeamRepository.NAME));
            return "";
        } catch (VaultProblem problem) {
            return "It counts from the next start, but the token of before is still in the vault. "
                    + problem.sentence();
        }
    }
}
