package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceSectionsTest {

    private static final String ESC = "\u001b";
    private static final String K = "\r" + ESC + "[0K";

    @Test
    void aSectionBecomesAGroup() throws IOException {
        assertThat(folded("before\nsection_start:1560896352:my_section" + K + "Header\nline\n"
                + "section_end:1560896353:my_section" + K + "\nafter\n"))
                .isEqualTo("before\n##[group]Header\nline\n##[endgroup]\nafter\n");
    }

    @Test
    void whereOneEndsAndTheNextBeginsInOneLineBothAreTold() throws IOException {
        assertThat(folded("section_end:17:prepare_executor" + K + "section_start:17:prepare_script" + K + ESC + "[0K"
                + ESC + "[36;1mPreparing environment" + ESC + "[0;m\nRunning on runner-7\n"))
                .isEqualTo("##[endgroup]\n##[group]" + ESC + "[36;1mPreparing environment" + ESC
                        + "[0;m\nRunning on runner-7\n");
    }

    @Test
    void aSectionWithoutAHeaderIsCalledByItsName() throws IOException {
        assertThat(folded("section_start:17:upload_artifacts_on_success" + K + "\n"))
                .isEqualTo("##[group]upload artifacts on success\n");
    }

    @Test
    void optionsOfASectionAreNotShown() throws IOException {
        assertThat(folded("section_start:17:a[collapsed=true,hide_duration=true]" + K + "Header\n"))
                .isEqualTo("##[group]Header\n");
    }

    @Test
    void whatStandsBeforeAMarkerIsALineOfItsOwn() throws IOException {
        assertThat(folded("text" + "section_end:17:a" + K + "more\n")).isEqualTo("text\n##[endgroup]\nmore\n");
    }

    @Test
    void theTimeOfALineIsKeptAndTheNumberOfItsStreamIsNot() throws IOException {
        assertThat(folded("2024-05-22T12:43:46.962646Z 00O hello\n2024-05-22T12:43:47.000001Z 01E+ more\n"))
                .isEqualTo("2024-05-22T12:43:46.962646Z hello\n2024-05-22T12:43:47.000001Z  more\n");
    }

    @Test
    void timedSectionsHaveTheirTimes() throws IOException {
        assertThat(folded("2024-05-22T12:43:46.962646Z 00O section_start:17:a" + K + "Header\n"))
                .isEqualTo("2024-05-22T12:43:46.962646Z ##[group]Header\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "no end", "a\r\nb\r\n", "section_start:17:a", "section_start:x:a\r",
        "section_start:17:\r", "echo section_start:17:a b\r", "section_begin:17:a\r\n", "2024-05-22 00O x\n",
        "\u001b[31mred\u001b[0m \u202e ü\n", "section_start:1234567890123:a\r\n"})
    void everythingElseStaysAsItIs(String log) throws IOException {
        assertThat(folded(log)).isEqualTo(log);
    }

    @Test
    void bytesThatAreNoTextStayAsTheyAre() throws IOException {
        byte[] noise = new byte[100_000];
        new SplittableRandom(7).nextBytes(noise);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TraceSections.fold(new ByteArrayInputStream(noise), out);
        assertThat(Arrays.equals(out.toByteArray(), noise)).isTrue();
    }

    @Test
    void aLineOfManyMegabytesPassesInPieces() throws IOException {
        String log = "x".repeat(3_000_000) + "section_start:17:a" + K + "no marker there\nnext\n";
        assertThat(folded(log)).isEqualTo(log);
    }

    private static String folded(String log) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TraceSections.fold(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
