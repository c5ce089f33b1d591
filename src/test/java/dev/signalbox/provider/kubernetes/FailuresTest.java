package dev.signalbox.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final Failures failures = new Failures(() -> NOW);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "5 | 2026-11-20T10:00:05Z",
        "0 | 2026-11-20T10:00:01Z",
        "-7 | 2026-11-20T10:00:01Z",
        "1000000000 | 2026-11-20T10:15:00Z",
        "99999999999999999999 | 2026-11-20T10:00:01Z",
        "Fri, 20 Nov 2026 10:01:00 GMT | 2026-11-20T10:01:00Z",
        "soon | 2026-11-20T10:00:01Z",
    })
    void waitsAsLongAsAskedWithinReason(String retryAfter, Instant until) {
        assertThat(failures.of(answer(429, "{}", Map.of("retry-after", List.of(retryAfter))), List.of()))
                .isInstanceOfSatisfying(
                        RemoteProblem.RateLimited.class, limited -> assertThat(limited.until()).isEqualTo(until));
    }

    @Test
    void namesTheMissingPermission() {
        String body = "{\"kind\":\"Status\",\"message\":\"deployments.apps \\\"web\\\" is forbidden: User \\\"kim\\\" "
                + "cannot patch resource \\\"deployments\\\" in API group \\\"apps\\\" in the namespace \\\"shop\\\"\"}";
        assertThat(failures.of(answer(403, body, Map.of()), List.of()))
                .isInstanceOfSatisfying(RemoteProblem.Forbidden.class,
                        forbidden -> assertThat(forbidden.missing()).isEqualTo("patch deployments"));
    }

    @Test
    void doesNotQuoteAForeignPage() {
        RemoteProblem problem = failures.of(answer(502, "<h1>canary</h1>", Map.of()), List.of());
        assertThat(problem.detail()).isEqualTo("The cluster failed (HTTP 502): HTTP 502");
    }

    @Test
    void takesSecretsAndTricksOutOfMessages() {
        String body = "{\"message\":\"token abcdef-secret \\u202e refused\\n\"}";
        assertThat(failures.of(answer(400, body, Map.of()), List.of("abcdef-secret")).detail())
                .doesNotContain("abcdef", "\u202e", "\n");
    }

    @Test
    void knowsWhatWasCertainlyNotSent() {
        assertThat(sent(new ConnectException("refused"))).isEqualTo(Sent.NOTHING);
        assertThat(sent(new IOException(new UnknownHostException("x")))).isEqualTo(Sent.NOTHING);
        SSLHandshakeException untrusted = new SSLHandshakeException("bad");
        untrusted.initCause(new CertificateException("not for this name"));
        assertThat(sent(untrusted)).isEqualTo(Sent.NOTHING);
        assertThat(Failures.silence(untrusted, "h").detail()).contains("certificate is not trusted: not for this name");
        SSLHandshakeException cut = new SSLHandshakeException("Remote host terminated the handshake");
        cut.initCause(new EOFException());
        assertThat(sent(cut)).isEqualTo(Sent.NOTHING);
    }

    @Test
    void isNotSureAboutTheRest() {
        assertThat(sent(new IOException("Connection reset"))).isEqualTo(Sent.MAYBE);
        assertThat(sent(new EOFException())).isEqualTo(Sent.MAYBE);
    }

    @Test
    void aPageInPlaceOfJsonIsSaidToBeOne() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> answer(200, "<html>", Map.of()).json()))
                .hasMessageStartingWith("A web page answered instead of the cluster");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> answer(200, "{\"a\":1}x", Map.of()).json()))
                .hasMessageContaining("not JSON");
    }

    private static Sent sent(Throwable thrown) {
        return Failures.silence(thrown, "host:6443").sent();
    }

    private static ApiAnswer answer(int status, String body, Map<String, List<String>> headers) {
        return new ApiAnswer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
