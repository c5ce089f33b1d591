package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.FolderLock;
import dev.signalbox.desktop.Folders;
import dev.signalbox.port.KeyRing.Answer;
import dev.signalbox.secrets.Vault;
import dev.signalbox.testing.FakeKeyRing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `signalbox secret …`, as typed.
class SecretCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private final FakeKeyRing ring = new FakeKeyRing();
    private final TokensTest.FakeTerminal terminal = new TokensTest.FakeTerminal();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Vault vault() {
        return new Vault(
                folder.resolve("secrets.vault"), ring, new TypedPassphrase(terminal), new SecureRandom(), () -> 0,
                Duration.ofMinutes(5));
    }

    private int run(String... arguments) {
        return run(terminal, this::vault, arguments);
    }

    private int run(Terminal at, SecretCommand.Opening opening, String... arguments) {
        return run(Folders.below(folder), at, opening, arguments);
    }

    private int run(Folders folders, Terminal at, SecretCommand.Opening opening, String... arguments) {
        out.reset();
        err.reset();
        return new CommandLine(new SecretCommand(
                opening, () -> new Belongings(Machine.here().with(Map.of()), folders), at,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    private String printed() {
        String all = out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
        assertThat(all).doesNotContain("canary");
        return all;
    }

    @Test
    void setsListsAndRemoves() throws Exception {
        terminal.types("ghp_canary");
        assertThat(run("set", "work", "--origin", "https://github.com")).isZero();
        assertThat(printed()).isEqualTo("Stored work for https://api.github.com.\n");
        assertThat(vault().take("work", "https://api.github.com").reveal()).isEqualTo("ghp_canary");
        terminal.types("glpat-canary");
        assertThat(run("set", "inside", "--origin", "https://git.example.com/gitlab")).isZero();
        assertThat(run("list")).isZero();
        assertThat(printed()).isEqualTo("inside  https://git.example.com\nwork  https://api.github.com\n");
        assertThat(run("remove", "work")).isZero();
        assertThat(run("remove", "work")).isEqualTo(1);
        assertThat(printed()).contains("nothing of that name");
        assertThat(run("remove", "inside")).isZero();
        assertThat(run("list")).isZero();
        assertThat(printed()).isEqualTo("The vault is empty.\n");
    }

    @Test
    void aPipedTokenIsItsFirstLine() throws Exception {
        Terminal pipe = new Terminal.Pipe(
                new ByteArrayInputStream("ghp_canary\nuser: ada\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(run(pipe, this::vault, "set", "work", "--origin", "https://api.github.com")).isZero();
        assertThat(vault().take("work", "https://api.github.com").reveal()).isEqualTo("ghp_canary");
        assertThat(run(pipe, this::vault, "forget-everything")).as("a pipe agrees to nothing").isEqualTo(1);
        assertThat(folder.resolve("secrets.vault")).exists();
    }

    @Test
    void withoutATokenNothingIsChanged() {
        assertThat(run("set", "work", "--origin", "https://api.github.com")).isEqualTo(1);
        assertThat(printed()).contains("No token was given");
        Terminal empty = new Terminal.Pipe(new ByteArrayInputStream(new byte[0]));
        assertThat(run(empty, this::vault, "set", "work", "--origin", "https://api.github.com")).isEqualTo(1);
        assertThat(folder.resolve("secrets.vault")).doesNotExist();
    }

    @Test
    void anAddressThatCannotBeIsToldBeforeTheTokenIsAskedFor() {
        for (String origin : new String[] {"github.com", "http://github.com", "https://a:canary@b", "file:///etc"}) {
            assertThat(run("set", "work", "--origin", origin)).as(origin).isEqualTo(2);
            assertThat(printed()).startsWith("The address ");
        }
        assertThat(terminal.questions).isEmpty();
    }

    @Test
    void theTokenIsNoArgument() {
        assertThat(run("set", "work", "ghp_x", "--origin", "https://api.github.com")).isEqualTo(2);
        assertThat(run("set", "work")).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutAKeyRingAPassphraseIsOffered() throws Exception {
        ring.answersOnly(new Answer.Absent("no bus"));
        terminal.types("ghp_canary");
        assertThat(run("set", "work", "--origin", "https://api.github.com")).isEqualTo(1);
        assertThat(printed()).contains("There is no key ring here: no bus").contains("--passphrase");
        terminal.types("ghp_canary", "correct horse battery", "correct horse battery");
        assertThat(run("set", "work", "--origin", "https://api.github.com", "--passphrase")).isZero();
        terminal.types("correct horse battery");
        assertThat(run("list")).isZero();
        assertThat(printed()).contains("work");
        terminal.types("another horse battery");
        assertThat(run("list")).isEqualTo(1);
        assertThat(printed()).contains("does not open the vault").doesNotContain("horse");
        assertThat(terminal.given).allSatisfy(typed -> assertThat(typed).containsOnly('\0'));
    }

    @Test
    void aPassphraseThatIsNotTypedTwiceAlikeMakesNoVault() {
        terminal.types("ghp_canary", "correct horse battery", "correct horse batteri");
        assertThat(run("set", "work", "--origin", "https://api.github.com", "--passphrase")).isEqualTo(1);
        assertThat(printed()).contains("twice alike");
        assertThat(folder.resolve("secrets.vault")).doesNotExist();
        assertThat(terminal.given).allSatisfy(typed -> assertThat(typed).containsOnly('\0'));
    }

    @Test
    void aLockedRingAndASilentOneAreToldApart() {
        terminal.types("ghp_canary");
        run("set", "work", "--origin", "https://api.github.com");
        ring.answersOnly(new Answer.Locked());
        assertThat(run("list")).isEqualTo(1);
        assertThat(printed()).contains("The key ring is locked");
        ring.answersOnly(new Answer.Silent(Duration.ofSeconds(30)));
        assertThat(run("list")).isEqualTo(1);
        assertThat(printed()).contains("did not answer within 30 s");
    }

    @Test
    void forgetsEverythingOnlyWhenToldSo() {
        terminal.types("ghp_canary");
        run("set", "work", "--origin", "https://api.github.com");
        terminal.types("no");
        assertThat(run("forget-everything")).isEqualTo(1);
        assertThat(folder.resolve("secrets.vault")).exists();
        terminal.types("Forget everything");
        assertThat(run("forget-everything")).isZero();
        assertThat(printed()).contains("Goes:").contains(folder.resolve("secrets.vault") + ", the vault")
                .contains("Stays:").contains("until you revoke them").contains("Everything is gone.");
        assertThat(folder.resolve("secrets.vault")).doesNotExist();
        assertThat(ring.items).isEmpty();
        assertThat(run("forget-everything", "--yes")).isZero();
    }

    @Test
    void forgetsSettingsAndCacheWhereTheDataFolderIsGone() throws Exception {
        Folders apart = new Folders(folder.resolve("data"), folder.resolve("cache"), folder.resolve("settings"));
        Files.createDirectories(apart.cache().resolve("team-file"));
        Files.createDirectories(apart.settings());
        Files.writeString(apart.settings().resolve("console.yaml"), "version: 1");
        Files.writeString(apart.settings().resolve("diary.txt"), "mine");
        SecretCommand.Opening none = () -> {
            throw new AccessDeniedException("no vault is opened where there is none");
        };

        assertThat(run(apart, terminal, none, "forget-everything", "--yes")).isZero();

        assertThat(printed()).contains("Everything is gone.");
        assertThat(apart.settings().resolve("console.yaml")).doesNotExist();
        assertThat(apart.cache()).doesNotExist();
        assertThat(apart.settings().resolve("diary.txt")).hasContent("mine");
        assertThat(apart.data()).as("nor is it made").doesNotExist();
        assertThat(run(apart, terminal, none, "forget-everything", "--yes")).isZero();
        assertThat(printed()).contains("Nothing: there is nothing of this console");
    }

    @Test
    void forgetsNothingWhileAConsoleRuns() throws Exception {
        Files.writeString(folder.resolve("history.db"), "journal");
        try (FolderLock running = FolderLock.take(folder).orElseThrow()) {
            assertThat(run("forget-everything", "--yes")).isEqualTo(1);
            assertThat(printed()).contains("A console is running on " + folder);
        }
        assertThat(folder.resolve("history.db")).exists();
    }

    @Test
    void whatIsNoVaultIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("secrets.vault"), "my diary");
        terminal.types("ghp_canary");
        assertThat(run("set", "work", "--origin", "https://api.github.com")).isEqualTo(1);
        assertThat(printed()).contains("not a vault of Signalbox").contains("left as it is");
        assertThat(run("forget-everything", "--yes")).isEqualTo(1);
        assertThat(folder.resolve("secrets.vault")).hasContent("my diary");
    }

    @Test
    void aFolderThatMayNotBeUsedIsTold() {
        assertThat(run(terminal, () -> {
            throw new AccessDeniedException("/data");
        }, "list")).isEqualTo(1);
        assertThat(printed()).isEqualTo("/data may not be used by this account.\n");
    }
}
