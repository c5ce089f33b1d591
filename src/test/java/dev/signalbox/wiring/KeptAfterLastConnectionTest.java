package dev.signalbox.wiring;

import static dev.signalbox.wiring.SetUpConsole.FRESH;
import static dev.signalbox.wiring.SetUpConsole.GITHUB;
import static dev.signalbox.wiring.SetUpConsole.NONE;
import static dev.signalbox.wiring.SetUpConsole.account;
import static dev.signalbox.wiring.SetUpConsole.cluster;
import static dev.signalbox.wiring.SetUpConsole.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.board.TargetSpec;
import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.ClusterContext;
import dev.signalbox.wiring.config.SavedConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The steps of the welcome where nothing is connected any more: what else was set up is kept.
class KeptAfterLastConnectionTest {

    private static final String REST = "# Ours.\nmemory: {runs: 30 days}\ncolour: blue\n";

    @AutoClose
    private final SetUpConsole console;

    KeptAfterLastConnectionTest(@TempDir Path folder) throws Exception {
        console = new SetUpConsole(folder.resolve("own"));
    }

    @Test
    void theConfigurationIsAddedToAndSaysTheSameElse() throws Exception {
        Files.writeString(console.configuration(), Files.readString(console.configuration()) + REST);
        disconnect();

        KeptSetup setup = console.setup(there());
        assertThat(setup.places().replaced()).as("all of it is added to").isEmpty();
        setup.keep(new Chosen(List.of(account(GITHUB, "ghp_new")), List.of(cluster(FRESH, "us"))),
                proposal(FRESH, "live-us"), NONE);

        assertThat(console.config().accounts()).extracting(CiAccount::id).containsExactly(GITHUB);
        assertThat(console.config().clusters()).extracting(ClusterContext::id).containsExactly(FRESH);
        assertThat(console.config().memory().runs()).isEqualTo(Duration.ofDays(30));
        assertThat(Files.readString(console.configuration())).contains(REST);
        assertThat(console.board().services()).singleElement().satisfies(service -> assertThat(service.targets())
                .extracting(TargetSpec::environment).containsExactly("production", "live-us"));
    }

    @Test
    void aBoardOfSomebodyStaysTheirs() throws Exception {
        disconnect();
        Path theirs = Files.writeString(console.folders.settings().resolve("theirs.yaml"), "version: 1\n");
        Files.writeString(console.configuration(), "version: 1\nboard: theirs.yaml\n");

        console.setup(there()).keep(
                new Chosen(List.of(), List.of(cluster(FRESH, "us"))), proposal(FRESH, "live-us"), NONE);

        assertThat(console.config().board()).isEqualTo(theirs);
        assertThat(theirs).hasContent("version: 1\n");
        assertThat(console.config().clusters()).hasSize(1);
    }

    @Test
    void aBoardIsWrittenWhereNoneIsNamed() throws Exception {
        Files.writeString(console.configuration(), "version: 1\nmemory: {runs: 30 days}\n");

        KeptSetup setup = console.setup(there());
        assertThat(setup.places().replaced()).containsExactly(console.boardFile());
        setup.keep(new Chosen(List.of(), List.of(cluster(FRESH, "us"))), proposal(FRESH, "live-us"), NONE);

        assertThat(console.config().board()).isEqualTo(console.boardFile());
        assertThat(console.config().memory().runs()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void withoutAnyServiceNoBoardIsNamed() throws Exception {
        Files.writeString(console.configuration(), "version: 1\nmemory: {runs: 30 days}\n");

        console.setup(there()).keep(
                new Chosen(List.of(), List.of(cluster(FRESH, "us"))), new BoardProposal(List.of(), List.of()), NONE);

        assertThat(console.config().board()).isNull();
        assertThat(console.config().clusters()).hasSize(1);
    }

    private void disconnect() throws Exception {
        new SavedConfig(console.configuration()).change(
                console.folders.settings(), config -> config.with(List.of()).withClusters(List.of()));
    }

    private ConsoleConfig there() {
        return new OwnConfig(Machine.here(), console.folders).find() instanceof OwnConfig.Found.Unconnected(var file)
                ? file.config()
                : ConsoleConfig.NOTHING;
    }
}
