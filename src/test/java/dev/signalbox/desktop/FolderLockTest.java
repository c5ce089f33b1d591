package dev.signalbox.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @Test
    void aSecondConsoleDoesNotGetTheFolderUntilTheFirstIsGone(@TempDir Path folder) throws IOException {
        try (FolderLock first = FolderLock.take(folder).orElseThrow()) {
            assertThat(FolderLock.take(folder)).isEmpty();
        }
        try (FolderLock again = FolderLock.take(folder).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }
}
