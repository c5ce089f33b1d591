package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteJarTest {

    private static final String[] ENTRIES = {
        "org/sqlite/JDBC.class", "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so",
        "org/sqlite/native/Linux/x86/libsqlitejdbc.so", "org/sqlite/native/Linux-Musl/x86_64/libsqlitejdbc.so",
        "org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib"
    };

    @TempDir
    Path folder;

    private Path jar = Path.of("sqlite.jar");

    @BeforeEach
    void makeJar() throws IOException {
        jar = folder.resolve("sqlite.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : ENTRIES) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void keepsTheClassesAndTheLibraryOfThisSystemOnly() throws IOException {
        SqliteJar.of(Platform.LINUX, "amd64").trim(jar);

        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly(ENTRIES[0], ENTRIES[1]);
            assertThat(zip.getInputStream(zip.getEntry(ENTRIES[1])).readAllBytes()).asString().isEqualTo(ENTRIES[1]);
        }
        assertThat(Tree.list(folder, "")).containsExactly(jar);
    }

    @Test
    void canBeDoneAgain() throws IOException {
        SqliteJar.of(Platform.LINUX, "amd64").trim(jar);
        SqliteJar.of(Platform.LINUX, "amd64").trim(jar);

        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.size()).isEqualTo(2);
        }
    }

    @Test
    void refusesAJarWithoutALibraryForThisSystemAndLeavesItAsItIs() throws IOException {
        assertThatThrownBy(() -> SqliteJar.of(Platform.WINDOWS, "amd64").trim(jar))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Windows/x86_64");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.size()).isEqualTo(ENTRIES.length);
        }
    }

    @ParameterizedTest
    @CsvSource({"LINUX, amd64, Linux/x86_64/", "MAC, aarch64, Mac/aarch64/", "MAC, x86_64, Mac/x86_64/",
        "WINDOWS, amd64, Windows/x86_64/"})
    void knowsTheFolderOfEachSystem(Platform platform, String architecture, String kept) {
        assertThat(SqliteJar.of(platform, architecture).kept()).isEqualTo("org/sqlite/native/" + kept);
    }
}
