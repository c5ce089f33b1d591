package dev.signalbox.wiring;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/// What went wrong with a file, for people. The program's names for it are of no use to them.
final class IoWords {

    private IoWords() {}

    /// Without a full stop.
    static String of(IOException failure) {
        return switch (failure) {
            case NoSuchFileException gone -> gone.getFile() + " does not exist";
            case AccessDeniedException denied -> denied.getFile() + " may not be used by this account";
            case FileAlreadyExistsException there -> there.getFile() + " is a file, not a folder";
            case CharacterCodingException notText -> "it is not UTF-8 text";
            case FileSystemException refused ->
                    refused.getFile() + ": " + Objects.requireNonNullElse(refused.getReason(), "the system refuses it");
            default -> Objects.requireNonNullElse(failure.getMessage(), "the system refuses it");
        };
    }
}
