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

class NativeJarTest {

    private static final String[] ENTRIES = {
        "org/sqlite/JDBC.class", "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so",
        "org/sqlite/native/Linux/x86/libsqlitejdbc.so", "org/sqlite/native/Linux-Musl/x86_64/libsqlitejdbc.so",
        "org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib", "com/sun/jna/aix-ppc/libjnidispatch.a"
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
        sqlite(Platform.LINUX).trim(jar);

        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly(ENTRIES[0], ENTRIES[1]);
            assertThat(zip.getInputStream(zip.getEntry(ENTRIES[1])).readAllBytes()).asString().isEqualTo(ENTRIES[1]);
        }
        assertThat(Tree.list(folder, "")).containsExactly(jar);
    }

    @Test
    void canBeDoneAgain() throws IOException {
        sqlite(Platform.LINUX).trim(jar);
        sqlite(Platform.LINUX).trim(jar);

        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.size()).isEqualTo(2);
        }
    }

    @Test
    void refusesAJarWithoutALibraryForThisSystemAndLeavesItAsItIs() throws IOException {
        assertThatThrownBy(() -> sqlite(Platform.WINDOWS).trim(jar))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Windows/x86_64");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.size()).isEqualTo(ENTRIES.length);
        }
    }

    private static NativeJar sqlite(Platform platform) {
        return NativeJar.all(platform, "amd64").getFirst();
    }

    @ParameterizedTest
    @CsvSource({"LINUX, amd64, Linux/x86_64/, linux-x86-64/", "LINUX, aarch64, Linux/aarch64/, linux-aarch64/",
        "MAC, aarch64, Mac/aarch64/, darwin-aarch64/", "MAC, x86_64, Mac/x86_64/, darwin-x86-64/",
        "WINDOWS, amd64, Windows/x86_64/, win32-x86-64/"})
    void knowsTheFoldersOfEachSystem(Platform platform, String architecture, String ofSqlite, String ofJna) {
        assertThat(NativeJar.all(platform, architecture)).extracting(NativeJar::kept)
                .containsExactly("org/sqlite/native/" + ofSqlite, "com/sun/jna/" + ofJna);
    }

    @Test
    void knowsAJarByItsNameAndNoOtherOne() {
        NativeJar jna = NativeJar.all(Platform.LINUX, "amd64").getLast();

        assertThat(jna.is(Path.of("jars/jna-5.13.0.jar"))).isTrue();
        assertThat(jna.is(Path.of("jars/jna-platform-5.13.0.jar"))).isFalse();
    }
}
