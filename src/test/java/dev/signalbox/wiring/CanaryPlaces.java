package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.ci.Conclusion;
import dev.signalbox.domain.ci.JobKey;
import dev.signalbox.domain.ci.KeptLog;
import dev.signalbox.domain.ci.RepositoryId;
import dev.signalbox.domain.ci.RunId;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.history.logs.LogArchive;
import dev.signalbox.provider.git.GitServer;
import dev.signalbox.provider.github.GitHub;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultLock;
import dev.signalbox.testing.FakeKeyRing;
import dev.signalbox.testing.TypedPassphrase;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import dev.signalbox.wiring.config.ConsoleConfigFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where secrets lie before a console starts on them: a vault with a passphrase, which is one too, a kept log, accounts
/// whose addresses hold secrets, and a team file behind a token.
///
/// @param folder for what is none of the console's
/// @param folders the console's
record CanaryPlaces(Path folder, Folders folders) {

    /// The account whose token lies in the vault; its server refuses it.
    static final ConnectionId VAULTED = new ConnectionId("vaulted");

    /// Stands in every planted log.
    static final String WORD = "quixotic_cursor";

    static final String PASSPHRASE = Canaries.CLASSIC.substring(6, 26);

    /// A log of somebody who prints the environment.
    static String log() {
        return "step 1 of the build\n" + String.join("\n", Canaries.shapes()) + "\nERROR " + WORD + " is closed\n";
    }

    private Vault vault(PassphrasePrompt prompt) {
        return new Vault(
                folders.data().resolve(VaultPlace.FILE), new FakeKeyRing(), prompt, new SecureRandom(), () -> 0,
                Duration.ofDays(1));
    }

    void fillTheVault(Practice practice) throws Exception {
        PassphrasePrompt typed = new TypedPassphrase(PASSPHRASE);
        try (Vault vault = vault(typed)) {
            String server = GitHub.base(practice.addresses().github().toString()).origin().toString();
            put(vault, VAULTED.name(), server, Canaries.CLASSIC);
            int number = 0;
            for (String shape : Canaries.shapes()) {
                put(vault, "work-" + number++, "https://api.github.com", shape);
            }
        }
    }

    private static void put(Vault vault, String name, String origin, String token) throws Exception {
        try (SecretText secret = SecretText.of(token.toCharArray())) {
            vault.put(name, origin, secret, Optional.of(VaultLock.PASSPHRASE));
        }
    }

    /// Leaves a log in the cache and among the kept ones, as an earlier console did that held another token: what lies in
    /// the vault is printed in it.
    ///
    /// @return the one in the cache
    Path leaveALog() throws Exception {
        String text = "step 1\nthe token is " + Canaries.CLASSIC + "\nERROR " + WORD + " is open\n";
        Path folder = Files.createDirectories(folders.cache().resolve("logs").resolve("earlier"));
        return Files.writeString(folder.resolve("3.log"), text);
    }

    /// Keeps a log as an earlier console did.
    ///
    /// @return what comes out of the archive again
    Path keepALog() throws Exception {
        RunId run = new RunId(new RepositoryId(new ConnectionId("GitHub"), "acme", "checkout"), 1);
        KeptLog about = new KeptLog(
                new JobKey(run, 7), "nightly", 77, "unit-tests", Conclusion.FAILURE, "main",
                Instant.parse("2026-02-04T09:30:00Z"));
        Path log = Files.writeString(folder.resolve("old.log"), log());
        Path copy = folder.resolve("copy.log");
        try (LogArchive archive = new LogArchive(folders.data(), 10_000_000, () -> Redaction.SHAPES_ONLY)) {
            archive.keep(about, log);
            if (archive.copy(about.job(), copy).isEmpty()) {
                throw new IOException("nothing was kept");
            }
        }
        return copy;
    }

    /// The practice team's accounts, and beside them those that hold secrets.
    Configured configured(Practice practice, GitServer team) throws IOException {
        ConsoleConfigFile written = ConsoleConfigFile.read(
                Planting.configuration(), folder.resolve("signalbox.yaml"), folder);
        ConsoleConfig given = practice.config();
        List<ConsoleConfig.CiAccount> accounts = new ArrayList<>(given.accounts());
        accounts.addAll(written.config().accounts());
        accounts.add(new ConsoleConfig.CiAccount(
                VAULTED, Connection.Kind.GITHUB, practice.addresses().github().toString(), new TokenSource.Vault(),
                List.of(), null, null));
        ConsoleConfig config = new ConsoleConfig(
                accounts, given.clusters(), practice.addresses().board(), given.memory(), given.reports(),
                new ConsoleConfig.TeamRepository(
                        team.address(), "main", "board.yaml", Duration.ofMinutes(2),
                        new TokenSource.Variable("TEAM_TOKEN"), null, null));
        Map<String, String> environment = new HashMap<>(practice.on(Machine.here()).environment());
        environment.put("TEAM_TOKEN", Canaries.CLASSIC);
        Machine machine = Machine.here().with(environment);
        Tokens tokens = new Tokens(
                machine, new Terminal.Pipe(InputStream.nullInputStream()), this::vault,
                none -> {
                    throw new IllegalStateException("No program is run here");
                });
        return new Configured(machine, new ConsoleConfigFile(config, written.problems()), tokens);
    }
}
