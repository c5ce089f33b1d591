package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.SettingsFile;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.setup.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientIdsTest {

    private static final Host GITHUB = new Host(Connection.Kind.GITHUB, "https://github.com");
    private static final Host GITLAB = new Host(Connection.Kind.GITLAB, "https://git.example.com:8443/gitlab");

    @TempDir
    private Path folder;

    @Test
    void theOneWithWhichSomebodySignedInIsThereForTheNextAccount() {
        ClientIds first = ids();
        first.learn(GITHUB, "Iv1.x");
        assertThat(first.of(GITHUB)).isEqualTo("Iv1.x");
        assertThat(file()).as("nothing is kept before the end").doesNotExist();
        first.keep();
        keep(GITLAB, "abc-1");
        assertThat(ids().of(GITHUB)).isEqualTo("Iv1.x");
        assertThat(ids().of(GITLAB)).isEqualTo("abc-1");

        keep(GITHUB, "Iv1.y");
        assertThat(ids().of(GITHUB)).as("of another application").isEqualTo("Iv1.y");
        assertThat(ids().of(GITLAB)).isEqualTo("abc-1");
    }

    @Test
    void whoPreparesAWorkstationWritesItBeforehand() throws IOException {
        Files.writeString(file(),
                "https\\://github.com=Iv1.0123456789abcdef\nhttps\\://git.example.com\\:8443 = abc-1 \n");
        assertThat(ids().of(GITHUB)).isEqualTo("Iv1.0123456789abcdef");
        assertThat(ids().of(GITLAB)).isEqualTo("abc-1");
    }

    @Test
    void otherServersAndHalfTypedOnesHaveNone() {
        keep(GITHUB, "Iv1.x");
        assertThat(ids().of(GITLAB)).isEmpty();
        assertThat(ids().of(new Host(Connection.Kind.GITHUB, "https://"))).isEmpty();
        assertThat(ids().of(new Host(Connection.Kind.GITHUB, "http://github.com"))).as("in the clear").isEmpty();
    }

    @Test
    void whatIsNoneIsNotOffered() throws IOException {
        Files.writeString(file(), "https\\://github.com=Iv1 with\\u202e words\n");
        assertThat(ids().of(GITHUB)).isEmpty();
        Files.writeString(file(), "https\\://github.com=" + "x".repeat(201) + "\n");
        assertThat(ids().of(GITHUB)).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenItCountsForNow() throws IOException {
        Files.createDirectory(file());
        ClientIds ids = ids();
        ids.learn(GITHUB, "Iv1.x");
        ids.keep();
        assertThat(ids.of(GITHUB)).isEqualTo("Iv1.x");
        assertThat(ids().of(GITHUB)).isEmpty();
    }

    @Test
    void aFileThatBrokeGivesWayToTheOneBeforeIt() throws IOException {
        keep(GITHUB, "Iv1.x");
        keep(GITLAB, "abc-1");
        Files.write(file(), new byte[] {0, 0, 0});
        assertThat(ids().of(GITHUB)).isEqualTo("Iv1.x");
        keep(GITLAB, "abc-2");
        assertThat(ids().of(GITHUB)).as("is not lost with the next").isEqualTo("Iv1.x");
    }

    private void keep(Host host, String id) {
        ClientIds ids = ids();
        ids.learn(host, id);
        ids.keep();
    }

    private ClientIds ids() {
        return new ClientIds(new SettingsFile(file()));
    }

    private Path file() {
        return folder.resolve(ClientIds.FILE);
    }
}
