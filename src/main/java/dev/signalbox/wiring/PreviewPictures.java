package dev.signalbox.wiring;

import dev.signalbox.domain.board.BoardPreview;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.history.PreviewFile;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.board.BoardGlance;
import dev.signalbox.ui.shell.Snapshots;
import dev.signalbox.ui.theme.Appearance;
import dev.signalbox.ui.theme.Look;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Scene;

/// Pictures of the first moment of a start, drawn as a start draws it: from the file that is kept for it.
///
/// @param scratch a folder for that file
/// @param pictures where the pictures go
record PreviewPictures(FxWork work, Path scratch, Path pictures, InstantSource clock, PrintStream out) {

    private static final String STAMP = "pictures";

    /// How long ago the console was closed, in the pictures.
    private static final Duration AGO = Duration.ofHours(3);

    /// @param redaction takes the secrets that the console holds out of what is kept
    void draw(ConsoleState state, Redaction redaction) throws IOException {
        Files.createDirectories(scratch);
        Instant now = clock.instant();
        PreviewFile file = new PreviewFile(scratch);
        file.write(BoardGlance.preview(state, Set.of(), now), STAMP, redaction);
        BoardPreview kept = file.read(STAMP).orElseThrow(() -> new IOException("The preview cannot be read again"));
        InstantSource later = InstantSource.fixed(now.plus(AGO));
        for (Appearance.Colours colours : List.of(Appearance.Colours.DARK, Appearance.Colours.LIGHT)) {
            Path picture = pictures.resolve("preview-" + colours.name().toLowerCase(Locale.ROOT) + ".png");
            work.call(() -> {
                Scene scene = FirstFrame.scene(kept, Look.plain(Appearance.USUAL.with(colours)), later);
                Snapshots.write(scene, picture);
                return true;
            });
            out.println(picture);
        }
    }
}
