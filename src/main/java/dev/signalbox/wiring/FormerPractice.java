package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an earlier practice left. Each one begins with a new team, whose runs and jobs are numbered as those before: their
/// logs, past and actions would pass for today's.
///
/// @param folders of practice; nothing in them is open yet
record FormerPractice(Folders folders) {

    private static final Pattern WORK = Pattern.compile("(?:history\\.db|kept-logs\\.db|last-state)(?:[-.].*)?");

    /// Removes it. How the window was left and what was chosen in the settings stays, and so does everything where
    /// another console has the folders.
    ///
    /// @return what could not be removed, as sentences
    List<String> forget() {
        List<String> left = new ArrayList<>();
        if (folders.isOurs()) {
            Stream.concat(work().stream(), Stream.of(folders.cache().resolve("logs")))
                    .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(path -> remove(path, left));
        }
        return List.copyOf(left);
    }

    private List<Path> work() {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                folders.data(), entry -> WORK.matcher(String.valueOf(entry.getFileName())).matches())) {
            entries.forEach(all::add);
        } catch (IOException missing) {
            return List.of();
        }
        return all;
    }

    private static void remove(Path path, List<String> left) {
        try {
            Removal.of(path);
        } catch (IOException refused) {
            left.add("Of an earlier practice " + path + " is still there: " + IoWords.of(refused) + ".");
        }
    }
}
