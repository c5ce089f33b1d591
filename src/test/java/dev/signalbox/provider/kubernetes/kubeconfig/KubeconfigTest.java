package dev.signalbox.provider.kubernetes.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Impersonation;
import dev.signalbox.provider.kubernetes.kubeconfig.Kubeconfig.Context;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeconfigTest {

    @TempDir
    Path folder;

    @Test
    void takesTheFirstOfSeveralFilesForTheSameName() throws IOException {
        Path first = file("a", "server: https://first", "token: one");
        Path second = file("b", "server: https://second", "token: two");
        Kubeconfig read = Kubeconfig.load(List.of(first, second));
        assertThat(read.contexts()).hasSize(1);
        assertThat(usable(read).access().server()).hasHost("first");
    }

    @Test
    void findsItsFilesLikeKubectl() {
        Path home = Path.of("/home/kim");
        assertThat(Kubeconfig.files("", home)).containsExactly(Path.of("/home/kim/.kube/config"));
        assertThat(Kubeconfig.files("/a" + File.pathSeparator + File.pathSeparator + "/b", home))
                .containsExactly(Path.of("/a"), Path.of("/b"));
    }

    @Test
    void saysInWordsWhatCannotBeAFile() {
        Path home = Path.of("/home/kim");
        String variable = "/a" + File.pathSeparator + "b\0c";
        assertThat(Kubeconfig.files(variable, home)).containsExactly(Path.of("/a"));
        assertThat(Kubeconfig.unusable(variable)).singleElement().asString()
                .startsWith("KUBECONFIG names “b").endsWith("which cannot be a file.").doesNotContain("\0");
        assertThat(Kubeconfig.files("\0", home)).as("not silently another file").isEmpty();
        assertThat(Kubeconfig.unusable("")).isEmpty();
    }

    @Test
    void aMissingFileIsAProblemAndTheOthersStillCount() throws IOException {
        Path good = file("a", "server: https://first", "token: one");
        Kubeconfig read = Kubeconfig.load(List.of(folder.resolve("none"), good));
        assertThat(read.problems()).singleElement().asString().endsWith("none: there is no such file");
        assertThat(read.contexts()).hasSize(1);
    }

    @Test
    void whatStandsBehindAnUnreadableFileIsRefused() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken"), "contexts: [");
        Path good = file("a", "server: https://first", "token: one");
        assertThat(Kubeconfig.load(List.of(broken, good)).context("c")).get()
                .isInstanceOfSatisfying(Context.Refused.class, refused -> assertThat(refused.reason())
                        .startsWith("The context “c” (a, line 10): a file that comes first cannot be read and may say"
                                + " otherwise (" + broken + ", "));
        Kubeconfig read = Kubeconfig.load(List.of(good, broken));
        assertThat(usable(read).access().server()).hasHost("first");
        assertThat(read.problems()).singleElement().asString().startsWith(broken.toString());
    }

    @Test
    void aFileThatSaysNothingStandsInNobodysWay() throws IOException {
        Path nothing = Files.writeString(folder.resolve("nothing"), "---\n");
        Kubeconfig read = Kubeconfig.load(List.of(nothing, file("a", "server: https://first", "token: one")));
        assertThat(usable(read).access().server()).hasHost("first");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aContextWhoseClusterStandsBehindAnUnreadableFileIsRefusedToo() throws IOException {
        Path first = Files.writeString(
                folder.resolve("first"), "contexts: [{name: c, context: {cluster: k, user: u}}]");
        Path last = file("last", "server: https://last", "token: one");
        for (String text : List.of("- a list", "clusters: {k: {server: 'https://k'}}")) {
            Path broken = Files.writeString(folder.resolve("broken"), text);
            assertThat(Kubeconfig.load(List.of(first, broken, last)).context("c")).get()
                    .isInstanceOf(Context.Refused.class);
        }
        assertThat(Kubeconfig.load(List.of(first, last)).context("c")).get().isInstanceOf(Context.Usable.class);
    }

    @Test
    void saysWhenTheServersCertificateIsNotChecked() throws IOException {
        String insecure = "server: %s\n    insecure-skip-tls-verify: true";
        assertThat(usable(Kubeconfig.load(List.of(file("a", insecure.formatted("https://h"), "token: one"))))
                .access()
                .caution())
                .startsWith("The certificate of this cluster is not checked");
        assertThat(usable(Kubeconfig.load(List.of(file("a", insecure.formatted("http://127.0.0.1"), "token: one"))))
                .access()
                .caution())
                .isEmpty();
        assertThat(usable(Kubeconfig.load(List.of(file("a", "server: https://h", "token: one")))).access().caution())
                .isEmpty();
    }

    @Test
    void oneBrokenContextLeavesTheOthers() throws IOException {
        Path file = Files.writeString(folder.resolve("config"), """
                clusters:
                - {name: k, cluster: {server: "https://host:6443"}}
                contexts:
                - {name: broken, context: {cluster: gone, user: u}}
                - {name: good, context: {cluster: k, namespace: shop}}
                users: []
                """);
        Kubeconfig read = Kubeconfig.load(List.of(file));
        assertThat(read.context("good")).get().isInstanceOf(Context.Usable.class);
        assertThat(read.context("broken")).get().isInstanceOfSatisfying(Context.Refused.class, refused -> assertThat(
                refused.reason())
                .isEqualTo("The context “broken” (config, line 4): names the cluster “gone”, which is not described"));
    }

    @Test
    void neverPrintsASecret() throws IOException {
        Kubeconfig read = Kubeconfig.load(List.of(file("a", "server: https://host",
                "{token: canary-token-1, username: kim, password: canary-password-2}")));
        assertThat(read.toString()).doesNotContain("canary");
        assertThat(Objects.requireNonNull(usable(read).access().identity().token()).reveal())
                .isEqualTo("canary-token-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "server: ftp://host | token: t | server should look like",
        "server: 'https://kim:pw@host' | token: t | may not hold a user name",
        "server: http://elsewhere | token: t | would travel in clear",
        "server: 'https://h', proxy-url: 'socks5://p:1' | token: t | only http:// proxies",
        "server: 'https://h', insecure-skip-tls-verify: maybe | token: t | true or false",
        "server: 'https://h', certificate-authority: none.pem | token: t | there is no such file",
        "server: 'https://h', certificate-authority-data: '%%' | token: t | does not hold PEM",
        "server: 'https://h' | client-certificate: c.pem | there is no such file",
        "server: 'https://h' | token: 'a b' | no token has",
        "server: 'https://h' | as-groups: [g] | need a user in as",
        "server: 'https://h' | as-groups: g | as-groups should be a list",
        "server: 'https://h' | exec: {command: x, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Always} | terminal",
        "server: 'https://h' | exec: {apiVersion: client.authentication.k8s.io/v1} | exec has no command",
    })
    void refusesWhatItCannotHonour(String cluster, String user, String words) throws IOException {
        Kubeconfig read = Kubeconfig.load(List.of(file("a", "{" + cluster.strip() + "}", "{" + user.strip() + "}")));
        assertThat(read.contexts()).singleElement().isInstanceOfSatisfying(
                Context.Refused.class, refused -> assertThat(refused.reason()).contains(words.strip()));
    }

    @Test
    void insecureAndAuthoritiesExcludeEachOther() throws IOException {
        Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n");
        Kubeconfig read = Kubeconfig.load(List.of(file(
                "a", "{server: 'https://h', certificate-authority: ca.pem, insecure-skip-tls-verify: true}",
                "token: t")));
        assertThat(read.contexts()).singleElement().asString().contains("exclude each other");
    }

    @Test
    void keepsWhomToActAs() throws IOException {
        Kubeconfig read = Kubeconfig.load(List.of(file("a", "server: 'https://h'",
                "{as: deployer, as-uid: '7', as-groups: [a, b], as-user-extra: {Reason: [night]}}")));
        assertThat(usable(read).access().impersonation())
                .isEqualTo(new Impersonation("deployer", "7", List.of("a", "b"), Map.of("reason", List.of("night"))));
    }

    @Test
    void describesAPluginWithoutRunningIt() throws IOException {
        Kubeconfig read = Kubeconfig.load(List.of(file("a", "server: 'https://h'", """
                exec: {apiVersion: client.authentication.k8s.io/v1, command: ./login, args: [a, "$(b)"],
                       env: [{name: KEY, value: canary-value}], provideClusterInfo: true, installHint: get it}""")));
        ExecPlugin plugin = Objects.requireNonNull(usable(read).access().identity().plugin());
        assertThat(plugin.args()).containsExactly("a", "$(b)");
        assertThat(plugin.tellsCluster()).isTrue();
        assertThat(plugin.toString()).doesNotContain("canary-value");
        assertThat(plugin.hash()).hasSize(64);
    }

    @Test
    void readsATokenFileAnewEachTime() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "first\n");
        var identity = usable(Kubeconfig.load(List.of(file("a", "server: 'https://h'", "tokenFile: token"))))
                .access().identity();
        assertThat(identity.currentToken()).isEqualTo(new Secret("first"));
        Files.writeString(token, "second");
        assertThat(identity.currentToken()).isEqualTo(new Secret("second"));
    }

    @Test
    void aTokenFileThatHoldsSomethingElseIsNotSent() throws IOException {
        Files.writeString(folder.resolve("token"), "root:x:0:0:root\nkim:x:1:1");
        var identity = usable(Kubeconfig.load(List.of(file("a", "server: 'https://h'", "tokenFile: token"))))
                .access().identity();
        assertThatThrownBy(identity::currentToken).hasMessage("the token file token does not hold one token");
        Files.delete(folder.resolve("token"));
        assertThatThrownBy(identity::currentToken).hasMessageContaining("there is no such file");
    }

    private Path file(String name, String cluster, String user) throws IOException {
        String indented = user.replace("\n", "\n      ");
        return Files.writeString(folder.resolve(name), """
                apiVersion: v1
                kind: Config
                current-context: c
                clusters:
                - name: k
                  cluster:
                    %s
                contexts:
                - name: c
                  context: {cluster: k, user: u}
                users:
                - name: u
                  user:
                    %s
                """.formatted(cluster, indented));
    }

    private static Context.Usable usable(Kubeconfig read) {
        return (Context.Usable) read.contexts().getFirst();
    }
}
