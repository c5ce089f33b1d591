package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Main;
import dev.signalbox.testing.ChildJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What can be asked on the command line, in a process of its own.
@Execution(ExecutionMode.CONCURRENT)
class CommandLineTest {

    @TempDir
    private Path folder;

    @Test
    void helpNamesEveryOptionAndStartsNothing() throws Exception {
        ChildJvm.End end = run("--help");
        assertThat(end.code()).isZero();
        assertThat(end.printed()).contains(
                "--practice", "--config", "--practice-servers", "--snapshot", "--data", "--version", "Tokens are read",
                "signalbox://");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void tellsItsVersion() throws Exception {
        ChildJvm.End end = run("--version");
        assertThat(end.code()).isZero();
        assertThat(end.printed().strip()).isEqualTo(AboutThis.here().product());
    }

    @Test
    void anOptionWithoutItsValueIsTold() throws Exception {
        for (String option : new String[] {"--config", "--snapshot", "--data"}) {
            ChildJvm.End end = run(option);
            assertThat(end.code()).as(option).isEqualTo(2);
            assertThat(end.printed()).as(option).contains(option).contains("Try --help.").doesNotContain("\tat ");
        }
    }

    @Test
    void aWordThatIsNoOptionIsTold() throws Exception {
        ChildJvm.End end = run("production");
        assertThat(end.code()).isEqualTo(2);
        assertThat(end.printed()).contains("production").contains("Try --help.");
    }

    /// What a page writes into a link may end the quotes that Windows puts around it.
    @Test
    void behindTwoDashesNothingIsAnOptionOrACommand() throws Exception {
        for (String more : new String[] {"--snapshot=" + folder.resolve("pictures"), "--practice-servers", "--help",
            "secret", "@" + folder}) {
            ChildJvm.End end = run("--", "signalbox://board", more);
            assertThat(end.code()).as(more).isEqualTo(2);
            assertThat(end.printed()).as(more).contains(more).contains("Try --help.");
        }
        assertThat(run("--", "--help").code()).isEqualTo(2);
        assertThat(run("--", "secret").code()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void thePracticeServersAreNotMixedWithRealAccounts() throws Exception {
        ChildJvm.End end = run("--practice-servers", "--config", "console.yaml", "--data", folder.toString());
        assertThat(end.code()).isEqualTo(2);
        assertThat(end.printed()).contains("practice never reaches a real account");
    }

    @Test
    void thePracticeServersTellWhereTheyAre() throws Exception {
        try (ChildJvm child = ChildJvm.start(Main.class, "--practice-servers", "--data", folder.toString())) {
            assertThat(child.line()).startsWith("github      http://127.0.0.1:");
            assertThat(child.line()).startsWith("token       practice_");
            assertThat(child.line()).startsWith("client ID   practice-");
            assertThat(child.line()).startsWith("gitlab      http://127.0.0.1:");
            assertThat(child.line()).startsWith("token       ");
            assertThat(child.line()).startsWith("client ID   practice-");
            assertThat(child.line()).startsWith("kubeconfig  " + folder);
            assertThat(child.line()).startsWith("board       " + folder);
            assertThat(child.line()).matches("git         http://127\\.0\\.0\\.1:\\d+/acme/board\\.git .*");
            assertThat(child.line()).isEqualTo("Serving on loopback until Ctrl-C.");
            child.kill();
        }
    }

    private static ChildJvm.End run(String... arguments) throws Exception {
        try (ChildJvm child = ChildJvm.start(Main.class, arguments)) {
            return child.end();
        }
    }
}
