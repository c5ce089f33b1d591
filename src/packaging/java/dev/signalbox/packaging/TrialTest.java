package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The start by which an image is tried.
class TrialTest {

    @TempDir
    Path folder;

    @Test
    void readsAConfigurationThatItWroteItself() throws IOException {
        Trial trial = new Trial(folder.resolve("trial"));
        trial.prepare();

        List<String> arguments = trial.arguments();

        Path configuration = Path.of(arguments.get(arguments.indexOf("--config") + 1));
        assertThat(configuration).content().startsWith("version: 1\n").contains("127.0.0.1:1\n");
        assertThat(trial.environment()).hasSize(1).allSatisfy(
                (name, token) -> assertThat(configuration).content().contains("token-env: " + name + "\n"));
    }

    @Test
    void keepsEverythingInItsFolder() {
        List<String> arguments = new Trial(folder).arguments();

        assertThat(arguments).filteredOn(argument -> !argument.startsWith("--"))
                .hasSize(3)
                .allMatch(argument -> Path.of(argument).startsWith(folder));
    }

    @Test
    void anImageThatDrawsNoBoardHasNotStarted() throws IOException {
        Trial trial = new Trial(folder);
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Files.createFile(pictures.resolve("settings-dark.png"));

        assertThatThrownBy(trial::refuseIfNotDrawn).isInstanceOf(IOException.class).hasMessageContaining("no board");

        Files.createFile(pictures.resolve("board-dark.png"));
        assertThatCode(trial::refuseIfNotDrawn).doesNotThrowAnyException();
    }

    @Test
    void onlyKnownKindsOfTrainingAreTaken() {
        assertThat(Training.of("story", Platform.LINUX)).isEqualTo(Training.STORY);
        assertThatThrownBy(() -> Training.of("none", Platform.LINUX)).isInstanceOf(IllegalArgumentException.class);
    }
}
