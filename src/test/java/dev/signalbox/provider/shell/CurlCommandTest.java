package dev.signalbox.provider.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurlCommandTest {

    private static final URI PAGE = URI.create("https://ci.example.com/api/runs?x=1&y=it's");

    private final CurlCommand curl = new CurlCommand(
            "Authorization: Bearer $TOKEN", Map.of("X-Version", "3", "Accept", "application/json"));

    @Test
    void aRequestIsOneCommandThatTheShellTakesAsItStands() {
        assertThat(curl.of("POST", PAGE, "application/json", "{\"why\":\"it's due\"}")).isEqualTo(
                """
                        curl --fail-with-body --request POST \\
                          --header "Authorization: Bearer $TOKEN" \\
                          --header 'Accept: application/json' \\
                          --header 'X-Version: 3' \\
                          --header 'Content-Type: application/json' \\
                          --data-raw '{"why":"it'\\''s due"}' \\
                          'https://ci.example.com/api/runs?x=1&y=it'\\''s'""");
    }

    @Test
    void aRequestWithoutABodySaysNothingOfOne() {
        assertThat(curl.of("DELETE", PAGE, "application/json", ""))
                .startsWith("curl --fail-with-body --request DELETE")
                .doesNotContain("Content-Type", "--data-raw");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', value = {"plain,'plain'", "$(rm x),'$(rm x)'", "it's,'it'\\''s'",
        "';x;',''\\'';x;'\\'''"})
    void aWordStaysOneWord(String word, String quoted) {
        assertThat(ShellText.quoted(word)).isEqualTo(quoted);
    }

    @Test
    void whatHidesOrReordersIsWrittenOut() {
        assertThat(ShellText.visible("{\"name\":\"a\u202eb\u200b\"}")).isEqualTo("{\"name\":\"a\\u202eb\\u200b\"}");
        assertThat(ShellText.visible("\u00e4 \u4e2d \ud83d\ude80 \u007e"))
                .as("letters stay").isEqualTo("\u00e4 \u4e2d \ud83d\ude80 \u007e");
        assertThat(ShellText.visible("\udb40\udc41")).as("a tag beyond the first plane").isEqualTo("\\udb40\\udc41");
    }
}
