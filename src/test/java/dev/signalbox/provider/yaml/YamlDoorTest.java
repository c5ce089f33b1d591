package dev.signalbox.provider.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDoorTest {

    private static YamlNode read(String text) throws YamlProblem {
        return YamlDoor.read(text, "test").orElseThrow();
    }

    @Test
    void everyNodeKnowsItsLine() throws YamlProblem {
        var root = (YamlNode.Mapping) read("a: 1\nb:\n  - x\n  - y\n");

        var list = (YamlNode.Sequence) root.get("b").orElseThrow();
        assertThat(list.items()).extracting(YamlNode::line).isEqualTo(List.of(3, 4));
        assertThat(root.get("a").orElseThrow().column()).isEqualTo(4);
    }

    @Test
    void wordsThatOtherReadersTakeForBooleansStayText() throws YamlProblem {
        var root = (YamlNode.Mapping) read("on: yes\nversion: 1.10\nempty:\n");

        assertThat(((YamlNode.Scalar) root.get("on").orElseThrow()).text()).isEqualTo("yes");
        assertThat(((YamlNode.Scalar) root.get("version").orElseThrow()).text()).isEqualTo("1.10");
        assertThat(((YamlNode.Scalar) root.get("empty").orElseThrow()).isNull()).isTrue();
    }

    @Test
    void anEmptyDocumentIsNothing() throws YamlProblem {
        assertThat(YamlDoor.read("# only a comment\n", "test")).isEmpty();
    }

    @Test
    void namesTheLineOfABrokenDocument() {
        assertThatThrownBy(() -> read("a: 1\nb: [1, 2\nc: 3\n"))
                .isInstanceOf(YamlProblem.class)
                .hasMessageStartingWith("line 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:1/\"]]]]",
        "!!java.util.Date 2026-01-01",
        "a: !custom x"
    })
    void refusesTagsThatNameTypes(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(YamlProblem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\na: 2\n", "{[1, 2]: x}", "a: 1\n---\nb: 2\n"})
    void refusesDuplicateKeysOddKeysAndSecondDocuments(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(YamlProblem.class);
    }

    @Test
    void refusesAnAliasBomb() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            char before = (char) (c - 1);
            bomb.append(c).append(": &").append(c).append(" [");
            bomb.append(("*" + before + ", ").repeat(8)).append("*").append(before).append("]\n");
        }

        assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(YamlProblem.class);
    }

    @Test
    void refusesDeepNestingAndTheMerelyHuge() {
        assertThatThrownBy(() -> read("[".repeat(60) + "]".repeat(60))).isInstanceOf(YamlProblem.class);
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(YamlProblem.class);
        assertThatThrownBy(() -> read("a: " + "x".repeat(3_000_001))).isInstanceOf(YamlProblem.class);
    }
}
