package dev.signalbox.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A start of the console with an account that does not answer: it draws its screens, says so on them, and ends.
///
/// @param folder for everything that the run reads and writes
record Trial(Path folder) {

    private static final String TOKEN = "SIGNALBOX_TRIAL_TOKEN";

    /// Nothing listens on the first port of any machine.
    private static final String CONFIGURATION = """
            version: 1
            github:
              - name: GitHub
                url: http://127.0.0.1:1
                token-env: %s
                owners: [acme]
            """.formatted(TOKEN);

    /// Writes what the run reads.
    void prepare() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(configuration(), CONFIGURATION);
    }

    List<String> arguments() {
        return List.of(
                "--config", configuration().toString(), "--data", folder.resolve("data").toString(), "--snapshot",
                folder.resolve("pictures").toString());
    }

    /// What the run finds beside the environment of the build.
    Map<String, String> environment() {
        return Map.of(TOKEN, "trial");
    }

    /// @throws IOException when the board was not drawn
    void refuseIfNotDrawn() throws IOException {
        Path board = folder.resolve("pictures").resolve("board-dark.png");
        if (!Files.isRegularFile(board)) {
            throw new IOException("The image started and ended, but drew no board: " + board + " is missing");
        }
    }

    private Path configuration() {
        return folder.resolve("signalbox.yaml");
    }
}
