package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    /// Valid by the grammar, refused by us: two keys with one name say two things.
    private static final Set<String> DUPLICATES =
            Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

    private final StrictJson json = new StrictJson();

    record Wire(@Nullable Long id, @Nullable String name, @Nullable Boolean done, @Nullable Integer count) {}

    static Stream<Path> suite() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder("json/test_parsing"))) {
            List<Path> all = files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
            assertThat(all).hasSizeGreaterThan(300);
            return all.stream();
        }
    }

    private static Path folder(String name) throws URISyntaxException {
        URL url = Objects.requireNonNull(StrictJsonTest.class.getResource("/corpora/" + name));
        return Path.of(url.toURI());
    }

    private @Nullable JsonNode treeOrNull(byte[] bytes) {
        try {
            return json.tree(bytes);
        } catch (RemoteFailure e) {
            assertThat(e.problem()).isInstanceOf(RemoteProblem.Unreadable.class);
            assertThat(e).hasNoCause();
            return null;
        }
    }

    @ParameterizedTest
    @MethodSource("suite")
    void judgesTheWholeSuiteAsTheGrammarDoes(Path file) throws IOException {
        String name = file.getFileName().toString();
        boolean accepted = treeOrNull(Files.readAllBytes(file)) != null;
        if (name.startsWith("y_")) {
            assertThat(accepted).isEqualTo(!DUPLICATES.contains(name));
        } else if (name.startsWith("n_")) {
            assertThat(accepted).isFalse();
        }
    }

    @Test
    void refusesNamesThatStandTwiceAndBytesThatAreNotText() throws Exception {
        try (Stream<Path> files = Files.list(folder("json/test_transform"))) {
            for (Path file : files.toList()) {
                JsonNode tree = treeOrNull(Files.readAllBytes(file));
                String name = file.getFileName().toString();
                boolean broken = name.startsWith("object_same_key") || name.endsWith("_invalid_codepoint.json")
                        || name.endsWith("_invalid_codepoints.json");
                boolean escaped = name.contains("_escaped_");
                assertThat(tree == null).as(name).isEqualTo(broken && !escaped);
            }
        }
    }

    private JsonNode own(String name) throws Exception {
        return json.tree(Files.readAllBytes(folder("own/json").resolve(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "deep-2000.json", "duplicate-keys.json", "empty.json", "html.json", "number-100k-digits.json",
        "trailing-html.json"
    })
    void refusesTheSurprises(String name) {
        assertThatThrownBy(() -> own(name)).isInstanceOf(RemoteFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bom.json", "ids-over-2-53.json", "null-body.json", "number-exp.json", "type-gadget.json"})
    void readsTheOdd(String name) throws Exception {
        assertThat(own(name)).isNotNull();
    }

    @Test
    void keepsLargeIdsExactly() throws Exception {
        JsonNode ids = own("ids-over-2-53.json");
        assertThat(ids.path("id").asLong()).isEqualTo(9007199254740993L);
        assertThat(ids.path("run_id").asText()).isEqualTo("18446744073709551615");
        assertThat(json.bind(json.tree(bytes("{\"id\":9007199254740993}")), Wire.class).id())
                .isEqualTo(9007199254740993L);
    }

    @Test
    void aClassNameInADocumentMeansNothing() throws Exception {
        Object bound = json.bind(own("type-gadget.json"), Object.class);
        assertThat(bound).isInstanceOf(Map.class);
        assertThat(json.bind(own("type-gadget.json"), Wire.class)).isEqualTo(new Wire(null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"id\":\"7\"}", "{\"id\":1.5}", "{\"id\":true}", "{\"name\":7}", "{\"name\":true}", "{\"done\":1}",
        "{\"done\":\"true\"}", "{\"count\":1.9}", "{\"count\":\"\"}", "{\"count\":3000000000}", "{\"name\":{}}",
        "{\"id\":18446744073709551615}", "[]", "7"
    })
    void takesNoTypeForAnother(String document) throws Exception {
        JsonNode tree = json.tree(bytes(document));
        assertThatThrownBy(() -> json.bind(tree, Wire.class))
                .isInstanceOf(RemoteFailure.class)
                .hasMessageContaining("Wire");
    }

    @Test
    void missingAndUnknownFieldsAreNoError() throws Exception {
        assertThat(json.bind(json.tree(bytes("{\"new_field\":{},\"name\":null}")), Wire.class))
                .isEqualTo(new Wire(null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary-Zq3xK9vB", "{\"a\":canary-Zq3xK9vB}",
        "{\"canary-Zq3xK9vB\":1,\"canary-Zq3xK9vB\":2}",
        "{\"a\":\"canary-Zq3xK9vB\"", "[1,2]canary-Zq3xK9vB"})
    void aComplaintRepeatsNothingOfTheDocument(String document) {
        assertThatThrownBy(() -> json.tree(bytes(document)))
                .isInstanceOf(RemoteFailure.class)
                .hasMessageNotContaining("canary")
                .hasMessageNotContaining("Zq3x")
                .hasNoCause();
        assertThatThrownBy(() -> json.bind(json.tree(bytes("{\"id\":\"canary-Zq3xK9vB\"}")), Wire.class))
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void refusesDepthStringsAndNumbersBeyondTheLimits() throws Exception {
        assertThat(json.tree(bytes("[".repeat(199) + "]".repeat(199)))).isNotNull();
        assertThat(treeOrNull(bytes("[".repeat(201) + "]".repeat(201)))).isNull();
        assertThat(treeOrNull(bytes("\"" + "x".repeat(10_000_001) + "\""))).isNull();
        assertThat(json.tree(bytes("1".repeat(1000)))).isNotNull();
        assertThat(treeOrNull(bytes("1".repeat(1001)))).isNull();
    }

    @Test
    void writesCompactJson() {
        assertThat(json.write(Map.of("ref", "main"))).isEqualTo("{\"ref\":\"main\"}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
