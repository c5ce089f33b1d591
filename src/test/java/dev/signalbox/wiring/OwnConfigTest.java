package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found in the settings folder.
class OwnConfigTest {

    @TempDir
    private Path folder;

    @Test
    void anEmptyFolderHoldsNothing() {
        assertThat(config().find()).isEqualTo(new OwnConfig.Found.Nothing());
    }

    @Test
    void aConfigurationIsRead() throws IOException {
        write("version: 1\ngithub:\n  - name: work\n    token: vault\n");

        assertThat(config().find()).isInstanceOfSatisfying(OwnConfig.Found.Ready.class, ready -> {
            assertThat(ready.file().problems()).isEmpty();
            assertThat(ready.file().config().accounts()).singleElement()
                    .satisfies(account -> assertThat(account.id().name()).isEqualTo("work"));
        });
    }

    @Test
    void whatIsHalfRightIsUsedWithItsProblems() throws IOException {
        write("version: 1\ngithub:\n  - name: work\n    token: vault\nclusters:\n  - name: prod\n");

        assertThat(config().find()).isInstanceOfSatisfying(
                OwnConfig.Found.Ready.class,
                ready -> assertThat(ready.file().problems().toString()).contains("namespaces"));
    }

    @Test
    void whatNamesNothingIsBrokenAndSaysWhy() throws IOException {
        write("");
        assertThat(why()).contains("empty");
        write("github:\n  - url: [\n");
        assertThat(why()).contains("line");
        Files.write(config().file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(why()).contains("not UTF-8 text");
    }

    @Test
    void whatSaysSomethingElseThanConnectionsIsNotBroken() throws IOException {
        write("version: 1\nboard: board.yaml\n");

        assertThat(config().find()).isInstanceOfSatisfying(
                OwnConfig.Found.Unconnected.class, found -> assertThat(found.file().faults()).isEmpty());
        assertThat(config().board()).contains(folder.resolve("board.yaml"));
        write("version: 1\nmemory: {runs: 30 days}\ncolour: blue\n");
        assertThat(config().find()).isInstanceOfSatisfying(
                OwnConfig.Found.Unconnected.class,
                found -> assertThat(found.file().faults()).singleElement().asString().contains("colour"));
        assertThat(config().board()).isEmpty();
    }

    @Test
    void aFolderInItsPlaceIsBroken() throws IOException {
        Files.createDirectories(config().file());
        assertThat(why()).contains("cannot be read");
    }

    @Test
    void practiceHasAConfigurationOfItsOwn() throws IOException {
        write("version: 1\ngithub:\n  - name: work\n    token: vault\n");

        assertThat(new OwnConfig(Machine.here(), Folders.below(folder).forPractice()).find())
                .isEqualTo(new OwnConfig.Found.Nothing());
    }

    @Test
    void aFileThatIsNamedAndGoneIsBrokenAndNotNothing() {
        Path gone = folder.resolve("gone.yaml");

        assertThat(config().read(gone)).isInstanceOfSatisfying(OwnConfig.Found.Broken.class,
                broken -> assertThat(broken.why()).containsExactly(
                        "The configuration cannot be read: " + gone + " does not exist."));
    }

    @Test
    void aFileThatMayNotBeReadSaysSo() throws IOException {
        write("version: 1\n");
        Assumptions.assumeTrue(config().file().toFile().setReadable(false) && !Files.isReadable(config().file()));

        assertThat(why()).contains("may not be used by this account");
    }

    @Test
    void hostileNamesAreReadAndDoNotEndTheSentence() throws IOException {
        write("version: 1\ngithub:\n  - nam\u202ee: work\n");

        assertThat(why()).contains("console.yaml, line 3").doesNotContain("\u202e");
    }

    @Test
    void aSecretInAWrongPlaceIsNotRepeated() throws IOException {
        write("version: 1\ngithub:\n  - name: work\n    token: ghp_canary0123456789\n");

        assertThat(config().find().toString()).doesNotContain("canary");
    }

    private String why() {
        return config().find() instanceof OwnConfig.Found.Broken(var why) ? String.join(" ", why) : "";
    }

    private void write(String text) throws IOException {
        Files.writeString(config().file(), text);
    }

    private OwnConfig config() {
        return new OwnConfig(Machine.here(), Folders.below(folder));
    }
}
