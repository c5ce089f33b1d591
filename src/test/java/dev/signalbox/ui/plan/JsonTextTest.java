package dev.signalbox.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void spreadsAPatchOverLines() {
        String patch =
                "[{\"op\":\"test\",\"path\":\"/metadata/uid\",\"value\":\"u\"},{\"op\":\"replace\",\"value\":{\"spec\":{\"a\":1}}}]";
        assertThat(JsonText.pretty(patch)).isEqualTo("""
                [
                  {"op": "test", "path": "/metadata/uid", "value": "u"},
                  {
                    "op": "replace",
                    "value": {
                      "spec": {"a": 1}
                    }
                  }
                ]""");
    }

    @Test
    void leavesTextInQuotesAlone() {
        assertThat(JsonText.pretty("{\"a\":\"x,{ \\\" :}\"}")).isEqualTo("{\"a\": \"x,{ \\\" :}\"}");
    }

    @Test
    void breaksALongObjectEvenWhenItIsFlat() {
        String text = "{\"comment\":\"" + "x".repeat(100) + "\",\"state\":\"approved\"}";
        assertThat(JsonText.pretty(text).lines()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain words", "-----BEGIN", "42"})
    void leavesWhatIsNoJsonAsItIs(String text) {
        assertThat(JsonText.pretty(text)).isEqualTo(text);
    }

    /// What is shown must be what is sent: without white space outside of quotes both are the same.
    @ParameterizedTest
    @ValueSource(strings = {
        "{\"a\":[1,2,{\"b\":[]}],\"c\":{}}",
        "[[[[[[]]]]]]",
        "{\"broken\":[1,2",
        "]}]}",
        "{\"text\":\"unfinished",
        "[ { } , [ \"a b\" ] ]"
    })
    void changesOnlyWhiteSpace(String text) {
        assertThat(solid(JsonText.pretty(text))).isEqualTo(solid(text));
    }

    @Test
    void takesNoLongTimeForDeepNesting() {
        String deep = "[".repeat(20_000) + "]".repeat(20_000);
        assertThat(solid(JsonText.pretty(deep))).isEqualTo(deep);
    }

    private static String solid(String text) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            }
            if (quoted || !Character.isWhitespace(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
