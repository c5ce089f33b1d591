package dev.signalbox.provider.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

    @Test
    void readsWhatIsThere() {
        JsonFields json = json("""
                {"name":"x","id":9007199254740993,"flag":true,"at":"2020-01-22T19:33:08Z",
                 "in":{"name":"y"},"list":[{"name":"a"},{"name":"b"}],"words":["p","q"]}""");
        assertThat(json.text("name")).isEqualTo("x");
        assertThat(json.number("id")).isEqualTo(9007199254740993L);
        assertThat(json.flag("flag")).isTrue();
        assertThat(json.time("at")).isEqualTo(Instant.parse("2020-01-22T19:33:08Z"));
        assertThat(json.object("in").text("name")).isEqualTo("y");
        assertThat(json.objects("list")).extracting(each -> each.text("name")).containsExactly("a", "b");
        assertThat(json.texts("words")).containsExactly("p", "q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"x\":null}", "[]", "null", "7", "\"x\"", "{\"x\":{\"x\":[]}}",
        "{\"x\":[[1],null,{}]}"})
    void treatsWrongTypesAsMissing(String text) {
        JsonFields json = json(text);
        assertThat(json.text("x")).isNull();
        assertThat(json.words("x")).isNull();
        assertThat(json.number("x")).isNull();
        assertThat(json.number("x", 5)).isEqualTo(5);
        assertThat(json.flag("x")).isFalse();
        assertThat(json.time("x")).isNull();
        assertThat(json.texts("x")).isEmpty();
        assertThat(json.object("x").object("y").text("z")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e30", "\"7\"", "true", "92233720368547758070", "1.0"})
    void takesNothingButWholeNumbersForNumbers(String number) {
        assertThat(json("{\"x\":" + number + "}").number("x")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "yesterday", "2020-01-22", "2020-01-22T19:33:08", "+999999999-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "",
        "2020-13-01T00:00:00Z"
    })
    void takesNothingButPlausibleTimesForTimes(String time) {
        assertThat(json("{\"x\":\"" + time + "\"}").time("x")).isNull();
    }

    @Test
    void understandsOffsets() {
        assertThat(json("{\"x\":\"2020-01-22T19:33:08.123+02:00\"}").time("x"))
                .isEqualTo(Instant.parse("2020-01-22T17:33:08.123Z"));
    }

    @Test
    void holdsNoAbsurdlyLongNames() {
        JsonFields json = json("{\"x\":\"" + "a".repeat(1001) + "\"}");
        assertThat(json.text("x")).isNull();
        assertThat(json.words("x")).hasSize(1001);
        assertThat(json("{\"x\":\"" + "a".repeat(200_001) + "\"}").words("x")).isNull();
    }

    @Test
    void whatHasAnotherTypeIsMissing() {
        JsonFields json = json("""
                {"text":7,"number":"7","flag":"true","time":true,"object":[],"list":{},"texts":[1,"a",null]}""");
        assertThat(json.text("text")).isNull();
        assertThat(json.number("number")).isNull();
        assertThat(json.number("number", 3)).isEqualTo(3);
        assertThat(json.flag("flag")).isFalse();
        assertThat(json.time("time")).isNull();
        assertThat(json.object("object").text("x")).isNull();
        assertThat(json.objects("list")).isEmpty();
        assertThat(json.texts("texts")).containsExactly("a");
    }

    @Test
    void whatIsAbsentIsMissing() {
        JsonFields json = json("{\"null\":null}");
        assertThat(json.has("null")).isFalse();
        assertThat(json.text("null")).isNull();
        assertThat(json.decimal("other")).isNull();
        assertThat(json.object("other").object("deeper").number("x")).isNull();
    }

    @Test
    void numbersAreWholeAndOfAnySize() {
        assertThat(json("{\"n\":9007199254740993}").number("n")).isEqualTo(9_007_199_254_740_993L);
        assertThat(json("{\"n\":7.0}").number("n")).isNull();
        assertThat(json("{\"n\":92233720368547758070}").number("n")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"98.29,98.29", "'\"98.29\"',98.29", "100,100", "'\"0\"',0", "0.465,0.465"})
    void coverageIsANumberOrWrittenAsOne(String sent, BigDecimal read) {
        assertThat(json("{\"n\":" + sent + "}").decimal("n")).isEqualByComparingTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"98,29\"", "\"\"", "-1", "1e400", "\"NaN\"", "[98]", "true", "\"1e9\""})
    void otherCoverageIsNone(String sent) {
        assertThat(json("{\"n\":" + sent + "}").decimal("n")).isNull();
    }

    @Test
    void timesHaveAnyZoneAndADayIsItsBeginning() {
        assertThat(json("{\"t\":\"2022-10-21T16:49:48.000+02:00\"}").time("t"))
                .isEqualTo(Instant.parse("2022-10-21T14:49:48Z"));
        assertThat(json("{\"t\":\"2026-12-31\"}").timeOrDay("t")).isEqualTo(Instant.parse("2026-12-31T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-40", "2026-12-3x", "-0001-01-01T00:00:00Z", "+99999-01-01T00:00:00Z",
        ""})
    void otherTimesAreNone(String written) {
        assertThat(json("{\"t\":\"" + written + "\"}").time("t")).isNull();
        assertThat(json("{\"t\":\"" + written + "\"}").timeOrDay("t")).isNull();
    }

    @Test
    void absurdNamesAreMissingWhileContentsMayBeLong() {
        String longest = "x".repeat(1_001);
        JsonFields json = json("{\"a\":\"" + longest + "\"}");
        assertThat(json.text("a")).isNull();
        assertThat(json.words("a")).isEqualTo(longest);
        assertThat(json("{\"a\":\"" + "x".repeat(200_001) + "\"}").words("a")).isNull();
        assertThat(json("{\"a\":\"" + "x".repeat(200_001) + "\"}").content("a")).hasSize(200_001);
    }

    private static JsonFields json(String text) {
        try {
            return new JsonFields(new JsonMapper().readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
