package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.signalbox.desktop.FolderLock;
import dev.signalbox.desktop.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Folders that one console has for itself.
class HeldFoldersTest {

    @TempDir
    private Path folder;

    @Test
    void foldersAreMadeForTheirOwnerAloneAndTakenOnce() throws IOException {
        Folders folders = Folders.below(folder.resolve("new"));
        try (HeldFolders held = HeldFolders.take(folders, "ana@desk").orElseThrow()) {
            assertThat(held.folders()).isEqualTo(folders);
            assertThat(folders.cache()).isDirectory();
            assertThat(FolderLock.holder(folders.data())).isEqualTo("ana@desk");
            assertThat(HeldFolders.take(folders, "ben@desk")).isEmpty();
            assertThat(FolderLock.holder(folders.data())).as("who came second has not signed").isEqualTo("ana@desk");
        }
    }

    @Test
    void theNextOneTakesWhatWasLetGo() throws IOException {
        Folders folders = Folders.below(folder);
        HeldFolders first = HeldFolders.take(folders).orElseThrow();
        first.close();
        first.close();

        try (HeldFolders second = HeldFolders.take(folders, "ben@desk").orElseThrow()) {
            assertThat(second.lock()).isNotNull();
            assertThat(FolderLock.holder(folder)).isEqualTo("ben@desk");
        }
    }

    @Test
    void practiceIsTakenBesideTheRealFolders() throws IOException {
        Folders real = Folders.below(folder);
        try (HeldFolders held = HeldFolders.take(real).orElseThrow();
                HeldFolders practice = HeldFolders.take(real.forPractice()).orElseThrow()) {
            assertThat(held).isNotEqualTo(practice);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsAProblemAndNotSomebodyElses() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatIOException().isThrownBy(() -> HeldFolders.take(Folders.below(file.resolve("data"))));
        assertThat(file).hasContent("in the way");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLockThatPointsElsewhereIsNotFollowed() throws IOException {
        Path theirs = Files.writeString(folder.resolve("theirs"), "precious");
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.createSymbolicLink(FolderLock.file(data), theirs);

        assertThatIOException().isThrownBy(() -> HeldFolders.take(Folders.below(data), "ana@desk"));
        assertThat(theirs).hasContent("precious");
    }

    @Test
    void foldersThatNobodyHoldsAreLetGoWithoutHarm() throws IOException {
        HeldFolders passing = new HeldFolders(Folders.below(folder), null);
        passing.close();

        assertThat(folder).isEmptyDirectory();
        assertThat(HeldFolders.taken(passing.folders())).contains(folder.toString()).contains("--data");
    }
}
