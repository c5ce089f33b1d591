package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the two images start, and how their practice runs are called.
class ProgramTest {

    private static final Instant TIME = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aPracticeRunHasTheFlagsOfTheImageInTheirOrderAndNoCache() {
        LauncherFile file = new LauncherFile(
                List.of("a.jar", "b.jar"), List.of("-XX:+UseSerialGC", "-XX:AOTCache=/x.aot", "-Xmx512m"));

        List<String> command = Program.console("a.jar", Training.STORY, Path.of("scratch"))
                .command(Path.of("java"), file, List.of("-XX:DumpLoadedClassList=x"), List.of("--help"));

        assertThat(command).startsWith("java", "-XX:+UseSerialGC", "-Xmx512m")
                .endsWith("-classpath", "a.jar" + File.pathSeparator + "b.jar", "dev.signalbox.Main", "--help")
                .contains("-XX:DumpLoadedClassList=x")
                .doesNotContain("-XX:AOTCache=/x.aot");
    }

    @Test
    void practiceLeavesItsFilesInTheScratchFolder() {
        assertThat(Program.console("a.jar", Training.STORY, Path.of("scratch")).practice())
                .containsExactly(
                        "--practice", "--snapshot", Path.of("scratch", "pictures").toString(), "--data",
                        Path.of("scratch", "data").toString());
    }

    @Test
    void aShortPracticeRunIsAsStartsAreTriedOut() {
        assertThat(Program.console("a.jar", Training.of("screens", Platform.LINUX), Path.of("scratch")).practice())
                .isEqualTo(new Trial(Path.of("scratch")).arguments())
                .doesNotContain("--practice");
    }

    @Test
    void neitherPictureIsDrawnOnADisplayAndTheModeComesBeforeTheProgram() {
        LauncherFile file = new LauncherFile(List.of("b.jar"), List.of("-Xmx512m"));

        List<String> command = Program.emptyWindow("b.jar", Training.SCREENS)
                .command(Path.of("java"), file, List.of("-Xshare:dump", "-XX:SharedArchiveFile=a b"), List.of("once"));

        assertThat(command).containsExactly(
                "java", "-Xmx512m", "-Dglass.platform=Headless", "-Dprism.order=sw", "-Xshare:dump",
                "-XX:SharedArchiveFile=a b", "-classpath", "b.jar", "dev.signalbox.bench.EmptyWindow", "once");
    }

    @Test
    void aStartAsOnEveryDayIsDrawnOnADisplayAndNamesNothing() {
        Program console = Program.console("a.jar", Training.of("start", Platform.LINUX), folder);

        assertThat(console.practice()).isEmpty();
        assertThat(
                console.command(Path.of("java"), new LauncherFile(List.of("a.jar"), List.of()), List.of(), List.of()))
                .containsExactly("java", "-classpath", "a.jar", "dev.signalbox.Main");
    }

    @Test
    void whereThereIsNoVirtualScreenTheStoryTrains() {
        assertThat(Training.of("start", Platform.MAC)).isEqualTo(Training.STORY);
        assertThat(Training.of("start", Platform.WINDOWS)).isEqualTo(Training.STORY);
        assertThat(Training.of("screens", Platform.MAC)).isEqualTo(Training.SCREENS);
    }

    @Test
    void theImageStartsAsItWasBefore() {
        LauncherFile file = new LauncherFile(List.of("a.jar"), List.of("-XX:AOTCache=/x.aot"));
        Program.console("a.jar", Training.STORY, folder).command(Path.of("java"), file, List.of(), List.of());

        assertThat(file.options()).containsExactly("-XX:AOTCache=/x.aot");
        assertThat(folder).as("naming a run makes nothing").isEmptyDirectory();
    }

    @Test
    void mainClassesAreThere() throws ClassNotFoundException {
        for (Program program : List.of(Program.console("a.jar", Training.STORY, folder),
                Program.emptyWindow("b.jar", Training.START))) {
            assertThat(Class.forName(program.main(), false, getClass().getClassLoader()).getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals("main"));
        }
    }

    @Test
    void theEmptyWindowIsAloneInItsJar() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/dev/signalbox/bench"));
        for (String name : List.of("EmptyWindow.class", "EmptyWindow$1.class", "EmptyWindowBench.class",
                "Bench.class")) {
            Files.writeString(classes.resolve(name), name);
        }
        Path jars = Files.createDirectories(folder.resolve("jars"));
        Files.writeString(jars.resolve("left.jar"), "of an earlier build");

        Path jar = EmptyJar.write(folder.resolve("classes"), jars, TIME);

        assertThat(Tree.list(jars, "")).containsExactly(jar);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly(
                    "dev/signalbox/bench/EmptyWindow$1.class", "dev/signalbox/bench/EmptyWindow.class");
        }
    }

    @Test
    void anEmptyWindowThatWasNotCompiledIsTold() throws IOException {
        Files.createDirectories(folder.resolve("classes/dev/signalbox/bench"));

        assertThatThrownBy(() -> EmptyJar.write(folder.resolve("classes"), folder.resolve("jars"), TIME))
                .isInstanceOf(IOException.class).hasMessageContaining("not compiled");
    }
}
