package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.DoorPlaces;
import dev.signalbox.desktop.FolderLock;
import dev.signalbox.desktop.Folders;
import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.desktop.StartAtLogin;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.history.LastState;
import dev.signalbox.history.LastStateFile;
import dev.signalbox.port.KeyRing.Answer;
import dev.signalbox.secrets.PassphrasePrompt;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.testing.FakeKeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes when everything is forgotten, and above all what does not.
class BelongingsTest {

    @TempDir
    private Path home = Path.of("");

    private final FakeKeyRing ring = new FakeKeyRing();

    @SuppressWarnings("NullAway.Init") // made before each test
    private Folders usual;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void place() throws IOException {
        environment = Map.of("XDG_RUNTIME_DIR", home.resolve("run").toString());
        usual = Folders.of("Linux", environment, home);
        usual.make();
    }

    private Belongings of(Folders folders) {
        return new Belongings(Machine.here().with(environment), folders);
    }

    private Vault vault(Folders folders) {
        return new Vault(
                folders.data().resolve("secrets.vault"), ring, PassphrasePrompt.nobody(), new SecureRandom(), () -> 0,
                Duration.ofMinutes(5));
    }

    private void store(Folders folders) throws Exception {
        try (SecretText secret = SecretText.of("ghp_x".toCharArray()); Vault vault = vault(folders)) {
            vault.put("work", "https://api.github.com", secret, Optional.empty());
        }
    }

    private static Path write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, "x");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void leavesNothingOfOursInTheUsualPlaces() throws Exception {
        store(usual);
        Folders practice = usual.forPractice();
        practice.make();
        for (Path file : List.of(
                usual.data().resolve("history.db"), usual.data().resolve("history.db-wal"),
                usual.data().resolve("console.socket"), usual.data().resolve("something-of-a-later-version"),
                usual.cache().resolve("logs/acme/1.log"), usual.settings().resolve("console.yaml"),
                usual.settings().resolve("board.properties"), practice.data().resolve("history.db"),
                home.resolve(".config/autostart/signalbox.desktop"), home.resolve("run/signalbox/a.socket"))) {
            write(file);
        }
        Path others = write(home.resolve(".config/autostart/other.desktop"));
        Path board = write(home.resolve("board.yaml"));
        assertThat(of(usual).forget(vault(usual), true)).isEmpty();
        assertThat(files()).containsExactlyInAnyOrder(others, board);
        assertThat(ring.items).isEmpty();
        assertThat(usual.data()).doesNotExist();
        assertThat(usual.settings()).doesNotExist();
        assertThat(usual.cache()).doesNotExist();
    }

    @Test
    void saysBeforeWhatGoesByItsExactPath() throws Exception {
        store(usual);
        Path journal = write(usual.data().resolve("history.db"));
        assertThat(of(usual).goes())
                .anySatisfy(line -> assertThat(line).startsWith(journal + ", the journal"))
                .anySatisfy(line -> assertThat(line).contains("secrets.vault, the vault"))
                .anySatisfy(line -> assertThat(line).contains("key in the system’s key ring"));
        assertThat(of(usual).stays()).anySatisfy(line -> assertThat(line).contains("revoke"));
        assertThat(files()).as("looking removes nothing").contains(journal);
    }

    @Test
    void whatSomebodyElsePutIntoAFolderOfHisStays() throws Exception {
        Folders mine = Folders.below(home.resolve("documents"));
        mine.make();
        Path letter = write(mine.data().resolve("letter.txt"));
        Path props = write(mine.data().resolve("gradle.properties"));
        write(mine.data().resolve("window.properties"));
        write(mine.data().resolve("history.db"));
        assertThat(of(mine).strangers()).containsExactlyInAnyOrder(letter, props);
        assertThat(of(mine).stays()).anySatisfy(line -> assertThat(line).startsWith(letter.toString()));
        assertThat(of(mine).forget(vault(mine), true)).isEmpty();
        assertThat(mine.data()).isDirectoryContaining(p -> p.equals(letter))
                .isDirectoryContaining(p -> p.equals(props));
        assertThat(mine.data().resolve("history.db")).doesNotExist();
        assertThat(mine.data().resolve("window.properties")).doesNotExist();
    }

    @Test
    void aBoardThatTheConsoleWroteGoesWithItsConfiguration() throws Exception {
        Folders mine = Folders.below(home.resolve("documents"));
        mine.make();
        Path board = write(mine.settings().resolve("board.yaml"));
        Path older = write(mine.settings().resolve("board.yaml.1"));
        assertThat(of(mine).strangers()).containsExactlyInAnyOrder(board, older);
        Path config = mine.settings().resolve("console.yaml");
        Files.writeString(config, "version: 1\ngithub:\n  - name: work\n    token: vault\nboard: other.yaml\n");
        assertThat(of(mine).strangers()).containsExactlyInAnyOrder(board, older);
        Files.writeString(config, "version: 1\ngithub:\n  - name: work\n    token: vault\nboard: board.yaml\n");
        assertThat(of(mine).forget(vault(mine), true)).isEmpty();
        assertThat(mine.data()).doesNotExist();
    }

    @Test
    void practiceForgetsPracticeAlone() throws Exception {
        store(usual);
        Folders practice = usual.forPractice();
        practice.make();
        write(practice.data().resolve("history.db"));
        Path login = write(home.resolve(".config/autostart/signalbox.desktop"));
        assertThat(of(practice).forget(vault(practice), true)).isEmpty();
        assertThat(practice.data()).doesNotExist();
        assertThat(login).exists();
        assertThat(usual.data().resolve("secrets.vault")).exists();
        assertThat(ring.items).hasSize(1);
    }

    @Test
    void aLockThatIsHeldStays() throws Exception {
        Path lock = write(usual.data().resolve("console.lock"));
        write(usual.data().resolve("history.db"));
        assertThat(of(usual).forget(vault(usual), false)).isEmpty();
        assertThat(files()).containsExactly(lock);
    }

    @Test
    void theBellStaysAsLongAsTheConsoleHasTheFolder() throws Exception {
        Path socket = write(usual.data().resolve("console.socket"));
        Path lock = write(usual.data().resolve("console.lock"));
        Path far = write(home.resolve("run/signalbox/a.socket"));
        write(usual.data().resolve("history.db"));
        assertThat(of(usual).forget(vault(usual), false)).isEmpty();
        assertThat(files()).containsExactlyInAnyOrder(socket, lock, far);
        assertThat(of(usual).forget(vault(usual), true)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void practiceThatIsOpenKeepsItsLockAndIsTold() throws Exception {
        Folders practice = usual.forPractice();
        practice.make();
        write(usual.data().resolve("history.db"));
        try (FolderLock open = FolderLock.take(practice.data(), "kim@desk").orElseThrow()) {
            assertThat(open).isNotNull();
            assertThat(of(usual).forget(vault(usual), true)).isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains("practice is in use by another console"));
            assertThat(FolderLock.file(practice.data())).exists();
            assertThat(usual.data().resolve("history.db")).doesNotExist();
        }
        assertThat(of(usual).forget(vault(usual), true)).isEmpty();
        assertThat(usual.data()).doesNotExist();
    }

    @Test
    void linksAreRemovedAndNotFollowed() throws Exception {
        Path elsewhere = write(home.resolve("elsewhere/precious.txt"));
        Files.createSymbolicLink(usual.cache().resolve("logs"), elsewhere.getParent());
        of(usual).forget(vault(usual), true);
        assertThat(elsewhere).exists();
        assertThat(usual.cache()).doesNotExist();
    }

    @Test
    void whatIsNoVaultOfOursStaysAndIsTold() throws Exception {
        Path diary = usual.data().resolve("secrets.vault");
        Files.writeString(diary, "my diary");
        assertThat(of(usual).forget(vault(usual), true)).singleElement().asString().contains("not a vault");
        assertThat(diary).hasContent("my diary");
    }

    @Test
    void aRingThatKeepsTheKeyIsTold() throws Exception {
        store(usual);
        ring.answersOnly(new Answer.Locked());
        assertThat(of(usual).forget(vault(usual), true)).singleElement().asString().contains("opens nothing any more");
        assertThat(usual.data()).doesNotExist();
    }

    @Test
    void theStartAtLoginGoesWhereverTheSystemKeepsIt() throws Exception {
        for (String system : List.of("Linux", "Mac OS X")) {
            for (Map<String, String> told : List.of(
                    Map.<String, String>of(), Map.of("XDG_CONFIG_HOME", home.resolve("elsewhere").toString()))) {
                Folders folders = Folders.of(system, told, home);
                folders.make();
                StartAtLogin login = StartAtLogin.of(system, told, home, "/opt/signalbox/bin/signalbox").orElseThrow();
                login.on();
                assertThat(of(folders).goes()).contains(login.place());
                assertThat(of(folders).forget(vault(folders), true)).isEmpty();
                assertThat(login.isOn()).as("%s, %s", system, told).isFalse();
                assertThat(Path.of(login.place())).doesNotExist();
            }
        }
    }

    @Test
    void theStartAtLoginInTheRegistryGoesToo() throws Exception {
        Path reg = write(home.resolve("System32/reg.exe"));
        Files.writeString(reg, "#!/bin/sh\necho \"$1 $4\" >> \"" + home + "/asked\"\n");
        Files.setPosixFilePermissions(reg, PosixFilePermissions.fromString("rwx------"));
        Machine here = Machine.here();
        Belongings windows = new Belongings(
                new Machine(
                        "Windows 11", Map.of("SystemRoot", home.toString()), home, here.clock(), here.ticker(),
                        here.random(), "me"),
                usual);
        assertThat(windows.goes()).anyMatch(line -> line.contains("registry"));
        assertThat(windows.forget(vault(usual), true)).isEmpty();
        assertThat(Files.readAllLines(home.resolve("asked"))).containsExactly("query Signalbox", "delete Signalbox");
        Files.delete(reg);
        assertThat(windows.forget(vault(usual), true)).singleElement().asString().contains("registry");
    }

    @Test
    void theBellOfAFolderWithALongPathGoesAndThatOfAnotherStays() throws Exception {
        Files.createDirectories(home.resolve("run"));
        Folders mine = Folders.below(home.resolve("long".repeat(30)));
        mine.make();
        Path bell = write(DoorPlaces.of(mine.data(), environment).getLast());
        assertThat(bell).startsWith(home.resolve("run/signalbox"));
        Path others = write(home.resolve("run/signalbox/others.socket"));
        assertThat(of(mine).goes()).contains(bell.toString());
        assertThat(of(mine).forget(vault(mine), true)).isEmpty();
        assertThat(bell).doesNotExist();
        assertThat(others).exists();
        Files.delete(others);
        assertThat(of(usual).forget(vault(usual), true)).isEmpty();
        assertThat(home.resolve("run/signalbox")).as("nothing is in it any more").doesNotExist();
    }

    @Test
    void everyFileOfOursIsKnownInAFolderOfSomebodys() throws Exception {
        Folders mine = Folders.below(home.resolve("documents"));
        mine.make();
        for (String name : SettingsNotices.FILES) {
            SettingsFile file = new SettingsFile(mine.settings().resolve(name));
            file.write(Map.of("a", "1"));
            file.write(Map.of("a", "2"));
            Files.writeString(mine.settings().resolve(name), "\0 broken");
            assertThat(new SettingsFile(mine.settings().resolve(name)).read()).containsEntry("a", "1");
        }
        new LastStateFile(mine.data(), () -> Redaction.SHAPES_ONLY).write(new LastState(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
        OwnLog.open(mine.data(), new KnownSecrets()).close();
        assertThat(mine.data()).isDirectoryContaining("glob:**last-state.bin").isDirectoryContaining("glob:**log.0");
        assertThat(of(mine).strangers()).isEmpty();
        assertThat(of(mine).forget(vault(mine), true)).isEmpty();
        assertThat(mine.data()).doesNotExist();
    }

    @Test
    void aCleanMachineHasNothingToForget() {
        assertThat(of(Folders.below(home.resolve("nowhere"))).goes()).singleElement().asString()
                .startsWith("Nothing");
    }
}
