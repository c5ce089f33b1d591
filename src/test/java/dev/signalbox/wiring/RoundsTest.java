package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// One window after another in one process, which is one of its own, since a toolkit starts only once.
@Execution(ExecutionMode.CONCURRENT)
class RoundsTest {

    static final String CONFIG = "version: 1\ngithub:\n  - name: Work\n    token-env: NO_SUCH_VARIABLE\n";

    @TempDir
    private Path folder;

    @Test
    void leadsFromTheWelcomeToPracticeAndToWhatWasSetUpMeanwhileAndBack() throws Exception {
        assertThat(child("there and back").printed().lines()).containsSubsequence(
                "welcome", "practice", "the real folders are free: true", "real: Work", "practice",
                "knows the team before: false", "end");
    }

    @Test
    void aLinkOfAFirstStartIsFollowedOnceTheBoardIsThere() throws Exception {
        assertThat(child("linked").printed().lines()).containsSubsequence(
                "welcome", "practice", "runs: false", "real: Work", "runs: true", "end");
    }

    /// As macOS hands them over: to the process, whichever window it has.
    @Test
    void aLinkThatTheSystemHandsOverIsFollowedByTheNextBoardAndByTheOneOfNow() throws Exception {
        assertThat(child(HandedRounds.class, folder.toString()).printed().lines()).containsSubsequence(
                "welcome", "practice", "runs: false", "real: Work", "runs: true", "approvals: true", "end");
    }

    @Test
    void beginsAnewWithTheConfigurationThatIsThereThen() throws Exception {
        Files.writeString(folder.resolve("console.yaml"), CONFIG);

        assertThat(child("again").printed().lines()).containsSubsequence(
                "real: Work", "real: Home", "journal: ", "welcome", "end");
    }

    @Test
    void comesBackFromPracticeToTheFileThatSomebodyNamedAndSetsNothingUpInItsPlace() throws Exception {
        String own = CONFIG.replace("Work", "Home");
        Files.writeString(folder.resolve("console.yaml"), own);
        Files.writeString(folder.resolve("theirs.yaml"), CONFIG);

        String printed = child("given").printed();

        assertThat(printed.lines()).containsSubsequence(
                "real: Work", "practice", "real: Work", "real, by the palette: Work", "can be set up: false",
                "mended: Work", "end");
        assertThat(printed).contains("mend: What is set up cannot be used: ").contains("theirs.yaml");
        assertThat(folder.resolve("console.yaml")).hasContent(own);
    }

    @Test
    void foldersThatWereForgottenAreThereForTheNextWindow() throws Exception {
        Files.writeString(folder.resolve("console.yaml"), CONFIG);

        assertThat(child("forgotten").printed().lines()).containsSubsequence("real: Work", "cache: true", "end");
    }

    @Test
    void saysOnTheFirstPageWhatCannotBeUsed() throws Exception {
        Files.writeString(folder.resolve("console.yaml"), "github: [");

        String printed = child("broken").printed();

        assertThat(printed).contains("welcome: What is set up cannot be used: ").contains("console.yaml");
        assertThat(printed.lines()).last().isEqualTo("end");
    }

    @Test
    void beginsWithTheWelcomeWhereNothingIsConnectedAndKeepsWhatElseIsSetUp() throws Exception {
        Path file = Files.writeString(folder.resolve("console.yaml"), "version: 1\nmemory: {runs: 30 days}\n");

        assertThat(child("closed").printed().lines()).contains("welcome").last().isEqualTo("end");
        assertThat(file).hasContent("version: 1\nmemory: {runs: 30 days}\n");
    }

    @Test
    void whatCouldNotBeForgottenIsToldInTheNextWindow() throws Exception {
        Files.writeString(folder.resolve("console.yaml"), CONFIG);

        assertThat(child("forget").printed().lines()).anySatisfy(line -> assertThat(line)
                .startsWith("welcome: Not everything could be forgotten: ").contains("practice")
                .contains("is in use by another console")).last().isEqualTo("end");
        assertThat(folder.resolve("console.yaml")).doesNotExist();
    }

    @Test
    void whoAddsNothingComesBackToTheBoard() throws Exception {
        Files.writeString(folder.resolve("console.yaml"), CONFIG);

        assertThat(child("add").printed().lines()).containsSubsequence("the steps", "real: Work", "end");
    }

    @Test
    void closingTheFirstPageEndsTheProgram() throws Exception {
        assertThat(child("closed").printed().lines()).containsSubsequence("welcome", "in Inter Medium", "end");
    }

    private ChildJvm.End child(String what) throws IOException, InterruptedException {
        return child(GoingRounds.class, what, folder.toString());
    }

    private static ChildJvm.End child(Class<?> main, String... arguments) throws IOException, InterruptedException {
        try (ChildJvm child = ChildJvm.startWithToolkit(main, arguments)) {
            ChildJvm.End end = child.end();
            assertThat(end.printed()).doesNotContain("Exception");
            assertThat(end.code()).isZero();
            return end;
        }
    }
}
