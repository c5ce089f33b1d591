package dev.signalbox.provider.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTextTest {

    private static final String TEXT = """
            # head
            version: 1
            github: # ours
              # the first
              - name: a
                # within a
                url: x   # of a

              # the second 😀
              - name: "b"
                owners:
                  - one
                  - two
              # the end of the list
            clusters: [{name: p, context: q}, {name: r}] # small
            memory:
              runs: 1
            # tail
            """;

    private static YamlText text() throws YamlProblem {
        return YamlText.of(TEXT);
    }

    @Test
    void anItemGoesWithTheCommentsWithinItAndNoOther() throws YamlProblem {
        assertThat(text().without("github/0")).isEqualTo(
                TEXT.replace("  - name: a\n    # within a\n    url: x   # of a\n", ""));
        assertThat(text().without("github/1")).isEqualTo(
                TEXT.replace("  - name: \"b\"\n    owners:\n      - one\n      - two\n", ""));
    }

    @Test
    void aListGoesWithItsLastItem() throws YamlProblem {
        String one = YamlText.of(TEXT).without("github/0");

        assertThat(YamlText.of(one).without("github/0"))
                .isEqualTo(TEXT.substring(0, TEXT.indexOf("github")) + TEXT.substring(TEXT.indexOf("  # the end")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "clusters/0 | [{name: r}] # small",
        "clusters/1 | [{name: p, context: q}] # small",
        "clusters/0/context | [{name: p}, {name: r}] # small",
        "clusters/0/name | [{context: q}, {name: r}] # small",
        "clusters/1/name | [{name: p, context: q}, {}] # small"})
    void whatStandsBetweenBracesIsCutOutOfThem(String place, String left) throws YamlProblem {
        assertThat(text().without(place)).contains("\nclusters: " + left + "\n").startsWith("# head");
    }

    @Test
    void anEntryGoesWithItsLines() throws YamlProblem {
        assertThat(text().without("github/0/url")).isEqualTo(TEXT.replace("    url: x   # of a\n", ""));
        assertThat(text().without("memory")).isEqualTo(TEXT.replace("memory:\n  runs: 1\n", ""));
        assertThat(text().without("github/0/name")).as("its dash is left to the next")
                .contains("  - url: x   # of a\n");
    }

    @Test
    void aValueIsReplacedAlone() throws YamlProblem {
        assertThat(text().with("github/0/url", "y")).isEqualTo(TEXT.replace("url: x ", "url: y "));
        assertThat(text().with("github/1/name", "c")).isEqualTo(TEXT.replace("\"b\"", "c"));
        assertThat(text().with("clusters/1/name", "s")).isEqualTo(TEXT.replace("name: r", "name: s"));
        assertThat(YamlText.of("a:\nb: 1\n").with("a", "2")).isEqualTo("a: 2\nb: 1\n");
    }

    @Test
    void aNewEntryStandsBesideTheOthers() throws YamlProblem {
        assertThat(text().with("github/0/proxy", "p")).isEqualTo(
                TEXT.replace("    url: x   # of a\n", "    url: x   # of a\n    proxy: p\n"));
        assertThat(text().with("github/1/proxy", "p")).contains("      - two\n    proxy: p\n  # the end");
        assertThat(text().with("clusters/1/act", "true")).contains("{name: r, act: true}]");
        assertThat(text().with("board", "b.yaml")).endsWith("  runs: 1\nboard: b.yaml\n# tail\n");
    }

    @Test
    void anItemIsAddedTheWayTheListIsWritten() throws YamlProblem {
        List<String> item = List.of("name: c", "url: z");

        assertThat(text().adding("github", item))
                .contains("      - two\n  - name: c\n    url: z\n  # the end of the list\n");
        assertThat(text().adding("clusters", item)).contains("{name: r}, {name: c, url: z}] # small");
        assertThat(text().adding("gitlab", item))
                .endsWith("  runs: 1\ngitlab:\n  - name: c\n    url: z\n# tail\n");
        assertThat(YamlText.of("github: []").adding("github", item)).isEqualTo("github: [{name: c, url: z}]");
        assertThat(YamlText.of("github:\nb: 1\n").adding("github", item))
                .isEqualTo("github:\n  - name: c\n    url: z\nb: 1\n");
        assertThat(YamlText.of("github:\n- name: a").adding("github", item))
                .isEqualTo("github:\n- name: a\n- name: c\n  url: z\n");
    }

    @Test
    void linesOfWindowsStayLinesOfWindows() throws YamlProblem {
        YamlText text = YamlText.of("a:\r\n  - name: x\r\n  - name: y\r\n");

        assertThat(text.adding("a", List.of("name: z"))).isEqualTo(
                "a:\r\n  - name: x\r\n  - name: y\r\n  - name: z\r\n");
        assertThat(text.without("a/0")).isEqualTo("a:\r\n  - name: y\r\n");
    }

    @Test
    void whatIsNotThereIsNotChanged() throws YamlProblem {
        YamlText text = text();

        assertThatIllegalArgumentException().isThrownBy(() -> text.without("github/0/gone"));
        assertThatIllegalArgumentException().isThrownBy(() -> text.without("gone/0"));
        assertThatIllegalArgumentException().isThrownBy(() -> text.with("version/0", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> YamlText.of("").adding("a", List.of("b: 1")));
        assertThatThrownBy(() -> YamlText.of("a: [")).isInstanceOf(YamlProblem.class);
    }
}
