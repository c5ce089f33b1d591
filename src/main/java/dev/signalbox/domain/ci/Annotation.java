package dev.signalbox.domain.ci;

/// What a job had to say about a place in the code, or about itself.
///
/// @param path file within the repository; tools that mean no file name a folder
/// @param line first line that is meant, from 1; 0 when none is
/// @param lastLine the last one; the same as `line` when only one is meant
/// @param title short words above the message; may be empty
/// @param message may have several lines
public record Annotation(String path, int line, int lastLine, Level level, String title, String message) {

    /// How grave it is. Levels that we do not know become `UNKNOWN`.
    public enum Level {
        FAILURE,
        WARNING,
        NOTICE,
        UNKNOWN
    }
}
