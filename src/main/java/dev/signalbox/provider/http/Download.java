package dev.signalbox.provider.http;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.LongConsumer;

/// A file that was fetched whole.
///
/// @param file where it lies now
/// @param bytes its size on the disk
/// @param readAt when the last byte came
public record Download(Path file, long bytes, Instant readAt) {

    /// Where a download goes, and how far it may.
    ///
    /// @param file replaced as a whole when everything came
    /// @param most bytes it may have; never more than the account's own ceiling
    /// @param progress told how many bytes came so far, on a thread of the door's
    /// @param text whether it is text, in which secrets that the console holds are marked while it is written; anything
    ///     else is kept as it comes
    public record Into(Path file, long most, LongConsumer progress, boolean text) {

        /// As it comes.
        public Into(Path file, long most, LongConsumer progress) {
            this(file, most, progress, false);
        }

        /// Up to the account's own ceiling, without telling anybody.
        public static Into file(Path file) {
            return new Into(file, Long.MAX_VALUE, bytes -> {});
        }

        /// The same for text, without the secrets that the console holds.
        public static Into text(Path file) {
            return new Into(file, Long.MAX_VALUE, bytes -> {}, true);
        }

        Into part(Path other) {
            return new Into(other, most, progress, text);
        }
    }
}
