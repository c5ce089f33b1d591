package dev.signalbox.wiring;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.board.BoardSpec;
import dev.signalbox.domain.team.StandIn;
import dev.signalbox.state.Change;
import dev.signalbox.state.Store;
import dev.signalbox.wiring.config.BoardFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the board file at the start and whenever it changes. What is at fault is told beside what is right; where
/// nothing is understood, beside the last board.
final class BoardWatch {

    private static final long LARGEST = 3_000_000;

    private final @Nullable Path file;
    private final boolean standsIn;
    private final Optional<ConnectionId> ci;
    private final Map<ConnectionId, List<String>> clusters;
    private final Store store;
    private List<String> configProblems;
    private BoardSpec last = BoardSpec.EMPTY;
    private List<String> problems = List.of();
    private BoardSpec team = BoardSpec.EMPTY;
    private volatile boolean replaced;
    private boolean whole;
    private String seen = "";

    /// @param file absent when nothing is described
    /// @param ci the CI provider that repositories belong to, if there is one
    /// @param clusters those that targets may name, with their namespaces that are watched; none where any may be
    /// @param configProblems told together with the file's own
    BoardWatch(
            @Nullable Path file,
            Optional<ConnectionId> ci,
            Map<ConnectionId, List<String>> clusters,
            List<String> configProblems,
            Store store) {
        this(file, false, ci, clusters, configProblems, store);
    }

    /// @param standsIn whether the file counts only until a team's board is in force
    BoardWatch(
            @Nullable Path file,
            boolean standsIn,
            Optional<ConnectionId> ci,
            Map<ConnectionId, List<String>> clusters,
            List<String> configProblems,
            Store store) {
        this.file = file;
        this.standsIn = standsIn;
        this.ci = ci;
        this.clusters = clusters;
        this.configProblems = List.copyOf(configProblems);
        this.store = store;
    }

    /// The file that is watched; absent when nothing is described, or no more by it.
    @Nullable
    Path file() {
        return replaced ? null : file;
    }

    /// What this file describes, beside the team's or until one of that is in force; absent where nothing does.
    @Nullable
    synchronized StandIn standingIn() {
        return file() == null ? null : new StandIn(whole ? last : null, !standsIn);
    }

    /// Understands a text as the file's.
    BoardFile understood(String text) {
        return BoardFile.read(text, file == null ? "the board" : String.valueOf(file.getFileName()), ci, clusters);
    }

    /// Takes the team's board, on top of which the file's lies, or which takes its place.
    synchronized void lieOn(BoardSpec board) {
        team = board;
        if (standsIn) {
            replaced = true;
            last = BoardSpec.EMPTY;
            problems = List.of();
        }
        if (!seen.isEmpty()) {
            tell(problems);
        }
    }

    /// Tells these before everything else from now on.
    synchronized void tellFirst(List<String> sentences) {
        configProblems = Stream.concat(sentences.stream(), configProblems.stream()).toList();
        if (!seen.isEmpty() && !sentences.isEmpty()) {
            tell(problems);
        }
    }

    /// Looks whether the file is another one than last time.
    synchronized void look() {
        Path path = file();
        if (path == null) {
            if (seen.isEmpty()) {
                seen = "none";
                tell(List.of());
            }
            return;
        }
        try {
            String mark = Files.getLastModifiedTime(path) + "/" + Files.size(path);
            if (mark.equals(seen)) {
                return;
            }
            seen = mark;
            if (Files.size(path) > LARGEST) {
                tell(List.of(path.getFileName() + " is larger than 3 MB"));
                return;
            }
            BoardFile read = BoardFile.read(
                    Files.readString(path), String.valueOf(path.getFileName()), ci, clusters);
            if (isUseful(read)) {
                last = read.spec();
                whole = read.faults().isEmpty();
            }
            tell(read.problems());
        } catch (CharacterCodingException notText) {
            tell(List.of(path.getFileName() + " is not UTF-8 text"));
        } catch (IOException gone) {
            if (!seen.equals("unreadable")) {
                seen = "unreadable";
                tell(List.of("The board file " + path + " cannot be read; the board as last read is shown."));
            }
        }
    }

    /// A board without services still says what is production and what is forbidden. Where there were some, that they are
    /// gone beside a fault is part of the fault: nobody would know any more what stands where.
    private boolean isUseful(BoardFile read) {
        BoardSpec spec = read.spec();
        return read.problems().isEmpty()
                || !spec.services().isEmpty()
                || last.services().isEmpty() && !spec.equals(BoardSpec.EMPTY);
    }

    private void tell(List<String> sentences) {
        problems = sentences;
        List<String> all = new ArrayList<>(configProblems);
        all.addAll(sentences);
        store.offer(new Change.BoardDescribed(last.over(team), all));
    }
}
