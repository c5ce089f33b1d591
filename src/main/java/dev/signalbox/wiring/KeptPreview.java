package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.history.PreviewFile;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.board.BoardGlance;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/// Keeps a preview of the board for the first moment of the next start.
///
/// @param stamp of the configuration that the board stands under
/// @param known the secrets that the console holds: none of them is kept
/// @param closed names of the groups that are shown as tiles
record KeptPreview(
        PreviewFile file, String stamp, KnownSecrets known, Supplier<Set<String>> closed, InstantSource clock)
        implements LastBoard.Also {

    static LastBoard.Also of(Engine engine, Folders folders, String stamp, InstantSource clock) {
        SavedBoard left = new SavedBoard(engine.settings("board.properties"), engine.threads().workers());
        return stamp.isEmpty()
                ? state -> {}
                : new KeptPreview(new PreviewFile(folders.data()), stamp, engine.known, left::closedGroups, clock);
    }

    @Override
    public void keep(ConsoleState state) throws IOException {
        file.write(BoardGlance.preview(state, closed.get(), clock.instant()), stamp, known.get());
    }
}
