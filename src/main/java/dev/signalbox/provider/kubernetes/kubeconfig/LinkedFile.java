package dev.signalbox.provider.kubernetes.kubeconfig;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Small text files: kubeconfigs and what they refer to. Pipes and devices are refused, they could hang or never end.
final class LinkedFile {

    static final int LARGEST_CONFIG = 3_000_000;
    static final int LARGEST_LINKED = 1_000_000;

    private LinkedFile() {}

    static String read(Path file, int largest) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new IOException("larger than " + largest / 1_000_000 + " MB");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
        }
    }

    /// What is wrong, without repeating the path.
    static String words(IOException e) {
        return switch (e) {
            case NoSuchFileException ignored -> "there is no such file";
            case AccessDeniedException ignored -> "it may not be read";
            case CharacterCodingException ignored -> "it is not UTF-8 text";
            default -> {
                String message = e.getMessage();
                yield message == null ? "it cannot be read" : "it is " + message;
            }
        };
    }
}
