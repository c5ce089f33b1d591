package dev.signalbox.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {

    private static final Path SOURCES = Path.of("src").toAbsolutePath();

    private final SourceTree product = new SourceTree(SOURCES.resolve("main/java"));
    private final SourceTree tests = new SourceTree(SOURCES.resolve("test/java"));

    @TempDir
    private Path folder;

    @Test
    void everyFileIsShort() throws IOException {
        assertThat(product.tooLong()).isEmpty();
        assertThat(tests.tooLong()).isEmpty();
    }

    @Test
    void everyPackageIsMarkedAsFreeOfNulls() throws IOException {
        assertThat(product.unmarkedPackages(product)).isEmpty();
        assertThat(tests.unmarkedPackages(product)).isEmpty();
    }

    @Test
    void nothingIsMarkedAsUnfinished() throws IOException {
        assertThat(product.marks()).isEmpty();
        assertThat(tests.marks()).isEmpty();
    }

    @Test
    void warningsAreSilencedForAReason() throws IOException {
        assertThat(product.silencedWithoutReason()).isEmpty();
        assertThat(tests.silencedWithoutReason()).isEmpty();
    }

    @Test
    void everyImportIsUsed() throws IOException {
        assertThat(product.unusedImports()).isEmpty();
        assertThat(tests.unusedImports()).isEmpty();
    }

    @Test
    void noProgramIsStartedThroughAShell() throws IOException {
        assertThat(product.shells()).isEmpty();
    }

    @Test
    void reportsAFileOfOneLineTooMany() throws IOException {
        write("a/Longest.java", "//\n".repeat(SourceTree.LONGEST_FILE));
        write("a/TooLong.java", "//\n".repeat(SourceTree.LONGEST_FILE + 1));

        assertThat(broken().tooLong()).containsExactly(Path.of("a", "TooLong.java") + " has 301 lines, at most 300");
    }

    @Test
    void reportsPackagesWithoutAMarkOrASentence() throws IOException {
        write("bare/A.java", "package bare;\n");
        write("silent/package-info.java", "@NullMarked\npackage silent;\n");
        write("unmarked/package-info.java", "/// A sentence.\npackage unmarked;\n");
        write("good/package-info.java", "/// A sentence.\n@NullMarked\npackage good;\n");

        assertThat(broken().unmarkedPackages(broken()))
                .extracting(breach -> breach.substring(0, breach.indexOf(' ')))
                .containsExactly("bare", "silent", "unmarked");
    }

    @Test
    void aTestPackageIsMarkedByItsTwinInTheProduct(@TempDir Path twin) throws IOException {
        write("good/A.java", "package good;\n");
        Files.createDirectories(twin.resolve("good"));
        Files.writeString(
                twin.resolve("good/package-info.java"), "/// A sentence.\n@NullMarked\npackage good;\n");

        assertThat(broken().unmarkedPackages(new SourceTree(twin))).isEmpty();
    }

    @Test
    void reportsMarksOfUnfinishedWorkAndAuthors() throws IOException {
        write("a/A.java", "// TO" + "DO later\n/// @auth" + "or somebody\nString todo;\n");

        assertThat(broken().marks()).hasSize(2);
    }

    @Test
    void reportsAWarningSilencedWithoutReason() throws IOException {
        String silenced = "@Suppress" + "Warnings(\"unchecked\")\n";
        write("a/A.java", silenced + "// The array never leaves this class.\n" + silenced);

        assertThat(broken().silencedWithoutReason()).singleElement().asString().contains("A.java:1:");
    }

    @Test
    void reportsAnImportThatNothingUses() throws IOException {
        write("a/A.java", "import java.util.List;\nimport static a.b.C.call;\nListing listing = call();\n");

        assertThat(broken().unusedImports()).containsExactly(Path.of("a", "A.java") + ":1: import java.util.List;");
    }

    @Test
    void reportsAShell() throws IOException {
        write("a/A.java", "new ProcessBuilder(\"" + "sh\", \"-c\", line)\n");

        assertThat(broken().shells()).hasSize(1);
    }

    private SourceTree broken() {
        return new SourceTree(folder);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(text.stripTrailing().split("\n", -1)));
    }
}
