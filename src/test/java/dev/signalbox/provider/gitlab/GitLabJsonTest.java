package dev.signalbox.provider.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabJsonTest {

    @Test
    void whatHasAnotherTypeIsMissing() {
        GitLabJson json = json("""
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
        GitLabJson json = json("{\"null\":null}");
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
        assertThat(json("{\"t\":\"2026-12-31\"}").time("t")).isEqualTo(Instant.parse("2026-12-31T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-40", "2026-12-3x", "-0001-01-01T00:00:00Z", "+99999-01-01T00:00:00Z",
        ""})
    void otherTimesAreNone(String written) {
        assertThat(json("{\"t\":\"" + written + "\"}").time("t")).isNull();
    }

    @Test
    void absurdNamesAreMissingWhileContentsMayBeLong() {
        String longest = "x".repeat(1_001);
        GitLabJson json = json("{\"a\":\"" + longest + "\"}");
        assertThat(json.text("a")).isNull();
        assertThat(json.words("a")).isEqualTo(longest);
        assertThat(json("{\"a\":\"" + "x".repeat(200_001) + "\"}").words("a")).isNull();
        assertThat(json("{\"a\":\"" + "x".repeat(200_001) + "\"}").content("a")).hasSize(200_001);
    }

    private static GitLabJson json(String text) {
        return new GitLabJson(GitLabSchema.json(text));
    }
}
