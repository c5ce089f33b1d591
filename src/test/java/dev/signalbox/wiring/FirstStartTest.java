package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Main;
import dev.signalbox.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens without arguments, where there is no display. In processes of their own, which get no `DISPLAY`.
@Execution(ExecutionMode.CONCURRENT)
class FirstStartTest {

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void withNothingSetUpItSaysInOneSentenceWhatToDo() throws Exception {
        ChildJvm.End end = start();

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.printed()).contains("There is no display here, and nothing is set up yet: ")
                .contains("welcome window").contains("--config FILE").contains("--practice")
                .doesNotContain("Exception");
        assertThat(end.printed().strip().lines()).hasSize(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void asTheMenuStartsItNothingIsParsed() throws Exception {
        try (ChildJvm child = ChildJvm.start(WithoutPicocli.class, folder.toString())) {
            ChildJvm.End end = child.end();
            assertThat(end.printed()).contains("There is no display here").doesNotContain("NoClassDefFoundError");
            assertThat(end.code()).isEqualTo(1);
        }
        try (ChildJvm child = ChildJvm.start(WithoutPicocli.class, folder.toString(), "--help")) {
            assertThat(child.end().printed()).as("or this test sees nothing").contains("picocli");
        }
    }

    @Test
    void picturesOfNothingAreNotDrawn() throws Exception {
        ChildJvm.End end = start("--snapshot", folder.resolve("pictures").toString());

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.printed()).startsWith("There is nothing to draw, since nothing is set up yet: ");
        assertThat(folder.resolve("pictures")).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsSetUpIsOpenedAndNeedsADisplay() throws Exception {
        setUp("version: 1\ngithub:\n  - token-env: NO_SUCH_VARIABLE\n");

        ChildJvm.End end = start();

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.printed()).isEqualToIgnoringWhitespace(
                "There is no display here; use --snapshot DIR to write pictures instead.");
    }

    @Test
    void picturesAreDrawnOfWhatIsSetUp() throws Exception {
        setUp("version: 1\ngithub:\n  - token-env: NO_SUCH_VARIABLE\n");
        Path pictures = folder.resolve("pictures");

        try (ChildJvm child = ChildJvm.startWithToolkit(
                Main.class, "--data", folder.toString(), "--snapshot", pictures.toString())) {
            ChildJvm.End end = child.end();
            assertThat(end.printed()).doesNotContain("Exception");
            assertThat(end.code()).isZero();
        }
        assertThat(pictures.resolve("board-dark.png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"github: [", "", "version: 1\n"})
    void whatIsSetUpWronglyIsToldInsteadOfDrawn(String text) throws Exception {
        setUp(text);

        ChildJvm.End end = start("--snapshot", folder.resolve("pictures").toString());

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.printed()).contains("console.yaml").doesNotContain("Exception");
    }

    private void setUp(String text) throws IOException {
        Files.writeString(folder.resolve("console.yaml"), text);
    }

    private ChildJvm.End start(String... arguments) throws Exception {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.toString();
        try (ChildJvm child = ChildJvm.start(Main.class, all)) {
            return child.end();
        }
    }
}
