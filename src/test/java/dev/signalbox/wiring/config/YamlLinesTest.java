package dev.signalbox.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.provider.yaml.YamlDoor;
import dev.signalbox.provider.yaml.YamlNode;
import dev.signalbox.provider.yaml.YamlProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlLinesTest {

    @Test
    void writesListsOfMappingsAsAPersonWould() {
        YamlLines lines = new YamlLines().text("version", "1");
        lines.items("clusters", List.of("prod-eu", "prod us"), (name, to) -> to
                .text("name", name)
                .texts("namespaces", List.of("shop", "pay ments"))
                .mapping("inner", inner -> inner.flag("on", true).flag("off", false).maybe("none", null)));

        assertThat(lines).hasToString("""
                version: "1"
                clusters:
                  - name: prod-eu
                    namespaces: [shop, "pay ments"]
                    inner:
                      "on": true
                  - name: "prod us"
                    namespaces: [shop, "pay ments"]
                    inner:
                      "on": true
                """);
    }

    @Test
    void leavesOutWhatSaysNothing() {
        YamlLines lines = new YamlLines();
        lines.texts("namespaces", List.of()).unless("main", "branch", "main").unless("main", "other", "next");
        lines.items("services", List.of(), (one, to) -> to.text("never", "seen"));

        assertThat(lines).hasToString("other: next\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "true", "No", "~", "null", "NULL", "on", "1", "1e5", "0x1f", "12:30", "2026-01-01", "- a", "a: b", "a #b", "#",
        "{a}", "[a", "&a", "*a", "!!binary x", "%YAML", "@a", "`a", "a\nb: c", "a\rb", "\"", "'", "\\", "\\u0041", "|",
        ">", "a\tb", " a", "a ", "\u0000", "\u0007", "\u0085", "\u2028", "\u202Eevil", "\uFEFFa", "\uD83D\uDE00",
        "\uD800", "a,b]", "...", "---", "a:", "?", "<<", "="
    })
    void anyTextIsReadBackAsTheSameText(String hostile) throws YamlProblem {
        YamlLines lines = new YamlLines().text("key", hostile).texts("list", List.of(hostile, "end"));
        lines.mapping(hostile, to -> to.text("inside", hostile));

        YamlNode.Mapping read = (YamlNode.Mapping) YamlDoor.read(lines.toString(), "test").orElseThrow();

        assertThat(text(read.get("key").orElseThrow())).isEqualTo(hostile);
        assertThat(((YamlNode.Sequence) read.get("list").orElseThrow()).items())
                .extracting(YamlLinesTest::text).containsExactly(hostile, "end");
        assertThat(text(((YamlNode.Mapping) read.get(hostile).orElseThrow()).get("inside").orElseThrow()))
                .isEqualTo(hostile);
    }

    @Test
    void writesNothingButPrintableAscii() {
        YamlLines lines = new YamlLines().text("näme", "\u202Eтест\u0000\uD83D\uDE00\u2028");

        assertThat(lines.toString()).matches("[\\x20-\\x7e]+\\n").contains("\\u202e").contains("\\U0001f600");
    }

    private static String text(YamlNode node) {
        return ((YamlNode.Scalar) node).text();
    }
}
