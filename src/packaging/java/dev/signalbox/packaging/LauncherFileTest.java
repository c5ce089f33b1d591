package dev.signalbox.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The flags on their way from our file into jpackage's launcher, and back out of it for the training.
class LauncherFileTest {

    @TempDir
    Path folder;

    @Test
    void flagsAndTheirValuesBecomeOneArgumentEach() throws IOException {
        Path file = Files.writeString(folder.resolve("jvm.options"), """
                # Why.
                --add-modules javafx.controls

                --add-exports=a/b=ALL-UNNAMED
                -Xmx512m
                """);

        assertThat(JvmOptions.read(file).flags())
                .containsExactly("--add-modules=javafx.controls", "--add-exports=a/b=ALL-UNNAMED", "-Xmx512m");
    }

    @Test
    void noFlagOfOursHasASpaceThatTheLauncherWouldSplit() throws IOException {
        assertThat(JvmOptions.read(Path.of("packaging/common/jvm.options")).flags())
                .isNotEmpty()
                .allMatch(flag -> flag.startsWith("-") && !flag.contains(" "));
    }

    @Test
    void whatOnlyLinuxKnowsIsAddedThereAlone() {
        JvmOptions options = new JvmOptions(List.of("-Xmx512m"));

        assertThat(options.on(Platform.LINUX).flags()).hasSize(2).startsWith("-Xmx512m")
                .last().asString().startsWith("-XX:TrimNativeHeapInterval=");
        assertThat(options.on(Platform.MAC)).isEqualTo(options);
        assertThat(options.on(Platform.WINDOWS)).isEqualTo(options);
    }

    @Test
    void readsClassPathAndFlagsInTheirOrder() throws IOException {
        Files.writeString(folder.resolve("signalbox.cfg"), """
                [Application]
                app.classpath=$APPDIR/signalbox.jar
                app.classpath=$APPDIR/a.jar
                app.mainclass=dev.signalbox.Main

                [JavaOptions]
                java-options=-Djpackage.app-version=0.1.0
                java-options=-XX:AOTCache=$APPDIR/signalbox.aot
                """);

        LauncherFile read = LauncherFile.read(folder);

        assertThat(read.classPath()).containsExactly(folder + "/signalbox.jar", folder + "/a.jar");
        assertThat(read.options())
                .containsExactly("-Djpackage.app-version=0.1.0", "-XX:AOTCache=" + folder + "/signalbox.aot");
    }

    @Test
    void refusesAnImageWithoutALauncherFile() {
        assertThatThrownBy(() -> LauncherFile.read(folder)).isInstanceOf(IOException.class);
    }
}
