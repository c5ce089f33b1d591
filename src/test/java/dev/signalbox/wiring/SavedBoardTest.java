package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedBoardTest {

    private final List<Runnable> background = new ArrayList<>();

    @TempDir
    private Path folder;

    private SavedBoard board() {
        return new SavedBoard(new SettingsFile(folder.resolve("board.properties")), background::add);
    }

    @Test
    void remembersClosedGroupsWhateverTheyAreCalled() {
        board().keep(Set.of("Pay = ments", "Größe\\n", "#1"));
        background.forEach(Runnable::run);

        assertThat(board().closedGroups()).containsExactlyInAnyOrder("Pay = ments", "Größe\\n", "#1");
    }

    @Test
    void nothingIsWrittenOnTheCallersThreadAndOnlyTheNewest() {
        SavedBoard board = board();
        board.keep(Set.of("a"));
        board.keep(Set.of("a", "b"));
        board.keep(Set.of());
        assertThat(Files.exists(folder.resolve("board.properties"))).isFalse();
        assertThat(background).hasSize(1);
        background.forEach(Runnable::run);

        assertThat(board().closedGroups()).isEmpty();
    }

    @Test
    void nothingIsClosedAtFirst() {
        assertThat(board().closedGroups()).isEmpty();
    }

    @Test
    void aFolderThatIsGoneIsNoReasonToFail() {
        SavedBoard lost =
                new SavedBoard(new SettingsFile(folder.resolve("no").resolve("board.properties")), Runnable::run);
        lost.keep(Set.of("a"));

        assertThat(lost.closedGroups()).isEmpty();
    }
}
