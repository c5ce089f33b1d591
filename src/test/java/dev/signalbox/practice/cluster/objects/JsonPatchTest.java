package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPatchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1}             | [{"op":"add","path":"/b","value":2}]                 | {"a":1,"b":2}
            {"a":1}             | [{"op":"add","path":"/a","value":2}]                 | {"a":2}
            {"a":1}             | [{"op":"replace","path":"/a","value":null}]          | {"a":null}
            {"a":1,"b":2}       | [{"op":"remove","path":"/a"}]                        | {"b":2}
            {"l":[1,3]}         | [{"op":"add","path":"/l/1","value":2}]               | {"l":[1,2,3]}
            {"l":[1]}           | [{"op":"add","path":"/l/-","value":2}]               | {"l":[1,2]}
            {"l":[1,2,3]}       | [{"op":"remove","path":"/l/1"}]                      | {"l":[1,3]}
            {"l":[1,2]}         | [{"op":"replace","path":"/l/0","value":9}]           | {"l":[9,2]}
            {"a":{"x":1}}       | [{"op":"move","from":"/a/x","path":"/y"}]            | {"a":{},"y":1}
            {"a":{"x":1}}       | [{"op":"copy","from":"/a","path":"/b"}]              | {"a":{"x":1},"b":{"x":1}}
            {"a/b":1,"m~n":2}   | [{"op":"replace","path":"/a~1b","value":3}]          | {"a/b":3,"m~n":2}
            {"a":7}             | [{"op":"test","path":"/a","value":7.0}]              | {"a":7}
            {"a":1}             | [{"op":"replace","path":"","value":{"b":1}}]         | {"b":1}
            {"a":1}             | []                                                   | {"a":1}
            """)
    void appliesEveryOperation(String document, String patch, String expected) {
        assertThat(JsonPatch.apply(json(document), json(patch))).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{'op':'test','path':'/a','value':2}]", "[{'op':'test','path':'/missing','value':1}]",
        "[{'op':'replace','path':'/missing','value':1}]", "[{'op':'remove','path':'/missing'}]",
        "[{'op':'add','path':'/missing/deep','value':1}]", "[{'op':'add','path':'/l/5','value':1}]",
        "[{'op':'add','path':'/b'}]", "[{'op':'dance','path':'/a'}]", "[{'op':'move','from':'/x','path':'/y'}]",
        "[{'op':'replace','path':'no-slash','value':1}]", "[{'op':'replace','value':1}]",
        "[{'op':'remove','path':''}]"})
    void refusesWhatDoesNotApplyWithTheOpaqueAnswerOfTheServer(String patch) {
        JsonNode document = json("{\"a\":1,\"l\":[1]}");

        assertThatThrownBy(() -> JsonPatch.apply(document, json(patch.replace('\'', '"'))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(422);
                    assertThat(refusal.status().path("reason").asText()).isEqualTo("Invalid");
                    assertThat(refusal.status().path("details")).isEmpty();
                })
                .hasMessage("the server rejected our request due to an error in our request");
    }

    @Test
    void doesNotTouchTheDocumentWhenALaterOperationFails() {
        JsonNode document = json("{\"a\":1}");

        assertThatThrownBy(() -> JsonPatch.apply(document,
                json("[{\"op\":\"replace\",\"path\":\"/a\",\"value\":2},{\"op\":\"test\",\"path\":\"/a\",\"value\":1}]")))
                .isInstanceOf(Refusal.class);
        assertThat(document).isEqualTo(json("{\"a\":1}"));
    }

    @Test
    void seesEarlierOperationsInLaterTests() {
        JsonNode patched = JsonPatch.apply(json("{}"), json(
                "[{\"op\":\"add\",\"path\":\"/a\",\"value\":{}},{\"op\":\"test\",\"path\":\"/a\",\"value\":{}}]"));

        assertThat(patched).isEqualTo(json("{\"a\":{}}"));
    }

    @Test
    void refusesAPatchThatIsNoList() {
        assertThatThrownBy(() -> JsonPatch.apply(json("{}"), json("{}")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(400));
    }

    @Test
    void refusesMoreOperationsThanTheServerTakes() {
        String one = "{\"op\":\"add\",\"path\":\"/a\",\"value\":1}";
        String most = "[" + (one + ",").repeat(9_999) + one + "]";

        assertThat(JsonPatch.apply(json("{}"), json(most))).isEqualTo(json("{\"a\":1}"));
        assertThatThrownBy(() -> JsonPatch.apply(json("{}"), json("[" + one + "," + most.substring(1))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(413));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":{"b":1}}     | [{"op":"test","path":"/a","value":{"b":1}}]              | true
            {"a":[1,2]}       | [{"op":"test","path":"/a","value":[1,2]}]                | true
            {"a":[1,2]}       | [{"op":"test","path":"/a/1","value":2}]                  | true
            {"a":[1,2]}       | [{"op":"test","path":"/a","value":[2,1]}]                | false
            {"a":"7"}         | [{"op":"test","path":"/a","value":7}]                    | false
            {"a":null}        | [{"op":"test","path":"/a","value":null}]                 | true
            {}                | [{"op":"test","path":"/a","value":null}]                 | true
            {}                | [{"op":"test","path":"/a"}]                              | true
            {"a":0}           | [{"op":"test","path":"/a","value":null}]                 | false
            {"a":{"b":1,"c":2}} | [{"op":"test","path":"/a","value":{"c":2,"b":1}}]      | true
            {"a":{"b":1,"c":2}} | [{"op":"test","path":"/a","value":{"b":1}}]            | false
            """)
    void testsByValue(String document, String patch, boolean holds) {
        if (holds) {
            assertThat(JsonPatch.apply(json(document), json(patch))).isEqualTo(json(document));
        } else {
            assertThatThrownBy(() -> JsonPatch.apply(json(document), json(patch))).isInstanceOf(Refusal.class);
        }
    }

    private static JsonNode json(String text) {
        try {
            return Fields.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
