package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.board.EnvironmentSpec;
import dev.signalbox.domain.board.ServiceSpec;
import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.domain.cluster.WorkloadKey;
import dev.signalbox.domain.cluster.WorkloadKind;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.domain.setup.ProposedService;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.testing.FakeKeyRing;
import dev.signalbox.ui.welcome.SetupDesk;
import dev.signalbox.wiring.config.BoardFile;
import dev.signalbox.wiring.config.ConsoleConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A console to which something was connected, by one account and one cluster, and to which more is added.
final class SetUpConsole implements AutoCloseable {

    static final ConnectionId GITHUB = new ConnectionId("GitHub");
    static final ConnectionId SECOND = new ConnectionId("GitHub 2");
    static final ConnectionId PROD = new ConnectionId("prod-eu");
    static final ConnectionId FRESH = new ConnectionId("prod-us");
    static final HiddenText NONE = new HiddenText("");

    final Folders folders;
    final FakeKeyRing ring = new FakeKeyRing();
    private final Threads threads = new Threads();

    SetUpConsole(Path folder) throws IOException, SetupDesk.Trouble {
        folders = Folders.below(folder);
        folders.make();
        setup(new ConsoleConfig(List.of(), List.of(), null)).keep(
                new Chosen(List.of(account(GITHUB, "ghp_first")), List.of(cluster(PROD, "admin@prod"))),
                proposal(PROD, "production"), NONE);
    }

    @Override
    public void close() {
        threads.close();
    }

    void addCluster(String... environments) throws SetupDesk.Trouble {
        setup(config()).keep(
                new Chosen(List.of(), List.of(cluster(FRESH, "us"))), proposal(FRESH, environments), NONE);
    }

    void addAccount() throws SetupDesk.Trouble {
        setup(config()).keep(
                new Chosen(List.of(account(SECOND, "ghp_second")), List.of()),
                new BoardProposal(List.of(), List.of()), NONE);
    }

    KeptSetup setup(ConsoleConfig there) {
        return new KeptSetup(folders, new SetupDoors(Machine.here(), threads, Map.of()), this::vault, there);
    }

    Vault vault(PassphrasePrompt prompt) {
        return new Vault(
                vaultFile(), ring, prompt, new SecureRandom(), System::nanoTime, Duration.ofMinutes(5));
    }

    String token(ConnectionId account) throws Exception {
        try (Vault open = vault(PassphrasePrompt.nobody());
                SecretText token = open.take(account.name(), "https://api.github.com")) {
            return token.reveal();
        }
    }

    ConsoleConfig config() {
        return new OwnConfig(Machine.here(), folders).find() instanceof OwnConfig.Found.Ready(var file)
                ? file.config()
                : new ConsoleConfig(List.of(), List.of(), null);
    }

    BoardSpec board() throws IOException {
        return BoardFile.read(
                Files.readString(boardFile()), "board.yaml", Optional.empty(), Set.of(PROD, FRESH)).spec();
    }

    Path boardFile() {
        return folders.settings().resolve("board.yaml");
    }

    Path vaultFile() {
        return folders.data().resolve(VaultPlace.FILE);
    }

    Path configuration() {
        return folders.settings().resolve(OwnConfig.FILE);
    }

    static Chosen.Account account(ConnectionId id, String token) {
        return new Chosen.Account(
                id, new Host(Connection.Kind.GITHUB, "https://github.com"), new HiddenText(token),
                List.of(new RepositoryId(id, "acme", "checkout")));
    }

    static Chosen.Cluster cluster(ConnectionId id, String context) {
        return new Chosen.Cluster(
                id, new ContextChoice(context, "https://c", "admin", "", List.of(), false, null, ""),
                List.of("shop"), List.of(), ClusterMark.ORDINARY);
    }

    static BoardProposal proposal(ConnectionId cluster, String... environments) {
        List<TargetSpec> targets = Arrays.stream(environments)
                .map(e -> new TargetSpec(e, new WorkloadKey(cluster, "shop", WorkloadKind.DEPLOYMENT, "checkout")))
                .toList();
        return new BoardProposal(
                List.of(new ProposedService(
                        new ServiceSpec(
                                "checkout", "Shop",
                                cluster.equals(PROD) ? new RepositoryId(GITHUB, "acme", "checkout") : null, null, null,
                                targets, false),
                        "Names fit.", ProposedService.Certainty.LIKELY)),
                Arrays.stream(environments).map(e -> new EnvironmentSpec(e, true)).toList());
    }
}
