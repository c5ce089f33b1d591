package dev.signalbox.wiring.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.cluster.ClusterMark;
import dev.signalbox.wiring.config.ConsoleConfig.ClusterContext;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every change that the console makes to its file, and every change that a person could make in its place.
class ConsoleConfigEditTest {

    private static final Path FILE = Path.of("console.yaml").toAbsolutePath();
    private static final Path HOME = FILE.resolveSibling("home");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyConfigurationIsChangedIntoAnyOther(long seed) {
        ConsoleConfigs some = new ConsoleConfigs(seed);
        String text = "# mine\n" + ConsoleConfigText.write(some.next()) + "colour: blue # mine\n";
        for (int i = 0; i < 25; i++) {
            ConsoleConfig next = some.next();
            text = ConsoleConfigEdit.edit(text, FILE, HOME, next);

            assertThat(ConsoleConfigFile.read(text, FILE, HOME).config()).isEqualTo(ConsoleConfigText.sorted(next));
            assertThat(text).startsWith("# mine\n").contains("colour: blue # mine\n");
        }
    }

    @Test
    void whatDoesNotChangeIsLeftToTheLetter() {
        ConsoleConfigs some = new ConsoleConfigs(11);
        for (int i = 0; i < 50; i++) {
            ConsoleConfig one = some.next();
            String text = "# mine\n" + ConsoleConfigText.write(one).replace(": ", ":   ");

            assertThat(ConsoleConfigEdit.edit(text, FILE, HOME, ConsoleConfigFile.read(text, FILE, HOME).config()))
                    .isEqualTo(text);
        }
    }

    @Test
    void relativePathsAndQuotesStayAsTheyWereWritten() {
        String text = """
                version: "1"
                github:
                  - token-env: 'T'
                    ca-file: company.pem
                  - name: home
                    token: vault
                clusters:
                  - name: c
                    kubeconfig: ~/.kube/config
                    namespaces: shop
                    production: yes-of-course
                """;

        assertThat(ConsoleConfigEdit.edit(text, FILE, HOME, marked(text, ClusterMark.PRODUCTION_ACTING)))
                .isEqualTo(text.replace("yes-of-course", "true") + "    act: true\n");
        assertThat(ConsoleConfigEdit.edit(text, FILE, HOME, read(text).with(read(text).accounts().subList(1, 2))))
                .isEqualTo(text.replace("  - token-env: 'T'\n    ca-file: company.pem\n", ""));
    }

    @Test
    void aMarkThatGoesTakesItsFlagsAlong() {
        String text = """
                version: 1
                clusters:
                  - name: c
                    act: true # by Ana
                    namespaces: [shop]
                    production: true # since May
                """;

        assertThat(ConsoleConfigEdit.edit(text, FILE, HOME, marked(text, ClusterMark.ORDINARY))).isEqualTo("""
                version: 1
                clusters:
                  - name: c
                    namespaces: [shop]
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{version: 1, clusters: [{name: c, namespaces: [a]}, {name: d, namespaces: [b]}]}",
        "version: 1\nclusters: [{name: c, namespaces: [a]}, {name: d, namespaces: [b]}]\n",
        "version: 1\nclusters:\n- namespaces:\n  - a\n  name: c\n- name: d\n  namespaces: b",
        "---\nversion: 1\nclusters:\n  -\n    name: c\n    namespaces: [a]\n  -\n    name: d\n    namespaces: [b]\n...\n"
    })
    void everyWayToWriteAListIsUnderstood(String text) {
        ConsoleConfig one = read(text).withClusters(read(text).clusters().subList(1, 2));

        assertThat(read(ConsoleConfigEdit.edit(text, FILE, HOME, one))).isEqualTo(one);
        ConsoleConfig marked = marked(text, ClusterMark.PRODUCTION_READ_ONLY);
        assertThat(read(ConsoleConfigEdit.edit(text, FILE, HOME, marked))).isEqualTo(marked);
    }

    @Test
    void twoOfOneNameAreLeftToAPerson() {
        String text = """
                version: 1
                clusters:
                  - name: c
                  - name: c
                    namespaces: [shop]
                  - name: d
                    namespaces: [shop]
                """;
        ConsoleConfig without = read(text).withClusters(read(text).clusters().subList(1, 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsoleConfigEdit.edit(text, FILE, HOME, without))
                .withMessageContaining("Change it by hand");
    }

    @Test
    void whatCannotBeReadIsLeftToAPerson() {
        ConsoleConfig one = new ConsoleConfig(
                List.of(),
                List.of(new ClusterContext(new ConnectionId("c"), List.of(), "c", List.of("a"), List.of())), null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsoleConfigEdit.edit("clusters: [", FILE, HOME, one))
                .withMessageContaining("Change it by hand");
    }

    private static ConsoleConfig read(String text) {
        return ConsoleConfigFile.read(text, FILE, HOME).config();
    }

    private static ConsoleConfig marked(String text, ClusterMark mark) {
        return read(text).withClusters(read(text).clusters().stream().map(c -> c.with(mark)).toList());
    }
}
