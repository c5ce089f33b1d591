package dev.signalbox.provider.kubernetes;

import static dev.signalbox.provider.kubernetes.PodTroubleTest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {

    private static final JsonNode ODD = json("{'text':'a','number':7,'big':9007199254740993,'float':1.5,'list':[1],"
            + "'object':{'in':'b','not':3},'null':null,'yes':true}");

    @ParameterizedTest
    @ValueSource(strings = {"number", "big", "float", "list", "object", "null", "yes", "missing"})
    void whatIsNoTextIsEmpty(String field) {
        assertThat(Tree.text(ODD, field)).isEmpty();
        assertThat(Tree.text(ODD, field, "deeper", "still")).isEmpty();
    }

    @Test
    void readsTextsNumbersAndMapsWhereTheyAre() {
        assertThat(Tree.text(ODD, "text")).isEqualTo("a");
        assertThat(Tree.text(ODD, "object", "in")).isEqualTo("b");
        assertThat(Tree.number(ODD, -1, "number")).isEqualTo(7);
        assertThat(Tree.longNumber(ODD, "big")).as("ids beyond 2^53 keep every digit").isEqualTo(9007199254740993L);
        assertThat(Tree.texts(ODD, "object")).as("only texts").containsOnlyKeys("in");
        assertThat(Tree.texts(ODD, "list")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "big", "list", "null", "yes", "missing"})
    void whatIsNoSmallNumberIsTheOther(String field) {
        assertThat(Tree.number(ODD, -1, field)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "2026-11-20T10:00:00Z,2026-11-20T10:00:00Z", "2026-11-20T12:00:00+02:00,2026-11-20T10:00:00Z",
        "2026-11-20T10:00:00.123456Z,2026-11-20T10:00:00.123456Z", "yesterday,-", "2026-13-40T99:00:00Z,-",
        "2026-11-20,-", "'',-"
    })
    void readsTimesAndLeavesOthersOut(String text, @Nullable String time) {
        assertThat(Tree.time(json("{'at':'" + text + "'}"), "at"))
                .isEqualTo(time == null ? null : Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "[]", "7", "null", "{\"a\":1}{\"b\":2}", "{\"a\":1,\"a\":2}", "{", "{\"a\":}", "<html></html>", "{'a':1}"
    })
    void aDocumentIsOneWholeObject(String text) {
        assertThatThrownBy(() -> Tree.object(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(IOException.class);
    }

    @Test
    void bottomlessNestingIsRefused() {
        byte[] deep = ("{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Tree.object(deep)).isInstanceOf(IOException.class);
    }

    @Test
    void numbersKeepTheirText() throws IOException {
        String text = "{\"cpu\":0.10,\"big\":123456789012345678901234567890}";
        assertThat(Tree.write(Tree.object(text.getBytes(StandardCharsets.UTF_8)))).isEqualTo(text);
    }

    @Test
    void theControllerIsTheOwnerThatSaysSo() {
        JsonNode owned = json("{'metadata':{'ownerReferences':[{'uid':'a','kind':'X'},"
                + "{'uid':'b','kind':'ReplicaSet','controller':true},{'uid':'c','controller':true}]}}");
        assertThat(Tree.controller(owned)).isEqualTo("b");
        assertThat(Tree.ofController(owned, "kind")).isEqualTo("ReplicaSet");
        assertThat(Tree.controller(json("{'metadata':{'ownerReferences':[{'uid':'a','controller':false}]}}")))
                .isEmpty();
        assertThat(Tree.controller(json("{}"))).isEmpty();
    }
}
