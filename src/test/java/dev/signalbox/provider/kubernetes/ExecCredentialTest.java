package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Identity;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Impersonation;
import dev.signalbox.provider.kubernetes.kubeconfig.ClusterAccess.Trust;
import dev.signalbox.provider.kubernetes.kubeconfig.ExecPlugin;
import dev.signalbox.provider.kubernetes.kubeconfig.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a credential program is asked and what counts as its answer, and where programs are looked for.
class ExecCredentialTest {

    private static final String V1 = "client.authentication.k8s.io/v1";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsATokenWithItsEnd() throws IOException {
        ExecCredential credential = parse("""
                {"kind":"ExecCredential","apiVersion":"%s",
                 "status":{"token":"abc.def","expirationTimestamp":"2026-11-20T10:00:00Z"}}""".formatted(V1));
        assertThat(Objects.requireNonNull(credential.token()).reveal()).isEqualTo("abc.def");
        assertThat(credential.certificate()).isNull();
        assertThat(credential.expiresAt()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(credential.toString()).doesNotContain("abc.def");
    }

    @Test
    void readsACertificateWithItsKey() throws IOException {
        ExecCredential credential = parse("""
                {"kind":"ExecCredential","apiVersion":"%s",
                 "status":{"clientCertificateData":"chain","clientKeyData":"key"}}""".formatted(V1));
        assertThat(credential.token()).isNull();
        assertThat(Objects.requireNonNull(credential.certificate()).chain()).isEqualTo("chain");
        assertThat(credential.expiresAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:58:59Z,true", "2026-11-20T09:59:00Z,false", "2026-11-20T10:00:00Z,false",
        "2026-11-20T11:00:00Z,false"
    })
    void aCredentialIsNotUsedToItsVeryEnd(Instant now, boolean fresh) {
        ExecCredential credential =
                new ExecCredential(new Secret("x"), null, Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(credential.isFreshAt(now)).isEqualTo(fresh);
        assertThat(new ExecCredential(new Secret("x"), null, null).isFreshAt(now)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "not json canary", "[]", "{}",
        "{\"kind\":\"Secret\",\"apiVersion\":\"" + V1 + "\",\"status\":{\"token\":\"canary\"}}",
        "{\"kind\":\"ExecCredential\",\"apiVersion\":\"v0\",\"status\":{\"token\":\"canary\"}}",
        "{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + V1 + "\"}",
        "{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + V1 + "\",\"status\":{\"token\":\"\"}}",
        "{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + V1 + "\",\"status\":{\"token\":7}}",
        "{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + V1 + "\",\"status\":{\"clientKeyData\":\"canary\"}}",
        "{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + V1 + "\",\"status\":{\"token\":\"canary\\r\\nX-Evil: 1\"}}",
        "{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + V1 + "\",\"status\":{\"token\":\"canary canary\"}}",
        "{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + V1 + "\",\"status\":{\"token\":\"canaryü\"}}"
    })
    void anythingElseIsRefusedWithoutRepeatingIt(String printed) {
        assertThatThrownBy(() -> parse(printed))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("canary")
                .satisfies(e -> assertThat(e.getCause()).as("a parser's message quotes what it read").isNull());
    }

    @Test
    void isAskedWithoutBeingToldMoreThanItWants() throws IOException {
        JsonNode question = question(false, new Trust("CA", "inner", false));
        assertThat(question.path("kind").asText()).isEqualTo("ExecCredential");
        assertThat(question.path("apiVersion").asText()).isEqualTo(V1);
        assertThat(question.path("spec").path("interactive").asBoolean(true)).isFalse();
        assertThat(question.path("spec").has("cluster")).isFalse();
    }

    @Test
    void isToldWhichClusterWhenItWantsToKnow() throws IOException {
        JsonNode cluster = question(true, new Trust("CA", "inner", false)).path("spec").path("cluster");
        assertThat(cluster.path("server").asText()).isEqualTo("https://cluster.example");
        assertThat(cluster.path("tls-server-name").asText()).isEqualTo("inner");
        assertThat(new String(
                Base64.getDecoder().decode(cluster.path("certificate-authority-data").asText()),
                StandardCharsets.ISO_8859_1)).isEqualTo("CA");
        assertThat(cluster.path("proxy-url").asText()).isEqualTo("http://proxy.example:3128");
        assertThat(cluster.has("insecure-skip-tls-verify")).isFalse();
        assertThat(question(true, new Trust(null, null, true)).path("spec").path("cluster")
                .path("insecure-skip-tls-verify").asBoolean(false)).isTrue();
    }

    @Test
    void aBareNameIsFoundOnThePathOnly() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Path wanted = program(second.resolve("login"));
        Files.writeString(first.resolve("login"), "not executable");
        assertThat(find(first + ":" + second, "login")).isEqualTo(wanted);
        assertThat(find(first.toString(), "login")).isNull();
        program(folder.resolve("beside"));
        assertThat(find(first.toString(), "beside")).as("beside the kubeconfig, but not on the path").isNull();
        assertThat(find("", "login")).isNull();
    }

    @Test
    void aRelativeNameBelongsToTheFolderOfTheKubeconfig() throws IOException {
        Path wanted = program(Files.createDirectories(folder.resolve("bin")).resolve("login"));
        assertThat(find("", "./bin/login")).isEqualTo(wanted);
        assertThat(find("", "bin/../bin/login")).isEqualTo(wanted);
        assertThat(find("", wanted.toString())).isEqualTo(wanted);
        assertThat(find("", "./bin")).as("a folder is no program").isNull();
        assertThat(find("", "./bin/missing")).isNull();
        assertThat(find("", "a\0b/c")).isNull();
    }

    private @Nullable Path find(String path, String command) {
        return new ExecPrograms(Map.of("PATH", path)).find(folder.resolve("config"), command).orElse(null);
    }

    private static Path program(Path file) throws IOException {
        Files.writeString(file, "#!/bin/sh\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static JsonNode question(boolean tells, Trust trust) throws IOException {
        ExecPlugin plugin = new ExecPlugin(Path.of("config"), "login", List.of(), Map.of(), V1, tells, "");
        ClusterAccess access = new ClusterAccess(
                URI.create("https://cluster.example"), trust, URI.create("http://proxy.example:3128"),
                Identity.ANONYMOUS, Impersonation.NONE, Path.of("config"));
        return Tree.object(ExecCredential.question(plugin, access).getBytes(StandardCharsets.UTF_8));
    }

    private static ExecCredential parse(String printed) throws IOException {
        return ExecCredential.parse(printed.getBytes(StandardCharsets.UTF_8), V1);
    }
}
