package dev.signalbox.provider.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubJsonTest {

    @Test
    void readsWhatIsThere() {
        GitHubJson json = json("""
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
        GitHubJson json = json(text);
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
        GitHubJson json = json("{\"x\":\"" + "a".repeat(1001) + "\"}");
        assertThat(json.text("x")).isNull();
        assertThat(json.words("x")).hasSize(1001);
        assertThat(json("{\"x\":\"" + "a".repeat(200_001) + "\"}").words("x")).isNull();
    }

    private static GitHubJson json(String text) {
        return new GitHubJson(WireFiles.json(text));
    }
}
