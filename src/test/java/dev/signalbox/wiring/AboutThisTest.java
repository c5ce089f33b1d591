package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AboutThisTest {

    @Test
    void theVersionIsTheJarsOwn() {
        assertThat(new AboutThis("0.1.0").product()).isEqualTo("Signalbox 0.1.0");
        assertThat(new AboutThis(null).product()).isEqualTo("Signalbox, from its build tree");
        assertThat(new AboutThis("0.1\u202e0").product()).doesNotContain("\u202e");
    }

    @Test
    void requestsNameTheSameVersionInOneWord() {
        assertThat(new AboutThis("0.2.0-SNAPSHOT").agent()).isEqualTo("signalbox/0.2.0-SNAPSHOT");
        assertThat(new AboutThis("0.2 (x)\r\nA: b").agent()).isEqualTo("signalbox/0.2--x---A--b");
        assertThat(new AboutThis(null).agent()).isEqualTo("signalbox/unversioned");
    }

    @Test
    void tellsWhatItRunsOn() {
        assertThat(String.join("\n", AboutThis.runsOn()))
                .contains("Java " + Runtime.version(), "JavaFX ", System.getProperty("os.name"));
    }

    @Test
    void theListIsReadWhole() {
        InputStream list = new ByteArrayInputStream("one: Apache-2.0\ntwo: MIT – ©\n".getBytes(StandardCharsets.UTF_8));

        assertThat(AboutThis.licences(list)).isEqualTo("one: Apache-2.0\ntwo: MIT – ©\n");
    }

    @Test
    void aBuildTreeSaysThatItHasNoList() {
        assertThat(AboutThis.licences((InputStream) null)).contains("build tree").doesNotContain("null");
    }

    @Test
    void aListThatCannotBeReadIsToldAndNotThrown() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };

        assertThat(AboutThis.licences(broken))
                .isEqualTo("The list of the works of others cannot be read: the disk is gone.");
    }
}
