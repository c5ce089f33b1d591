package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.domain.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Names that address something else, or look like another one.
class SpoofedNamesTest {

    private static final BaseUrl BASE = BaseUrl.parse("https://api.github.com");

    static Stream<String> names() throws IOException {
        List<String> all = new ArrayList<>();
        json("/corpora/names/spoofed-names.json").forEach(each -> all.add(each.path("text").asText()));
        json("/corpora/strings/blns.json").forEach(each -> all.add(each.asText()));
        assertThat(all).hasSizeGreaterThan(500);
        return all.stream().distinct();
    }

    private static JsonNode json(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(SpoofedNamesTest.class.getResourceAsStream(resource))) {
            return new ObjectMapper().readTree(in);
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("names")
    void aNameIsOneSegmentOrMakesNoAddress(String name) {
        ApiUrl url = BASE.url("repos", name, "branches").query("ref", "main");
        boolean isOdd = name.isEmpty() || name.equals(".") || name.equals("..")
                || name.codePoints().anyMatch(c -> c < ' ' || c == 0x7f
                        || Character.getType(c) == Character.SURROGATE);
        assertThat(url.refusal().isPresent()).as("refused").isEqualTo(isOdd);
        if (!isOdd) {
            URI uri = url.uri();
            String[] path = uri.getRawPath().split("/", -1);
            assertThat(path).hasSize(4);
            assertThat(URLDecoder.decode(path[2].replace("+", "%2B"), StandardCharsets.UTF_8)).isEqualTo(name);
            assertThat(uri.getHost()).isEqualTo("api.github.com");
            assertThat(uri.getRawQuery()).isEqualTo("ref=main");
            assertThat(uri.getRawFragment()).isNull();
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("names")
    void nothingOfANameReordersOrHidesWhatStandsAroundIt(String name) {
        assertThat(SafeText.line(name).codePoints()).noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                    true;
            default -> Character.UnicodeBlock.of(c) == Character.UnicodeBlock.TAGS
                    || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200B;
        });
    }
}
