package dev.signalbox.archive;

/// What reading one archive may cost.
///
/// @param entries most entries, folders included; also the most folders that their names make
/// @param fileBytes largest file in it, unpacked
/// @param totalBytes all files together, unpacked
/// @param ratio how many times its packed size a file may have, once it is larger than `ratioFrom`
/// @param ratioFrom bytes that may be reached at any ratio
public record ArchiveLimits(int entries, long fileBytes, long totalBytes, long ratio, long ratioFrom) {

    /// What one artifact may ever take.
    public static final ArchiveLimits STANDARD = new ArchiveLimits(10_000, 2L << 30, 4L << 30, 200, 10L << 20);

    /// The same, but no more than a tenth of the disk that is free.
    public ArchiveLimits within(long freeBytes) {
        return upTo(freeBytes / 10);
    }

    /// The same, but no more than so many bytes in all.
    public ArchiveLimits upTo(long bytes) {
        return new ArchiveLimits(entries, fileBytes, Math.min(totalBytes, bytes), ratio, ratioFrom);
    }
}
