package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person changes the board's file in the window, by keyboard.
class EditorStoryTest {

    @TempDir
    Path folder;

    @Test
    void aLineIsAddedAndTheBoardFollows() throws IOException {
        try (LiveConsole console = LiveConsole.open(folder)) {
            console.press(KeyCode.CONTROL, KeyCode.K);
            console.awaitFocus("palette-field");
            console.type("edit this machine");
            console.awaitWords("palette-list", words -> words.contains("Edit this machine's board file"));
            console.press(KeyCode.ENTER);
            console.awaitFocus("editor-text");
            console.awaitWords("editor", words -> words.contains("name: web-frontend") && words.contains("unchanged"));

            console.press(KeyCode.CONTROL, KeyCode.END);
            console.type("wrong");
            console.awaitShown("editor-problem-0");
            assertThat(console.isEnabled("editor-press")).isFalse();
            for (int i = 0; i < "wrong".length(); i++) {
                console.press(KeyCode.BACK_SPACE);
            }
            console.type("read-only: [a-cluster-of-nobody]");
            console.awaitWords("editor-changes", words -> words.contains("+ read-only: [a-cluster-of-nobody]"));
            console.click("editor-press");
            console.awaitWords("editor-notice", words -> words.contains("Saved."));
            console.state("the board follows its file", state -> state.described().protection()
                    .isReadOnly("a-cluster-of-nobody") ? Optional.of(true) : Optional.empty());
            console.press(KeyCode.ESCAPE);
            console.awaitGone("editor");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(Path::getFileName).map(Path::toString).toList()).contains("board.yaml.1");
        }
    }
}
