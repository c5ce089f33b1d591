package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import dev.signalbox.provider.git.GitServer;
import dev.signalbox.provider.git.TeamRepository;
import dev.signalbox.testing.Fx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Secrets of every shape lie in the vault, in addresses of the configuration, in logs of jobs and of pods, in kept logs
/// and in the token of the team file. The vault is opened, every page of the settings, logs are read and copied, a report
/// is saved, and the console starts once more without a network. No piece of any secret is found, but for one place: what
/// is no token of the console's stays in the cached log of a job as its provider sent it.
class CanaryPlacesTest {

    @TempDir
    private Path folder = Path.of("");

    private final StringBuffer seen = new StringBuffer();
    private final Ears ears = new Ears();
    private final List<String> found = new ArrayList<>();
    private final Canaries planted = Canaries.planted();

    @AfterEach
    void listenNoMore() {
        ears.close();
    }

    @Test
    void noPieceOfASecretIsFoundWhereverItWasPut() throws Exception {
        Fx.start();
        Folders folders = Folders.below(folder.resolve("console"));
        folders.make();
        Folders teams = Folders.below(folder.resolve("team"));
        teams.make();
        CanaryPlaces places = new CanaryPlaces(folder, folders);
        found.addAll(planted.below(places.keepALog(), Set.of()));
        Path earlier = places.leaveALog();
        assertThat(planted.below(earlier, Set.of())).as("a token that nobody knows yet").isNotEmpty();
        Configured set;
        try (TeamRepository repository = new TeamRepository(folder.resolve("server.git"));
                GitServer server = new GitServer(repository);
                Practice practice = Practice.start(Machine.here(), teams)) {
            Planting.into(practice.addresses());
            places.fillTheVault(practice);
            String unused = repository.with("board.yaml", "version: 1\nservices:\n  - {name: lab, group: Lab}\n")
                    .commit("Ann", "Describe the lab");
            server.want(Canaries.CLASSIC);
            set = places.configured(practice, server);
            try (LiveConsole console = LiveConsole.with(set, set.machine(), folders)) {
                read(console, folders);
                console.state("what was cached before lost the token", s -> lines(earlier).filter(
                        text -> text.contains(CanaryPlaces.WORD) && !text.contains(Canaries.CLASSIC)));
                lastBoard(console, folders).keep();
            }
        }
        assertThat(folders.data().resolve("last-state.bin")).as("the offline start has something").isNotEmptyFile();
        try (LiveConsole console = LiveConsole.with(set, set.machine(), folders)) {
            lastBoard(console, folders).recall(set.remembered(), set::reads);
            new CanaryReader(console, seen).readOffline();
            seen.append(console.engine.store().current());
        }
        Path cache = folders.cache().resolve("logs");
        assertThat(planted.below(cache, Set.of())).as("others' secrets in a job's log").isNotEmpty();
        found.addAll(planted.below(folders.data(), Set.of(cache)));
        found.addAll(planted.below(earlier, Set.of()));
        found.addAll(planted.in("screens", seen.toString()));
        found.addAll(planted.in("log", ears.heard()));
        assertThat(found).isEmpty();
        assertThat(List.of("org.apache.hc", "org.eclipse.jgit")).as("who was listened to").allMatch(ears::heardOf);
        assertThat(new Belongings(set.machine(), folders).strangers()).as("everything here is known as ours").isEmpty();
    }

    /// Everything that reads: the vault, settings, a report, the logs of a job and of pods.
    private void read(LiveConsole console, Folders folders) throws IOException {
        CanaryReader reader = new CanaryReader(console, seen);
        reader.openTheVault();
        console.awaitShown("cell-checkout-production");
        console.state("the team’s file is read", s -> Optional.ofNullable(s.team().inForce()));
        reader.look();
        assertThat(seen).as("the configuration's problems are told").contains("\"proxy\" must not hold");
        reader.readSettings();
        saveTheReport(console, folders);
        reader.readJobLog(folders);
        assertThat(reader.readPodLog(folders))
                .as("a token of the console").doesNotContain(Canaries.CLASSIC)
                .as("somebody else's").contains(Canaries.shapes().get(5));
        seen.append(console.engine.store().current());
    }

    private void saveTheReport(LiveConsole console, Folders folders) throws IOException {
        Diagnostics report = new Diagnostics(
                Machine.here(), folders, console.engine.store()::current, console.engine.log, console.engine.known);
        Path saved = folder.resolve("report.zip");
        report.save(report.gather(), saved);
        assertThat(saved).isNotEmptyFile();
        found.addAll(planted.below(saved, Set.of()));
    }

    private static Optional<String> lines(Path log) {
        try {
            return Optional.of(Files.readString(log));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static LastBoard lastBoard(LiveConsole console, Folders folders) {
        return new LastBoard(folders, console.engine.known, console.engine.store());
    }
}
