package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.team.TeamBoard;
import dev.signalbox.domain.team.TeamCommit;
import dev.signalbox.domain.team.TeamText;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.TeamFileMissing;
import dev.signalbox.provider.git.GitAddress;
import dev.signalbox.provider.git.GitTeamFile;
import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.ui.settings.team.TeamFileDesk;
import dev.signalbox.ui.settings.team.TeamFileDesk.Attempt;
import dev.signalbox.ui.settings.team.TeamFileDesk.Wanted;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.TeamRepository;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Reads a team file once, as it would be followed, into a copy that goes with the console.
///
/// @param copies where bare copies lie
/// @param folders where the vault lies; absent where there is none
record TriedTeamFile(
        Machine machine, Path copies, VaultInWindow vault, @Nullable Folders folders, KnownSecrets known) {

    /// The team file that somebody wants, with what is kept of the one before: its token where it is for the same
    /// origin, and how it is reached. A host that was not followed yet is reached as its account is.
    ///
    /// @throws IllegalArgumentException when the address is refused; the message never repeats it
    static TeamRepository repository(ConsoleConfig config, Wanted wanted) {
        GitAddress address = GitAddress.parse(wanted.repository());
        TeamRepository before = config.team();
        TeamRepository there = before != null && isSameHost(address, GitAddress.parse(before.repository()))
                ? before
                : reached(config, address);
        boolean typed = !wanted.token().isBlank() && address instanceof GitAddress.Https;
        return new TeamRepository(
                wanted.repository(), wanted.branch(), wanted.path(),
                before == null ? TeamRepository.USUAL : before.every(),
                typed ? new TokenSource.Vault() : there.token(), there.proxy(), there.authority(), there.account(),
                before == null ? null : before.author(), null);
    }

    private static boolean isSameHost(GitAddress one, GitAddress other) {
        return one instanceof GitAddress.Https(BaseUrl a) && other instanceof GitAddress.Https(BaseUrl b)
                ? a.origin().equals(b.origin())
                : one.getClass() == other.getClass() && one.host().equals(other.host());
    }

    /// Without a token: an account's is never taken for another purpose.
    private static TeamRepository reached(ConsoleConfig config, GitAddress address) {
        CiAccount account = config.accounts().stream()
                .filter(a -> address instanceof GitAddress.Https && isAt(a, address.host()))
                .findFirst()
                .orElse(null);
        return new TeamRepository(
                "", "", "", TeamRepository.USUAL, null, account == null ? null : account.proxy(),
                account == null ? null : account.authority());
    }

    /// Whether the account is at that host. GitHub's API has a name of its own beside it.
    private static boolean isAt(CiAccount account, String host) {
        try {
            String there = BaseUrl.parse(account.url()).origin().host();
            return there.equalsIgnoreCase(host)
                    || account.kind() == Connection.Kind.GITHUB && there.equalsIgnoreCase("api." + host);
        } catch (IllegalArgumentException addressedByTeam) {
            return false;
        }
    }

    /// Whether a token is kept that would be sent to a repository.
    static boolean hasToken(ConsoleConfig config, String repository) {
        try {
            return repository(config, new Wanted(
                    repository, "main", "board.yaml", new HiddenText(""), TeamFileDesk.OwnBoard.ON_TOP))
                    .token() != null;
        } catch (IllegalArgumentException unfinished) {
            return false;
        }
    }

    /// The origin to which the repository's token may be sent.
    ///
    /// @throws IllegalArgumentException when the address is refused
    static String origin(String repository) {
        return BaseUrl.parse(repository).origin().toString();
    }

    /// Whether its token can be had here: not one that somebody types or a program prints at each start.
    boolean isPossible(ConsoleConfig config, Wanted wanted) {
        try {
            TokenSource token = repository(config, wanted).token();
            return !(token instanceof TokenSource.Asked) && !(token instanceof TokenSource.Program);
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    /// Blocks while the repository, or somebody for the vault, is asked.
    Attempt read(ConsoleConfig config, Wanted wanted) {
        try {
            TeamRepository team = repository(config, wanted);
            if (!isPossible(config, wanted)) {
                return new Attempt.Failed("Its token is there at a start only, so it cannot be tried here.");
            }
            String token = token(team, wanted);
            known.learn(token.isEmpty() ? List.of() : List.of(token));
            GitTeamFile file = new GitTeamFile(TeamFiles.settings(machine, team, token, copies));
            return read(config, team, file);
        } catch (TeamFileMissing missing) {
            return new Attempt.Missing(SafeText.line(missing.problem().detail(), 300));
        } catch (RemoteFailure failure) {
            return new Attempt.Failed(SafeText.line(failure.problem().detail(), 300));
        } catch (VaultProblem problem) {
            return new Attempt.Failed(problem.sentence());
        } catch (IllegalArgumentException refused) {
            String words = SafeText.line(String.valueOf(refused.getMessage()), 300);
            return new Attempt.Failed(words.endsWith(".") ? words : words + ".");
        }
    }

    private static Attempt read(ConsoleConfig config, TeamRepository team, GitTeamFile file) throws RemoteFailure {
        TeamText text = file.newest();
        TeamBoard board = TeamFiles.reader(config, team).apply(text.text());
        return board.isValid()
                ? new Attempt.Read(found(text.commit(), board.spec().services().size()))
                : new Attempt.Failed("It was read, and it is not valid: "
                        + SafeText.line(board.problems().getFirst(), 300));
    }

    private String token(TeamRepository team, Wanted wanted) throws VaultProblem {
        if (!wanted.token().isBlank()) {
            return wanted.token().reveal();
        }
        return switch (team.token()) {
            case TokenSource.Variable(String name) -> machine.environment().getOrDefault(name, "").strip();
            case TokenSource.Vault inVault -> kept(team);
            case null, default -> "";
        };
    }

    private String kept(TeamRepository team) throws VaultProblem {
        AtomicReference<String> token = new AtomicReference<>("");
        Folders mine = folders;
        if (mine != null) {
            String origin = origin(team.repository());
            vault.use(mine, open -> {
                try (SecretText secret = open.take(TeamRepository.NAME, origin)) {
                    token.set(secret.reveal());
                }
            });
        }
        return token.get();
    }

    private static String found(TeamCommit commit, int services) {
        return "It is there: commit " + SafeText.line(commit.shortId(), 20)
                + (commit.author().isEmpty() ? "" : " by " + SafeText.line(commit.author(), 60))
                + (commit.subject().isEmpty() ? "" : ", “" + SafeText.line(commit.subject(), 100) + "”")
                + ", with " + services + (services == 1 ? " service." : " services.");
    }
}
