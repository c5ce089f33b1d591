package dev.signalbox.wiring;

import dev.signalbox.ui.editor.BoardTexts;
import dev.signalbox.wiring.config.SavedConfig;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// This machine's own board file in the editor. It is replaced as a whole, and the versions before stay beside it.
///
/// @param board watches the file that there is by then, and shows what was saved
record OwnBoardTexts(Supplier<@Nullable BoardWatch> board) implements BoardTexts {

    private static final long LARGEST = 3_000_000;

    @Override
    public String name() {
        return "this machine's board file";
    }

    @Override
    public boolean isThere() {
        return path() != null;
    }

    @Override
    public Opened open() {
        Path file = path();
        if (file == null) {
            return new Opened("", "", "", "No board file is configured.", new Way.Look());
        }
        try {
            String text = TeamBoardTexts.plain(read(file));
            return new Opened(file.toString(), text, text, "", new Way.Save());
        } catch (IOException unreadable) {
            return new Opened(
                    file.toString(), "", "", "It could not be read: " + words(unreadable) + ".", new Way.Look());
        }
    }

    @Override
    public Checked check(String text) {
        BoardWatch watch = board.get();
        return new Checked(
                watch == null ? List.of() : watch.understood(text).problems().stream().map(Problem::of).toList(),
                List.of());
    }

    @Override
    public String save(String before, String text) {
        Path file = path();
        if (file == null) {
            return "No board file is configured.";
        }
        try {
            if (!TeamBoardTexts.plain(read(file)).equals(before)) {
                return "The file was changed by somebody else meanwhile, so nothing was written. Compare with the newest.";
            }
            // A link stays one: what it leads to is replaced.
            new SavedConfig(file.toRealPath()).replace(text);
            return "";
        } catch (IOException unwritable) {
            return "It could not be saved: " + words(unwritable) + ".";
        }
    }

    private @Nullable Path path() {
        BoardWatch watch = board.get();
        return watch == null ? null : watch.file();
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("it is larger than 3 MB");
        }
        return Files.readString(file);
    }

    private static String words(IOException failure) {
        return failure instanceof CharacterCodingException ? "it is not UTF-8 text" : IoWords.of(failure);
    }
}
