package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchKindTest {

    @ParameterizedTest
    @CsvSource({"application/json-patch+json, JSON", "application/merge-patch+json, MERGE",
        "application/strategic-merge-patch+json, STRATEGIC", "application/merge-patch+json;charset=UTF-8, MERGE",
        "Application/JSON-Patch+JSON, JSON", "' application/merge-patch+json ', MERGE"})
    void isToldByTheMediaType(String type, PatchKind expected) {
        assertThat(PatchKind.of(type)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/json", "application/apply-patch+yaml", "application/apply-patch+cbor",
        "json-patch", "application/json-patch+json2"})
    void isNothingElse(String type) {
        assertThatThrownBy(() -> PatchKind.of(type)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(415));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            JSON      | [{'op':'replace','path':'/spec/list','value':[{'name':'b'}]}]
            MERGE     | {'spec':{'list':[{'name':'b'}]}}
            STRATEGIC | {'spec':{'list':[{'name':'b'}]}}
            """)
    void leavesTheObjectAsItWas(PatchKind kind, String patch) {
        ObjectNode object = (ObjectNode) json("{'spec':{'list':[{'name':'a'}]}}");
        ObjectNode before = object.deepCopy();

        assertThat(kind.apply(object, json(patch)).at("/spec/list/0/name").asText()).isEqualTo("b");
        assertThat(object).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(value = PatchKind.class, names = {"MERGE", "STRATEGIC"})
    void mergesObjectsOnly(PatchKind kind) {
        for (String patch : new String[] {"[]", "7", "null", "'text'"}) {
            assertThatThrownBy(() -> kind.apply(Fields.newObject(), json(patch)))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(400))
                    .hasMessageStartingWith("error decoding patch");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{'op':'replace','path':'','value':7}]", "[{'op':'add','path':'','value':[]}]",
        "[{'op':'replace','path':'','value':null}]"})
    void neverTurnsAnObjectIntoSomethingElse(String patch) {
        assertThatThrownBy(() -> PatchKind.JSON.apply(Fields.newObject(), json(patch)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(422));
    }

    private static JsonNode json(String text) {
        try {
            return Fields.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        } catch (IOException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
