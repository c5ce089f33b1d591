package dev.signalbox.ui.logs;

import dev.signalbox.domain.ci.LogFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A log that somebody wants to see.
///
/// @param name for a file that it is saved to, without an ending
/// @param file as it lies on disk, once it does
/// @param start what times are relative to; the time of the first line when nothing is known
/// @param link what leads to this log when it is pasted into the palette; empty when nothing can
/// @param words in place of lines while there is no file
/// @param problem why the latest attempt to fetch it failed; empty when it did not
public record ShownLog(
        String name,
        Kind kind,
        @Nullable LogFile file,
        @Nullable Instant start,
        String link,
        String words,
        String problem) {

    /// How a log comes about.
    public enum Kind {
        /// Whole, once it is there.
        FINISHED,
        /// Of one container; it goes on.
        LIVE,
        /// Of several containers; before each line stands which. It goes on.
        LIVE_MERGED;

        boolean goesOn() {
            return this != FINISHED;
        }
    }

    /// No log, and why.
    public static ShownLog none(String words) {
        return new ShownLog("", Kind.FINISHED, null, null, "", words, "");
    }

    /// Whether the file of the other one is the file of this one too, so that what was read of it can be gone on with.
    boolean isSameFileAs(ShownLog other) {
        return file != null && other.file != null && file.path().equals(other.file.path()) && kind == other.kind;
    }

    /// How it goes on; empty for one that is finished.
    String goingOn() {
        return kind.goesOn() ? " · " + words : "";
    }

    /// What leads back to a line; empty when nothing does.
    ///
    /// @param line counted from 0; −1 for none
    String linkTo(int line) {
        return link.isEmpty() || line < 0 ? "" : link + "#L" + (line + 1);
    }

    /// A name that every operating system takes.
    String fileName() {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return (plain.isEmpty() ? "log" : plain.substring(0, Math.min(100, plain.length()))) + ".log";
    }
}
