package dev.signalbox.archive;

/// One file or folder of an archive, as its directory has it; the archive has checked that the rest agrees.
///
/// @param name path in the archive, parts separated by `/`, without one at the end; safe as a relative path anywhere
/// @param bytes size unpacked
/// @param packed size in the archive
public record ArchiveEntry(
        String name, boolean isFolder, long bytes, long packed, boolean isStored, long crc, long dataAt) {}
