package dev.signalbox.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.wiring.config.ConsoleConfig.ClusterContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedConfigTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("console.yaml");
    }

    private static ConsoleConfig naming(String cluster) {
        return new ConsoleConfig(
                List.of(),
                List.of(new ClusterContext(new ConnectionId(cluster), List.of(), cluster, List.of("shop"), List.of())),
                null);
    }

    private ConsoleConfig read(Path file) throws IOException {
        return ConsoleConfigFile.read(Files.readString(file), file, folder).config();
    }

    @Test
    void isReadBackAsItWasWritten() throws IOException {
        new SavedConfig(file()).write(naming("prod"));

        assertThat(read(file())).isEqualTo(naming("prod"));
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file());
        }
    }

    @Test
    void threeVersionsBeforeStayBesideIt() throws IOException {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            new SavedConfig(file()).write(naming(name));
        }

        assertThat(read(file())).isEqualTo(naming("e"));
        assertThat(read(folder.resolve("console.yaml.1"))).isEqualTo(naming("d"));
        assertThat(read(folder.resolve("console.yaml.2"))).isEqualTo(naming("c"));
        assertThat(read(folder.resolve("console.yaml.3"))).isEqualTo(naming("b"));
        assertThat(folder.resolve("console.yaml.4")).doesNotExist();
    }

    @Test
    void whatCannotBeWrittenChangesNothing() throws IOException {
        new SavedConfig(file()).write(naming("prod"));

        assertThatIllegalArgumentException().isThrownBy(() -> new SavedConfig(file()).write(
                new ConsoleConfig(List.of(), List.of(), null)));

        assertThat(read(file())).isEqualTo(naming("prod"));
        assertThat(folder.resolve("console.yaml.1")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "board: board.yaml", "memory: {runs: 30 days} # enough", "reports: {most-megabytes: 9}",
        "team-file: {repository: https://git.example.com/acme/team.git}"
    })
    void onlyTheConnectionsGoWhereTheFileSaysMore(String more) throws IOException {
        String rest = "version: 1\n# Ours.\n" + more + "\n";
        Files.writeString(file(), rest + "clusters:\n  - name: prod\n    namespaces: [shop]\n");

        new SavedConfig(file()).change(folder, config -> config.withClusters(List.of()));

        assertThat(file()).hasContent(rest);
    }

    @Test
    void aFileThatNamesConnectionsAloneGoesWithTheLastOne() throws IOException {
        Files.writeString(file(), "version: 1\n# Ours.\nclusters:\n  - name: prod\n    namespaces: [shop]\n");

        new SavedConfig(file()).change(folder, config -> config.withClusters(List.of()));

        assertThat(file()).doesNotExist();
    }

    @Test
    void aLinkStaysOneAndWhatItLeadsToIsReplaced() throws IOException {
        Path dotfiles = Files.createDirectory(folder.resolve("dotfiles"));
        Path theirs = Files.writeString(
                dotfiles.resolve("signalbox.yaml"),
                "version: 1\nboard: board.yaml\nclusters:\n  - name: prod\n    namespaces: [shop]\n");
        Path own = Files.createDirectory(folder.resolve("settings"));
        Path link = Files.createSymbolicLink(own.resolve("console.yaml"), Path.of("../dotfiles/signalbox.yaml"));

        new SavedConfig(link).change(folder, config -> {
            assertThat(config.board()).isEqualTo(own.resolve("board.yaml"));
            return config.withClusters(naming("test").clusters());
        });

        assertThat(link).isSymbolicLink();
        assertThat(read(theirs).clusters()).isEqualTo(naming("test").clusters());
        assertThat(theirs).content().contains("board: board.yaml\n");
        assertThat(dotfiles).as("the versions before are the console's").isDirectoryNotContaining(
                file -> !file.equals(theirs));
        assertThat(own.resolve("console.yaml.1")).isRegularFile();
    }

    @Test
    void whatIsRemovedStaysBesideIt() throws IOException {
        SavedConfig saved = new SavedConfig(file());
        saved.remove();
        saved.write(naming("prod"));
        saved.remove();

        assertThat(file()).doesNotExist();
        assertThat(read(folder.resolve("console.yaml.1"))).isEqualTo(naming("prod"));
    }
}
