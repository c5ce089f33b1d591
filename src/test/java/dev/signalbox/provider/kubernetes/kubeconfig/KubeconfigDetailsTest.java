package dev.signalbox.provider.kubernetes.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Identity;
import dev.signalbox.provider.kubernetes.kubeconfig.Kubeconfig.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Field by field: what is honoured, and which sentence tells what is not.
class KubeconfigDetailsTest {

    private static final String PEM = "-----BEGIN CERTIFICATE-----\ncanary\n-----END CERTIFICATE-----\n";
    private static final String KEY = "-----BEGIN PRIVATE KEY-----\ncanary-key\n-----END PRIVATE KEY-----\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "https://host:6443,https://host:6443", "https://host:6443/,https://host:6443",
        "https://host/k8s/clusters/c-1,https://host/k8s/clusters/c-1", "https://host/k8s/,https://host/k8s",
        "https://[2001:db8::1]:6443,https://[2001:db8::1]:6443"
    })
    void takesTheAddressAsWrittenWithoutTheLastSlash(String written, String server) throws IOException {
        assertThat(access("server: '" + written + "'", "token: t").server()).hasToString(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "host:6443", "//host", "https://", "https:///path", "https://a b", "https://host?x=1", "unix:///var/run/k.sock",
        "https://a@b@c/", "javascript:x", "''"
    })
    void anythingElseIsNoAddressOfACluster(String written) throws IOException {
        assertThat(reason("server: " + (written.startsWith("'") ? written : "'" + written + "'"), "token: t"))
                .startsWith("The cluster “k” (config, line ").doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080",
        "http://LOCALHOST:1"})
    void aCredentialMayTravelInClearOnThisMachineOnly(String server) throws IOException {
        assertThat(access("server: '" + server + "'", "token: t").server()).hasScheme("http");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "token: t", "tokenFile: t", "{username: u, password: p}",
        "exec: {command: x, apiVersion: client.authentication.k8s.io/v1}"
    })
    void andNowhereElseWhateverKindItIs(String user) throws IOException {
        assertThat(reason("server: 'http://10.0.0.1'", user)).contains("would travel in clear");
    }

    @Test
    void withoutACredentialPlainHttpIsTheOwnersAffair() throws IOException {
        assertThat(access("server: 'http://10.0.0.1'", "{}").identity()).isEqualTo(Identity.ANONYMOUS);
    }

    @Test
    void authoritiesComeFromDataOrFromAFileBesideTheKubeconfig() throws IOException {
        String data = Base64.getEncoder().encodeToString(PEM.getBytes(StandardCharsets.UTF_8));
        assertThat(access("server: 'https://h', certificate-authority-data: " + data, "{}").trust().authorities())
                .isEqualTo(PEM);
        Files.writeString(Files.createDirectories(folder.resolve("pki")).resolve("ca.pem"), PEM);
        assertThat(access("server: 'https://h', certificate-authority: pki/ca.pem", "{}").trust().authorities())
                .isEqualTo(PEM);
        assertThat(access("server: 'https://h'", "{}").trust().authorities()).isNull();
    }

    @Test
    void dataGoesBeforeTheFileAsInKubectl() throws IOException {
        String data = Base64.getEncoder().encodeToString(PEM.getBytes(StandardCharsets.UTF_8));
        assertThat(access("server: 'https://h', certificate-authority: missing.pem, certificate-authority-data: "
                + data, "{}").trust().authorities()).isEqualTo(PEM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ca.bin | it is not UTF-8 text", "ca.txt | does not hold PEM text", "ca.big | it is larger than 1 MB",
        "folder | it is not a regular file", "missing | there is no such file"
    })
    void aFileOfAuthoritiesThatIsNoneIsNamed(String name, String words) throws IOException {
        Files.write(folder.resolve("ca.bin"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Files.writeString(folder.resolve("ca.txt"), "root:x:0:0");
        Files.write(folder.resolve("ca.big"), new byte[1_000_001]);
        Files.createDirectory(folder.resolve("folder"));
        assertThat(reason("server: 'https://h', certificate-authority: " + name, "{}"))
                .endsWith(words).doesNotContain("root:x");
    }

    @Test
    void aClientCertificateNeedsItsKey() throws IOException {
        Files.writeString(folder.resolve("c.pem"), PEM);
        Files.writeString(folder.resolve("k.pem"), KEY);
        ClusterAccess.Certificate both = Objects.requireNonNull(
                access("server: 'https://h'", "{client-certificate: c.pem, client-key: k.pem}").identity()
                        .certificate());
        assertThat(both.chain()).isEqualTo(PEM);
        assertThat(both.key().reveal()).isEqualTo(KEY);
        assertThat(both.toString()).doesNotContain("canary-key");
        assertThat(reason("server: 'https://h'", "client-certificate: c.pem")).contains("needs both");
        assertThat(reason("server: 'https://h'", "client-key: k.pem")).contains("needs both");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "token: [a] | token should be text, not a list", "token: {a: b} | token should be text, not a mapping",
        "exec: yes | exec should be a mapping", "exec: {command: [x]} | command should be text",
        "as-user-extra: 7 | as-user-extra should be a mapping",
        "{as: me, as-user-extra: {k: v}} | k should be a list",
        "{as: me, as-groups: [[a]]} | as-groups should be a list of texts",
        "exec: {command: x, apiVersion: client.authentication.k8s.io/v1, env: [x]} | env should be a list of mappings",
        "exec: {command: x, apiVersion: client.authentication.k8s.io/v1, env: {a: b}} | env should be a list",
        "exec: {command: x, apiVersion: client.authentication.k8s.io/v1, env: [{value: x}]} | without a proper name",
        "exec: {command: x, apiVersion: client.authentication.k8s.io/v1, env: [{name: 'a=b', value: x}]} | without a proper name",
        "exec: {command: x, apiVersion: client.authentication.k8s.io/v1, provideClusterInfo: 1} | should be true or false",
        "exec: {command: x, apiVersion: client.authentication.k8s.io/v2} | exec speaks",
        "client-certificate-data: '###' | does not hold PEM text",
        "auth-provider: {name: gcp} | removed from Kubernetes 1.26"
    })
    void aFieldOfAnotherKindIsNamedWithItsLine(String user, String words) throws IOException {
        assertThat(reason("server: 'https://h'", user)).contains("The user “u” (config, line 6): ").contains(words);
    }

    @Test
    void aPluginIsDescribedWithAllThatAPersonMustSee() throws IOException {
        ExecPlugin plugin = plugin("x", "[get-token, --flag]", "[{name: REGION, value: canary-value}]");
        assertThat(plugin.command()).isEqualTo("x");
        assertThat(plugin.args()).containsExactly("get-token", "--flag");
        assertThat(plugin.env()).containsOnlyKeys("REGION");
        assertThat(plugin.toString()).doesNotContain("canary-value");
        assertThat(plugin.installHint()).isEqualTo("brew install ‹U+202E›x");
    }

    @Test
    void whatAPersonAgreedToIsThisVeryCommandLine() throws IOException {
        List<String> hashes = List.of(
                plugin("x", "[a, b]", "[]").hash(), plugin("x", "[ab]", "[]").hash(), plugin("xa", "[b]", "[]").hash(),
                plugin("x", "[b, a]", "[]").hash(), plugin("x", "[a, b]", "[{name: N, value: v}]").hash(),
                plugin("x", "[a, b]", "[{name: N, value: w}]").hash());
        assertThat(hashes).doesNotHaveDuplicates();
        assertThat(plugin("x", "[a, b]", "[]").hash()).isEqualTo(hashes.getFirst());
    }

    @Test
    void theNamespaceOfTheContextIsTheOneThatIsMeant() throws IOException {
        Path file = Files.writeString(folder.resolve("config"), """
                clusters: [{name: k, cluster: {server: 'https://h'}}]
                users: []
                contexts:
                - {name: here, context: {cluster: k, namespace: shop}}
                - {name: there, context: {cluster: k}}
                """);
        Kubeconfig read = Kubeconfig.load(List.of(file));
        assertThat(read.contexts()).extracting(c -> ((Context.Usable) c).namespace()).containsExactly("shop",
                "default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clusters", "users", "contexts"})
    void twoOfOneNameAreNotGuessedBetween(String list) throws IOException {
        Map<String, String> lists = new LinkedHashMap<>(Map.of(
                "clusters", "{name: k, cluster: {server: 'https://h'}}", "users", "{name: u, user: {token: t}}",
                "contexts", "{name: c, context: {cluster: k, user: u}}"));
        StringBuilder text = new StringBuilder();
        lists.forEach((name, item) -> text.append(name).append(":\n- ").append(item).append('\n')
                .append(name.equals(list) ? "- " + item + "\n" : ""));
        Kubeconfig read = Kubeconfig.load(List.of(Files.writeString(folder.resolve("config"), text)));
        assertThat(read.context("c")).get().isInstanceOfSatisfying(
                Context.Refused.class, refused -> assertThat(refused.reason()).contains("rename one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "[]", "text", "- a\n- b"})
    void aFileThatIsNoMappingIsAProblemAndNoCrash(String text) throws IOException {
        Kubeconfig read = Kubeconfig.load(List.of(Files.writeString(folder.resolve("config"), text)));
        assertThat(read.contexts()).isEmpty();
        assertThat(read.problems()).singleElement().asString().contains("a kubeconfig is a mapping");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "contexts: 7 | contexts should be a list", "clusters: {a: b} | clusters should be a list",
        "users: [{user: {}}] | a user here has no name", "contexts: [7] | a context here has no name"
    })
    void aListOfAnotherKindIsNamed(String text, String words) throws IOException {
        Kubeconfig read = Kubeconfig.load(List.of(Files.writeString(folder.resolve("config"), text)));
        assertThat(read.problems()).singleElement().asString().contains("line 1").contains(words);
    }

    @Test
    void aByteOrderMarkAndAnEmptyFileDoNoHarm() throws IOException {
        Path marked = Files.writeString(folder.resolve("a"), "\ufeffcurrent-context: c\n");
        Path empty = Files.writeString(folder.resolve("b"), "");
        Kubeconfig read = Kubeconfig.load(List.of(marked, empty));
        assertThat(read.problems()).isEmpty();
        assertThat(read.currentContext()).isEqualTo("c");
    }

    @Test
    void aFileTooLargeToBeOneIsNotRead() throws IOException {
        Path large = Files.write(folder.resolve("large"), new byte[3_000_001]);
        assertThat(Kubeconfig.load(List.of(large)).problems()).singleElement().asString().endsWith("larger than 3 MB");
    }

    @Test
    void secretsAreEqualByContentAndPrintNothing() {
        assertThat(new Secret("a")).isEqualTo(new Secret("a")).hasSameHashCodeAs(new Secret("a"));
        assertThat(new Secret("a")).isNotEqualTo(new Secret("b")).doesNotHaveToString("a");
        assertThat(new Secret("a").equals("a")).isFalse();
    }

    @Test
    void aTokenFileThatIsGoneIsToldWhenItIsNeeded() throws IOException {
        Identity identity = access("server: 'https://h'", "tokenFile: rotating").identity();
        assertThat(identity.sendsSecrets()).isTrue();
        assertThatThrownBy(identity::currentToken).isInstanceOf(IOException.class)
                .hasMessage("the token file rotating cannot be read: there is no such file");
        Files.writeString(folder.resolve("rotating"), " t1 \n");
        assertThat(Objects.requireNonNull(identity.currentToken()).reveal()).isEqualTo("t1");
    }

    private ExecPlugin plugin(String command, String args, String env) throws IOException {
        return Objects.requireNonNull(access("server: 'https://h'",
                "exec: {command: " + command + ", apiVersion: client.authentication.k8s.io/v1, args: " + args
                        + ", env: " + env + ", installHint: \"brew install \\u202Ex\"}")
                .identity().plugin());
    }

    private ClusterAccess access(String cluster, String user) throws IOException {
        return switch (context(cluster, user)) {
            case Context.Usable usable -> usable.access();
            case Context.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    private String reason(String cluster, String user) throws IOException {
        return switch (context(cluster, user)) {
            case Context.Usable usable -> throw new AssertionError("usable: " + usable.access().server());
            case Context.Refused refused -> refused.reason();
        };
    }

    private Context context(String cluster, String user) throws IOException {
        Path file = Files.writeString(folder.resolve("config"), """
                clusters:
                - {name: k, cluster: {%s}}
                contexts:
                - {name: c, context: {cluster: k, user: u}}
                users:
                - {name: u, user: %s}
                """.formatted(cluster, user.startsWith("{") ? user : "{" + user + "}"));
        return Kubeconfig.load(List.of(file)).context("c").orElseThrow();
    }
}
