package dev.signalbox.provider.kubernetes.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.provider.kubernetes.kubeconfig.Kubeconfig.Context;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KubeconfigCorporaTest {

    static Stream<Path> everyFile() throws IOException, URISyntaxException {
        try (Stream<Path> all = Files.walk(corpora())) {
            return all.filter(Files::isRegularFile).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void readsEveryFileWithoutFailingOrRunningAnything(Path file) {
        Kubeconfig read = Kubeconfig.load(List.of(file));
        assertThat(read.toString()).doesNotContain("supertoken", "BEGIN RSA", "BEGIN EC", "BEGIN PRIVATE");
        for (Context context : read.contexts()) {
            if (context instanceof Context.Refused refused) {
                assertThat(refused.reason()).isNotBlank();
            }
        }
        assertThat(Path.of("/tmp/kubeconfig-exec-ran")).doesNotExist();
        assertThat(Path.of("/tmp/kubeconfig-exec-injected")).doesNotExist();
        assertThat(Path.of("/tmp/kubeconfig-exec-semi")).doesNotExist();
        assertThat(Path.of("/tmp/kubeconfig-authprovider-ran")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "own/auth-provider-cmd.yaml    | auth-provider was removed",
        "own/dup-context-names.yaml    | two contexts have this name",
        "own/missing-user.yaml         | names the user “nobody”, which is not described",
        "fabric8/config-proxy-source_kubeconfig-with-proxy-url | is not base64",
        "fabric8/test-kubeconfig-exec-with-spaces | v1alpha1",
    })
    void refusesAContextWithASentence(String file, String words) throws URISyntaxException {
        Context context = Kubeconfig.load(List.of(corpora().resolve(file.strip()))).contexts().getFirst();
        assertThat(context).isInstanceOfSatisfying(
                Context.Refused.class, refused -> assertThat(refused.reason()).contains(words.strip()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "own/yaml-billion-laughs.yaml | alias",
        "own/yaml-tag-gadget.yaml     | tag not allowed",
        "own/duplicate-keys.yaml      | line 14",
        "own/tabs.yaml                | line 2",
        "own/list-root.yaml           | a kubeconfig is a mapping, not a list",
    })
    void namesWhatIsWrongWithAFile(String file, String words) throws URISyntaxException {
        Kubeconfig read = Kubeconfig.load(List.of(corpora().resolve(file.strip())));
        assertThat(read.contexts()).isEmpty();
        assertThat(read.problems()).singleElement().asString().contains(words.strip());
    }

    @ParameterizedTest
    @CsvSource({"own/bom.yaml", "own/http-server.yaml", "own/exec-plain.yaml", "own/impersonate.yaml",
        "own/insecure-skip-tls.yaml", "own/proxy-url.yaml", "own/token-file-traversal.yaml",
        "fabric8/test-kubeconfig-exec-null-args", "kubernetes-java/kubeconfig-utf8"})
    void readsWhatIsGood(String file) throws URISyntaxException {
        Kubeconfig read = Kubeconfig.load(List.of(corpora().resolve(file)));
        assertThat(read.problems()).isEmpty();
        assertThat(read.contexts()).isNotEmpty().allMatch(Context.Usable.class::isInstance);
    }

    @Test
    void anEmptyFileHasNoContexts() throws URISyntaxException {
        Kubeconfig read = Kubeconfig.load(List.of(corpora().resolve("own/empty.yaml")));
        assertThat(read.contexts()).isEmpty();
        assertThat(read.problems()).isEmpty();
    }

    private static Path corpora() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(KubeconfigCorporaTest.class.getResource("/corpora/kubeconfig")).toURI());
    }
}
