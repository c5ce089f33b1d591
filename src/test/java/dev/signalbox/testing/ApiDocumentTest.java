package dev.signalbox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The check of requests can fail.
class ApiDocumentTest {

    private static final String TEXT = """
            {
              "paths": {
                "/runs/{id}": {"get": {"summary": "one"}},
                "/runs/latest": {"get": {"summary": "latest"}},
                "/files/{path}": {"get": {"summary": "file"}}
              },
              "schemas": {
                "start": {
                  "type": "object",
                  "required": ["ref"],
                  "maxProperties": 4,
                  "properties": {
                    "ref": {"type": "string", "enum": ["main", "next"]},
                    "depth": {"type": "integer"},
                    "force": {"type": "boolean"},
                    "labels": {"type": "array", "items": {"$ref": "#/schemas/label"}},
                    "inputs": {"type": "object", "open": true}
                  }
                },
                "label": {"type": "string"}
              }
            }
            """;

    private final JsonNode whole = json(TEXT);
    private final ApiDocument document = new ApiDocument(
            whole, template -> template.startsWith("/files/"), schema -> schema.path("open").asBoolean());

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"/runs/7, /runs/{id}", "/runs/latest, /runs/latest", "/files/a/b/c, /files/{path}"})
    void aPathBelongsToTheTemplateThatSaysMost(String path, String template) {
        assertThat(document.template(path)).contains(template);
        assertThat(document.operation(template, "GET").isMissingNode()).isFalse();
        assertThat(document.operation(template, "POST").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/runs", "/runs/7/jobs", "/walks/7", "/files", ""})
    void otherPathsBelongToNone(String path) {
        assertThat(document.template(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"ref\": \"main\"}",
        "{\"ref\": \"next\", \"depth\": 7, \"force\": true, \"labels\": [\"a\", \"b\"]}",
        "{\"ref\": \"main\", \"inputs\": {\"any\": {\"thing\": 1}}}"
    })
    void allowsWhatIsDescribed(String body) {
        assertThat(faults(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[]|body is not object",
        "{}|body.ref is missing",
        "{\"ref\": 7}|body.ref is not string",
        "{\"ref\": \"other\"}|body.ref is none of [\"main\",\"next\"]",
        "{\"ref\": \"main\", \"depth\": \"7\"}|body.depth is not integer",
        "{\"ref\": \"main\", \"force\": 1}|body.force is not boolean",
        "{\"ref\": \"main\", \"labels\": \"a\"}|body.labels is not array",
        "{\"ref\": \"main\", \"labels\": [\"a\", 7]}|body.labels[] is not string",
        "{\"ref\": \"main\", \"colour\": \"red\"}|body.colour is not described",
        "{\"ref\":\"main\",\"depth\":1,\"force\":true,\"labels\":[],\"inputs\":{}}|body has too many properties"
    })
    void reportsWhatIsNot(String body, String fault) {
        assertThat(faults(body)).containsExactly(fault);
    }

    private List<String> faults(String body) {
        List<String> faults = new ArrayList<>();
        document.valueFaults("body", json(body), whole.at("/schemas/start"), faults);
        return faults;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/runs/7|", "/runs/x|id is not integer: x"})
    void textOfAPathIsCheckedToo(String path, String fault) {
        List<String> faults = new ArrayList<>();
        document.pathFaults("/runs/{id}", path, name -> json("{\"type\": \"integer\"}"), faults);
        assertThat(faults).isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @Test
    void aPlaceholderThatNobodyDescribesIsReported() {
        List<String> faults = new ArrayList<>();
        document.pathFaults("/runs/{id}", "/runs/7", name -> null, faults);
        assertThat(faults).containsExactly("path parameter id is not described");
    }

    @Test
    void textOfAQueryIsDecodedAndChecked() {
        List<String> faults = new ArrayList<>();
        JsonNode schema = json("{\"type\": \"boolean\"}");
        ApiDocument.pairs("a%5B%5D=true&b=1+2").forEach(
                pair -> ApiDocument.textFaults(ApiDocument.nameIn(pair), ApiDocument.valueIn(pair), schema, faults));
        assertThat(faults).containsExactly("b is not boolean: 1 2");
        assertThat(ApiDocument.pairs(null)).isEmpty();
    }
}
