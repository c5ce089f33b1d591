package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.Main;
import dev.signalbox.desktop.FolderLock;
import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.testing.ChildJvm;
import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Faults;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfigFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What the console says when it is started wrongly, or onto something broken: a sentence, never a stack trace.
@Execution(ExecutionMode.CONCURRENT)
class BadStartTest {

    @TempDir
    private Path folder;

    @Test
    void anUnknownOptionIsNamed() throws Exception {
        assertSentence(2, run("--nonsense"), "--nonsense");
    }

    @Test
    void anArgumentIsNeverReadAsAFileOfArguments() throws Exception {
        Path file = Files.writeString(folder.resolve("arguments"), "--help");
        assertSentence(2, run("@" + file), "@" + file);
    }

    @Test
    void practiceAndRealAccountsExcludeEachOther() throws Exception {
        assertSentence(2, run("--practice", "--config", "console.yaml"), "practice never reaches a real account");
    }

    @Test
    void aBrokenConfigurationIsToldWithItsLine() throws Exception {
        assertSentence(1, withConfig("github:\n  - url: [\n"), "console.yaml: line");
    }

    @Test
    void aTokenInTheConfigurationIsRefusedAndNotRepeated() throws Exception {
        ChildJvm.End end =
                withConfig("github:\n  - name: GitHub\n    token: ghp_0123456789abcdef0123456789abcdef0123\n");
        assertSentence(1, end, "token");
        assertThat(end.printed()).doesNotContain("0123456789");
    }

    @Test
    void aConfigurationThatIsNoTextIsToldAsSuch() throws Exception {
        Path file = Files.write(folder.resolve("console.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertSentence(1, run("--config", file.toString(), "--snapshot", "pictures"), "not UTF-8 text");
    }

    @Test
    void aMissingConfigurationIsNamed() throws Exception {
        assertSentence(1, run("--config", folder + "/none.yaml", "--snapshot", "pictures"), "none.yaml does not exist");
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertSentence(1, Child.run("--data", file.toString(), "--practice-servers"), "file/practice");
    }

    @Test
    void aSecondConsoleOnTheSameFolderIsToldSo() throws Exception {
        Path practice = Files.createDirectories(folder.resolve("practice"));
        try (FolderLock lock = FolderLock.take(practice).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertSentence(1, run("--practice"), "Another Signalbox is running");
        }
    }

    @Test
    void aJournalThatIsNoDatabaseIsPutAsideAndTold() throws Exception {
        Path first = folder.resolve("data");
        start(first, "", Map.of(), engine -> engine.close());
        List<Path> files = list(first, ".db");
        assertThat(files).hasSize(1);
        try (RandomAccessFile file = new RandomAccessFile(files.getFirst().toFile(), "rw")) {
            file.write("this is not a database at all, and never was one"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        start(first, "", Map.of(), engine -> {
            ConsoleState state =
                    await(engine, "it is told", s -> s.boardProblems().isEmpty() ? Optional.empty() : Optional.of(s));
            assertThat(state.boardProblems().toString()).contains("corrupt");
            engine.close();
        });
        assertThat(list(first, "corrupt")).isNotEmpty();
    }

    @Test
    void anActionThatCannotBeReadIsTold() throws Exception {
        Path first = folder.resolve("data");
        start(first, "", Map.of(), engine -> engine.close());
        try (java.sql.Connection journal =
                DriverManager.getConnection("jdbc:sqlite:" + list(first, ".db").getFirst());
                Statement row = journal.createStatement()) {
            row.execute("insert into action(id, confirmed_at, phase, at_end, record)"
                    + " values ('a', 0, 'SENDING', 0, '{')");
        }
        start(first, "", Map.of(), engine -> {
            String told = await(engine, "it is told", s -> s.boardProblems().stream().findFirst()
                    .filter(problem -> problem.contains("action")));
            assertThat(told).isEqualTo(
                    "1 action of 1 January 1970 cannot be read; it may have been sent. Its row is kept.");
            assertThat(engine.store().current().journalProblem()).as("others can be sent").isEmpty();
            engine.close();
        });
    }

    @Test
    void aMissingTokenNamesItsVariable() throws Exception {
        start(folder, "version: 1\ngithub:\n  - name: GitHub\n    token-env: NO_SUCH_VARIABLE\n", Map.of(), engine -> {
            Connection failed = connection(engine, "GitHub");
            assertThat(failed.lamp()).isEqualTo(Connection.Lamp.FAILED);
            assertThat(String.valueOf(failed.problem())).contains("NO_SUCH_VARIABLE");
            engine.close();
        });
    }

    @Test
    void aSignInPageInsteadOfTheProviderIsToldAsSuch() throws Exception {
        try (FaultServer portal =
                FaultServer.start(Faults.answer(RawAnswer.page(200, "<html><b>Welcome to the hotel</b></html>")))) {
            start(folder,
                    "version: 1\ngithub:\n  - name: GitHub\n    url: " + portal.address() + "\n    token-env: T\n",
                    Map.of("T", "ghp_canary0123456789"), engine -> {
                        Connection troubled = connection(engine, "GitHub");
                        assertThat(troubled.lamp()).isNotEqualTo(Connection.Lamp.LIVE);
                        assertThat(String.valueOf(troubled.problem())).contains("page").doesNotContain("<b>");
                        engine.close();
                    });
        }
    }

    @Test
    void aBrokenBoardFileKeepsTheLastGoodBoard() throws Exception {
        Path board = Files.writeString(folder.resolve("board.yaml"), "services:\n  - name: shop\n");
        start(folder, "board: board.yaml\n", Map.of(), engine -> {
            await(engine, "the board is read",
                    s -> s.described().services().isEmpty() ? Optional.empty() : Optional.of(s));
            Files.writeString(board, "services: [ {\n");
            ConsoleState broken =
                    await(engine, "it is told", s -> s.boardProblems().isEmpty() ? Optional.empty() : Optional.of(s));
            assertThat(broken.described().services()).hasSize(1);
            assertThat(broken.boardProblems().toString()).contains("board.yaml").contains("line");
            engine.close();
        });
    }

    @Test
    void anUnreadableKubeconfigIsAFailedConnection() throws Exception {
        Files.writeString(folder.resolve("kubeconfig"), "clusters: [ {\n");
        start(folder,
                "clusters:\n  - name: prod\n    context: prod\n    kubeconfig: kubeconfig\n    namespaces: [shop]\n",
                Map.of(), engine -> {
                    assertThat(String.valueOf(connection(engine, "prod").problem())).contains("prod")
                            .contains("kubeconfig");
                    engine.close();
                });
    }

    private interface Look {

        void at(Engine engine) throws IOException;
    }

    private void start(Path data, String config, Map<String, String> variables, Look look) throws IOException {
        Folders folders = Folders.below(data);
        folders.make();
        ConsoleConfigFile read = ConsoleConfigFile.read(config, folder.resolve("console.yaml"), folder);
        Map<String, String> environment = new HashMap<>(variables);
        ConsoleConfig wanted = read.config();
        look.at(Engine.start(Machine.here().with(environment), wanted, read.problems(), folders));
    }

    private static Connection connection(Engine engine, String name) throws IOException {
        return await(engine, name + " is in trouble",
                s -> Optional.ofNullable(s.connections().get(new ConnectionId(name)))
                        .filter(c -> c.problem() != null));
    }

    private static <T> T await(Engine engine, String what, Function<ConsoleState, Optional<T>> wanted)
            throws IOException {
        return new Waiting(engine.store()).until(what, Duration.ofSeconds(60), wanted);
    }

    private static List<Path> list(Path in, String part) throws IOException {
        try (var files = Files.list(in)) {
            return files.filter(f -> f.getFileName().toString().contains(part)
                    && !f.toString().endsWith("-wal") && !f.toString().endsWith("-shm"))
                    .toList();
        }
    }

    private ChildJvm.End withConfig(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("console.yaml"), text);
        return run("--config", file.toString(), "--snapshot", folder.resolve("pictures").toString());
    }

    private ChildJvm.End run(String... arguments) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.toString()));
        return Child.run(all.toArray(String[]::new));
    }

    private static final class Child {

        static ChildJvm.End run(String... arguments) throws Exception {
            try (ChildJvm child = ChildJvm.start(Main.class, arguments)) {
                return child.end();
            }
        }
    }

    private static void assertSentence(int code, ChildJvm.End end, String words) {
        assertThat(end.printed()).contains(words).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(end.code()).isEqualTo(code);
    }
}
