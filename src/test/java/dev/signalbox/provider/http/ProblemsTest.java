package dev.signalbox.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.provider.http.WireAnswer.Framing;
import dev.signalbox.provider.http.WireFailure.Reason;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    private final ServerClock clock = new ServerClock();
    private final Problems problems =
            new Problems(new StrictJson(), new Redaction(List.of("Zq3xK9vB2mN7")), clock);

    private static WireAnswer answer(int status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        AnswerHeaders headers = new AnswerHeaders(Map.of("Content-Type", List.of(type)));
        return new WireAnswer(status, headers, bytes, bytes.length, null, Framing.EXACT, Doors.NOW, Doors.NOW);
    }

    private RemoteProblem of(int status, String type, String body) {
        return problems.of(answer(status, type, body), "api.github.com", Optional.empty());
    }

    private String broken(IOException cause) {
        return problems.of(new WireFailure(Reason.BROKEN, Sent.MAYBE, cause), "api.github.com").detail();
    }

    @Test
    void quotesTheServersOwnWordsAfterOurs() {
        assertThat(of(422, "application/json",
                "{\"message\":\"Validation Failed\",\"errors\":[{\"message\":\"no ref\"},\"odd\"]}"))
                .isEqualTo(new RemoteProblem.Rejected(
                        "api.github.com refused the request (422): Validation Failed; no ref; odd", 422));
        assertThat(of(404, "application/json", "{\"message\":\"Not Found\"}").detail())
                .isEqualTo("api.github.com does not have this, or hides it from this account (404): Not Found");
        assertThat(of(403, "application/json", "{\"error\":\"insufficient_scope\"}").detail())
                .endsWith("insufficient_scope");
    }

    @Test
    void quotesWhatGitLabSaysOfEachField() {
        assertThat(of(400, "application/json", "{\"message\":{\"base\":[\"a\",7,\"b\"],\"ref\":[\"is missing\"]}}"))
                .isEqualTo(new RemoteProblem.Rejected(
                        "api.github.com refused the request (400): base a; base b; ref is missing", 400));
    }

    @Test
    void namesTheScopeThatGitLabWants() {
        RemoteProblem problem = of(403, "application/json", """
                {"error":"insufficient_scope","error_description":"More is needed.","scope":"api read_api"}""");
        assertThat(problem).isEqualTo(new RemoteProblem.Forbidden(
                "api.github.com does not allow this (403): insufficient_scope; More is needed.", "api read_api"));
        assertThat(of(403, "application/json", "{\"scope\":[7],\"error\":[]}"))
                .isEqualTo(new RemoteProblem.Forbidden("api.github.com does not allow this (403)", null));
        assertThat(of(403, "text/plain", "no")).extracting("missing").isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "text/html|<h1>evil</h1>", "application/json|{\"message\":", "application/json|[1]",
        "application/json|{\"message\":7}",
        "text/plain|Zq3xK9vB2mN7", "application/json|{\"message\":\"\"}"
    })
    void quotesNothingElse(String type, String body) {
        assertThat(of(500, type, body)).isEqualTo(new RemoteProblem.ServerFault("api.github.com failed (500)", 500));
    }

    @Test
    void wordsAreSafeShortAndFreeOfSecrets() {
        String detail =
                of(400, "application/json", "{\"message\":\"a\\u202eb\\nc Zq3xK9vB2mN7 " + "x".repeat(3000) + "\"}")
                        .detail();
        assertThat(detail).contains("a‹U+202E›b‹LF›c •••").hasSizeLessThanOrEqualTo(400).doesNotContain("Zq3xK9");
    }

    @Test
    void namesWhatBrokeTheConnection() {
        assertThat(broken(new SocketException("Connection reset")))
                .isEqualTo("The connection to api.github.com was cut");
        assertThat(broken(new SocketTimeoutException("Zq3xK9vB2mN7")))
                .isEqualTo("api.github.com did not answer in time");
        assertThat(broken(new SSLHandshakeException("x"))).isEqualTo("No encrypted connection to api.github.com");
    }

    @Test
    void namesAWrongClockWhereACertificateIsRefused() {
        SSLHandshakeException refused = new SSLHandshakeException("no");
        refused.initCause(new UntrustedServer("its certificate expired", new CertificateException()));
        assertThat(broken(refused)).isEqualTo("api.github.com is not trusted: its certificate expired");
        AnswerHeaders headers = new AnswerHeaders(Map.of("Date", List.of("Fri, 20 Nov 2026 13:00:00 GMT")));
        clock.observe(new WireAnswer(200, headers, new byte[0], 0, null, Framing.EXACT, Doors.NOW, Doors.NOW));
        assertThat(broken(refused)).endsWith("; this machine's clock is 60 minutes off, which may be the cause");
    }

    @Test
    void aTimeOutSaysWhetherAConnectionStood() {
        assertThat(problems.of(new WireFailure(Reason.DEADLINE, Sent.NOTHING, null), "h").detail())
                .isEqualTo("No connection to h in time");
        assertThat(problems.of(new WireFailure(Reason.DEADLINE, Sent.MAYBE, null), "h").detail())
                .isEqualTo("h did not answer in time");
    }

    @Test
    void jsonThatBeginsLikeAPageIsOneUnlessItsTypeIsAPrivateOne() {
        assertThat(Problems.isSignInPage(answer(200, "application/json", " \n<html>"))).isTrue();
        assertThat(Problems.isSignInPage(answer(200, "application/vnd.github.raw+json", "<project/>"))).isFalse();
        assertThat(Problems.isSignInPage(answer(200, "application/json", "{}"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "403|text/html; charset=utf-8|Access denied", "404|text/html|<html>", "410|application/xhtml+xml|<p>",
        "403||<!DOCTYPE HTML><title>Sign in</title>", "404|text/plain| <HTML>"
    })
    void aRefusalThatIsAWebPageIsNoneOfTheServers(int status, String type, String body) {
        assertThat(of(status, type == null ? "" : type, body)).isEqualTo(
                new RemoteProblem.Unreadable("A sign-in page answered instead of api.github.com"));
    }

    @Test
    void whatCannotBeWrittenToThisDiskIsNotTheServersFault() {
        WireAnswer lost = new WireAnswer(
                200, new AnswerHeaders(Map.of()), new byte[0], 0, WireAnswer.Flaw.NOT_KEPT, Framing.EXACT, Doors.NOW,
                Doors.NOW);
        assertThat(problems.of(lost, "api.github.com", Optional.empty())).isEqualTo(
                new RemoteProblem.NotKept("From api.github.com: the answer could not be written to disk"));
    }

    @Test
    void aRefusalInXmlOrWithoutABodyIsTheServersOwn() {
        assertThat(of(403, "application/xml", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>"))
                .isInstanceOf(RemoteProblem.Forbidden.class);
        assertThat(of(404, "text/plain", "<Error/>")).isInstanceOf(RemoteProblem.NotFound.class);
        assertThat(of(404, "", "")).isInstanceOf(RemoteProblem.NotFound.class);
    }
}
