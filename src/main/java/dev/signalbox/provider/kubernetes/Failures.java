package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.domain.text.SafeText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/// Makes problems of refusals and of silence; the only place that does. Server messages are shown, but never secrets.
final class Failures {

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final InstantSource clock;

    Failures(InstantSource clock) {
        this.clock = clock;
    }

    RemoteProblem of(ApiAnswer answer, List<String> secrets) {
        String words = words(answer, secrets);
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return new RemoteProblem.Rejected("The cluster's address has moved (HTTP " + status + "); nothing was done",
                    status);
        }
        return switch (status) {
            case 401 -> new RemoteProblem.Unauthorized("The cluster refused the credential: " + words);
            case 403 -> new RemoteProblem.Forbidden(words, missing(words));
            case 404, 410 -> new RemoteProblem.NotFound(words);
            case 409, 412 -> new RemoteProblem.Conflict(words);
            case 429 -> new RemoteProblem.RateLimited("The cluster asks to wait: " + words, until(answer));
            default -> status == 408 || status >= 500
                    ? new RemoteProblem.ServerFault("The cluster failed (HTTP " + status + "): " + words, status)
                    : new RemoteProblem.Rejected(words, status);
        };
    }

    /// What happened when no answer came. `Sent.NOTHING` only where that is certain.
    static RemoteProblem.Unreachable silence(Throwable thrown, String host) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            String words = switch (t) {
                case UnknownHostException ignored -> "the name " + host + " is not known";
                case UnresolvedAddressException ignored -> "the name " + host + " is not known";
                case NoRouteToHostException ignored -> "there is no route to " + host;
                case CertificateException e -> "its certificate is not trusted: " + safe(e.getMessage());
                case SSLHandshakeException e when !blamesCertificate(e) ->
                        "TLS failed: " + safe(e.getMessage());
                case ConnectException e -> refusal(e, host);
                default -> null;
            };
            if (words != null) {
                return new RemoteProblem.Unreachable("The cluster cannot be reached: " + words, Sent.NOTHING);
            }
            if (t.getClass().getSimpleName().equals("HttpConnectTimeoutException")) {
                return new RemoteProblem.Unreachable(host + " did not accept a connection in time", Sent.NOTHING);
            }
        }
        String why = thrown instanceof SSLException ? "TLS failed: " : "the connection broke: ";
        return new RemoteProblem.Unreachable("No answer from " + host + ": " + why + safe(root(thrown)), Sent.MAYBE);
    }

    static RemoteProblem.Unreachable late(String host, Duration deadline) {
        return new RemoteProblem.Unreachable(
                host + " did not answer within " + deadline.toSeconds() + " s", Sent.MAYBE);
    }

    private Instant until(ApiAnswer answer) {
        Instant now = clock.instant();
        Duration wait = Duration.ofSeconds(1);
        String text = answer.header("Retry-After").strip();
        try {
            wait = Duration.ofSeconds(Long.parseLong(text));
        } catch (NumberFormatException | ArithmeticException e) {
            try {
                wait = Duration.between(now,
                        ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            } catch (DateTimeException ignored) {
                wait = SHORTEST_WAIT;
            }
        }
        Duration capped = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        return now.plus(capped.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : capped);
    }

    private static String words(ApiAnswer answer, List<String> secrets) {
        String message = "";
        try {
            JsonNode status = Tree.object(answer.body());
            message = Tree.text(status, "message");
        } catch (IOException e) {
            // Not a Status: the number has to do. Foreign pages are not quoted.
        }
        return message.isBlank()
                ? "HTTP " + answer.status()
                : SafeText.line(new Redaction(secrets).hide(SafeText.shortened(message, 600)), 300);
    }

    /// `patch deployments` from `… cannot patch resource "deployments" in API group …`.
    private static @Nullable String missing(String words) {
        int verb = words.indexOf(" cannot ");
        int resource = words.indexOf(" resource \"");
        if (verb < 0 || resource < verb) {
            return null;
        }
        int end = words.indexOf('"', resource + 11);
        return end < 0 ? null : words.substring(verb + 8, resource) + " " + words.substring(resource + 11, end);
    }

    private static boolean blamesCertificate(Throwable handshake) {
        for (Throwable t = handshake; t != null; t = t.getCause()) {
            if (t instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    /// The JDK says `Connection refused` or nothing; our own sentences say more.
    private static String refusal(ConnectException e, String host) {
        String message = e.getMessage();
        return message == null || message.startsWith("Connection refused")
                ? host + " does not accept connections"
                : safe(message);
    }

    private static String root(Throwable thrown) {
        Throwable t = thrown;
        while (t.getCause() != null) {
            t = t.getCause();
        }
        return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
    }

    private static String safe(@Nullable String message) {
        return message == null ? "no reason given" : SafeText.line(message, 200);
    }
}
