package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.Chosen.Account.Keeping;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.port.Setup;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultLock;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.ui.welcome.SetupDesk;
import dev.signalbox.wiring.config.BoardFile;
import dev.signalbox.wiring.config.BoardFileText;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfigText;
import dev.signalbox.wiring.config.SavedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps what was chosen: tokens in the vault, unless they are to be kept nowhere or with a program; then the board,
/// then the configuration that names all of it. Without the last one nothing is in force, so a console that is killed in
/// between begins with the welcome again.
///
/// @param folders of a console that does not practise
/// @param vault opens the vault, with somebody to ask for its passphrase
/// @param there what is set up already, to which is added
record KeptSetup(
        Folders folders, Setup outside, Function<PassphrasePrompt, Vault> vault, ConsoleConfig there) {

    static final String BOARD = "board.yaml";

    SetupDesk.Places places() {
        Path board = ownBoard();
        Path configuration = folders.settings().resolve(OwnConfig.FILE);
        Set<Path> replaced = new HashSet<>();
        if (isOwnBoard() && there.board() == null) {
            replaced.add(board);
        }
        if (there.equals(ConsoleConfig.NOTHING)) {
            replaced.add(configuration);
        }
        replaced.removeIf(file -> !Files.exists(file));
        return new SetupDesk.Places(
                isOwnBoard() ? board : null, boardless(), configuration, folders.data().resolve(VaultPlace.FILE),
                replaced);
    }

    /// The client IDs that lie beside the configuration.
    ClientIds clientIds() {
        return new ClientIds(new SettingsFile(folders.settings().resolve(ClientIds.FILE)));
    }

    /// Why no board is kept here; empty when one is.
    private String boardless() {
        if (isOwnBoard()) {
            return "";
        }
        if (there.board() == null && there.team() != null) {
            return "The team's file describes the board, and “Edit the team file” proposes a change of it.";
        }
        return there.board() == null
                ? "The configuration names no board file, so none is written."
                : "The configuration names a board file of yours, and only you change it: " + there.board() + ".";
    }

    /// The proposal beside the board that is there. One that cannot be read is told when everything is to be kept.
    BoardProposal beside(BoardProposal proposal) {
        try {
            return proposal.beside(board(ownBoard(), List.of()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return proposal;
        }
    }

    /// Keeps all of it, or says why not; then the configuration is as it was.
    ///
    /// @param passphrase for the vault; blank for none
    void keep(Chosen chosen, BoardProposal accepted, HiddenText passphrase) throws SetupDesk.Trouble {
        SetupDesk.Places places = places();
        // Both texts are made before anything is touched: what cannot stand in a file changes nothing.
        @Nullable
        Path file = accepted.services().isEmpty() ? null : places.board();
        String board;
        String written;
        Map<ConnectionId, String> origins = new HashMap<>();
        try {
            chosen.accounts().forEach(account -> origins.put(account.id(), outside.origin(account.host())));
            board = file == null
                    ? ""
                    : BoardFileText.write(
                            there.board() == null
                                    ? accepted.board()
                                    : joined(board(file, chosen.accounts()), accepted));
            written = written(places.configuration(), chosen, file);
        } catch (IOException unreadable) {
            throw new SetupDesk.Trouble("The board cannot be read: " + IoWords.of(unreadable) + ".");
        } catch (IllegalArgumentException unfit) {
            throw new SetupDesk.Trouble("This cannot be kept: " + unfit.getMessage());
        }
        store(chosen, origins, passphrase);
        try {
            if (file != null) {
                new SavedConfig(file).replace(board);
            }
            new SavedConfig(places.configuration()).replace(written);
        } catch (IOException unwritable) {
            throw new SetupDesk.Trouble("The settings folder cannot be written: " + IoWords.of(unwritable)
                    + ". Nothing is in force; mend that and save again.");
        }
    }

    /// Whether the board is the console's own to change. Where everything is discovered there is none, unless nothing
    /// is connected yet; one that lies elsewhere is somebody's.
    private boolean isOwnBoard() {
        return there.board() == null
                ? there.isUnconnected() && there.team() == null
                : ownBoard().equals(there.board());
    }

    private Path ownBoard() {
        return folders.settings().resolve(BOARD);
    }

    /// @param more accounts that come after those that are there
    private BoardSpec board(Path file, List<Chosen.Account> more) throws IOException {
        if (there.board() == null || !isOwnBoard() || !Files.exists(file)) {
            return new BoardSpec(List.of(), List.of(), BoardSpec.Discover.TARGETS);
        }
        BoardFile read = BoardFile.read(
                Files.readString(file), file.toString(),
                Stream.concat(
                        there.accounts().stream().map(ConsoleConfig.CiAccount::id),
                        more.stream().map(Chosen.Account::id)).findFirst(),
                there.clusters().stream().map(ConsoleConfig.ClusterContext::id).collect(Collectors.toSet()));
        if (!read.losses().isEmpty()) {
            // What is not understood would be gone once the file is written anew. A cluster that is not connected is
            // understood: a console that was killed in between has described it already.
            throw new IllegalArgumentException(
                    "Mend the board first: " + SafeText.line(String.join(" ", read.losses()), 400));
        }
        return read.spec();
    }

    /// What is described already stays as it is; a service of the same name gets its new places beside the old ones,
    /// unless it is built elsewhere: whoever renamed it so has not made it the same.
    private static BoardSpec joined(BoardSpec there, BoardProposal accepted) {
        BoardSpec fresh = accepted.beside(there).board();
        Map<String, ServiceSpec> services = new LinkedHashMap<>();
        there.services().forEach(service -> services.put(service.name(), service));
        fresh.services().forEach(service -> services.merge(service.name(), service, KeptSetup::joined));
        List<EnvironmentSpec> environments = new ArrayList<>(there.environments());
        fresh.environments().stream().filter(e -> there.environment(e.name()).isEmpty()).forEach(environments::add);
        return new BoardSpec(environments, List.copyOf(services.values()), there.discover(), there.protection());
    }

    private static ServiceSpec joined(ServiceSpec there, ServiceSpec fresh) {
        return new ServiceSpec(
                there.name(), there.group(),
                there.repository() == null ? fresh.repository() : there.repository(), there.build(), there.deploy(),
                Stream.concat(there.targets().stream(), fresh.targets().stream()).distinct().toList(),
                there.discovered());
    }

    /// The configuration with what was chosen: added to the text that is there, which a person may have written.
    private String written(Path configuration, Chosen chosen, @Nullable Path board) throws SetupDesk.Trouble {
        UnaryOperator<ConsoleConfig> more = now -> more(
                there.isUnconnected() && now.board() == null ? now.withBoard(board) : now, chosen);
        if (there.equals(ConsoleConfig.NOTHING) || !Files.exists(configuration)) {
            return ConsoleConfigText.write(more.apply(there));
        }
        try {
            // What `~` stands for is of no account: it does so before and after.
            return new SavedConfig(configuration).changed(folders.settings(), more);
        } catch (IOException unreadable) {
            throw new SetupDesk.Trouble("The configuration cannot be read: " + IoWords.of(unreadable) + ".");
        }
    }

    private static ConsoleConfig more(ConsoleConfig there, Chosen chosen) {
        Stream<ConsoleConfig.ClusterContext> fresh = chosen.clusters().stream()
                .map(c -> new ConsoleConfig.ClusterContext(
                        c.id(), c.context().files(), c.context().name(), c.namespaces(), c.allowed(), c.mark()));
        Stream<ConsoleConfig.CiAccount> accounts = chosen.accounts().stream().map(KeptSetup::account);
        return there.with(Stream.concat(there.accounts().stream(), accounts).toList())
                .withClusters(Stream.concat(there.clusters().stream(), fresh).toList());
    }

    private static ConsoleConfig.CiAccount account(Chosen.Account account) {
        List<String> owners = account.repositories().stream().map(RepositoryId::owner).distinct().sorted().toList();
        List<String> picked = account.extent() == Chosen.Account.Extent.EVERYTHING
                ? List.of()
                : account.repositories().stream().map(RepositoryId::fullName).distinct().sorted().toList();
        return new ConsoleConfig.CiAccount(
                account.id(), account.host().kind(), account.host().url(), source(account.keeping()),
                owners, picked, account.host().proxy(), account.host().authority());
    }

    private static ConsoleConfig.TokenSource source(Keeping keeping) {
        return switch (keeping) {
            case Keeping.InVault vault -> new ConsoleConfig.TokenSource.Vault();
            case Keeping.Nowhere nowhere -> new ConsoleConfig.TokenSource.Asked();
            case Keeping.WithProgram(List<String> line) -> new ConsoleConfig.TokenSource.Program(line);
        };
    }

    private void store(Chosen chosen, Map<ConnectionId, String> origins, HiddenText passphrase)
            throws SetupDesk.Trouble {
        boolean fresh = !Files.exists(places().vault());
        Optional<VaultLock> lock =
                fresh && !passphrase.isBlank() ? Optional.of(VaultLock.PASSPHRASE) : Optional.empty();
        try (Vault open = vault.apply(new Given(passphrase))) {
            for (Chosen.Account account : chosen.accounts()) {
                if (!(account.keeping() instanceof Keeping.InVault)) {
                    continue;
                }
                Grant grant = account.grant();
                char[] token = (grant == null ? account.token().reveal() : GrantText.of(grant)).toCharArray();
                try (SecretText secret = SecretText.of(token)) {
                    boolean first = !Files.exists(places().vault());
                    open.put(
                            account.id().name(), Objects.requireNonNull(origins.get(account.id())), secret,
                            first ? lock : Optional.empty());
                } finally {
                    Arrays.fill(token, '\0');
                }
            }
        } catch (VaultProblem problem) {
            throw trouble(problem, fresh);
        }
    }

    private static SetupDesk.Trouble trouble(VaultProblem problem, boolean fresh) {
        return switch (problem.kind()) {
            case PASSPHRASE_MISSING, PASSPHRASE_WRONG -> new SetupDesk.NeedsPassphrase(problem.sentence(), fresh);
            case RING_ABSENT, RING_FAILED, RING_SILENT -> fresh
                    ? new SetupDesk.NeedsPassphrase(
                            problem.sentence() + " Choose a passphrase for the vault instead.", true)
                    : new SetupDesk.Trouble(problem.sentence());
            case RING_LOCKED, KEY_GONE, DAMAGED, FOREIGN, NEWER, UNREACHABLE, BUSY, UNKNOWN, OTHER_ORIGIN, UNFIT ->
                    new SetupDesk.Trouble(problem.sentence());
        };
    }

    /// What was typed in the window.
    private record Given(HiddenText passphrase) implements PassphrasePrompt {

        @Override
        public Optional<char[]> existing() {
            return passphrase.isBlank() ? Optional.empty() : Optional.of(passphrase.reveal().toCharArray());
        }

        @Override
        public Optional<char[]> fresh() {
            return existing();
        }
    }
}
