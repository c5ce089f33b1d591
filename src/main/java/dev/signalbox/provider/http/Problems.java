package dev.signalbox.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.port.RemoteFailure;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/// The one place where exceptions and status codes become problems. Every text is made safe and free of secrets here.
final class Problems {

    private static final int LONGEST = 400;
    private static final int MOST_WORDS = 5;
    private static final Duration ODD_CLOCK = Duration.ofMinutes(5);

    private final StrictJson json;
    private final Supplier<Redaction> own;
    private final ServerClock serverClock;
    private final Supplier<Redaction> known;

    Problems(StrictJson json, Redaction redaction, ServerClock serverClock) {
        this(json, () -> redaction, serverClock, () -> Redaction.SHAPES_ONLY);
    }

    /// @param own the account's own secrets
    /// @param known all secrets that the machine holds; they change
    Problems(StrictJson json, Supplier<Redaction> own, ServerClock serverClock, Supplier<Redaction> known) {
        this.json = json;
        this.own = own;
        this.serverClock = serverClock;
        this.known = known;
    }

    /// Why no answer came.
    RemoteProblem of(WireFailure failure, String host) {
        String words = switch (failure.reason) {
            case DEADLINE -> failure.sent == Sent.NOTHING
                    ? "No connection to " + host + " in time"
                    : host + " did not answer in time";
            case INTERRUPTED -> "Stopped while waiting for " + host;
            case CLOSED -> "The connection to " + host + " was closed";
            case BROKEN -> broken(failure.getCause(), host);
        };
        return failure.reason == WireFailure.Reason.BROKEN && isForeign(failure.getCause())
                ? new RemoteProblem.Unreadable(clean(words))
                : new RemoteProblem.Unreachable(clean(words), failure.sent);
    }

    /// Why an answer is not a yes. For statuses from 300 on; and for good ones whose body is flawed or foreign.
    RemoteProblem of(WireAnswer answer, String host, Optional<Instant> limitedUntil) {
        int status = answer.status();
        if (limitedUntil.isPresent()) {
            return new RemoteProblem.RateLimited(said(host + " has had too many requests", answer), limitedUntil.get());
        }
        if (isSignInPage(answer)) {
            return signInPage(host);
        }
        return switch (status) {
            case 401 -> new RemoteProblem.Unauthorized(said(host + " refused the credential (401)", answer));
            case 403 -> new RemoteProblem.Forbidden(said(host + " does not allow this (403)", answer), missing(answer));
            case 404 -> new RemoteProblem.NotFound(
                    said(host + " does not have this, or hides it from this account (404)", answer));
            case 410 -> new RemoteProblem.NotFound(said("This is gone from " + host + " (410)", answer));
            case 409, 412 ->
                    new RemoteProblem.Conflict(said("Something has changed at " + host + " (" + status + ")", answer));
            default -> general(answer, host);
        };
    }

    private RemoteProblem general(WireAnswer answer, String host) {
        int status = answer.status();
        WireAnswer.Flaw flaw = answer.flaw();
        if (status == 408 || status >= 500) {
            return new RemoteProblem.ServerFault(said(host + " failed (" + status + ")", answer), status);
        }
        if (status >= 400) {
            return new RemoteProblem.Rejected(said(host + " refused the request (" + status + ")", answer), status);
        }
        if (status >= 300) {
            return new RemoteProblem.Rejected(clean(moved(answer, host)), status);
        }
        if (flaw == WireAnswer.Flaw.NOT_KEPT) {
            return notKept("From " + host + ": " + flaw.words);
        }
        return new RemoteProblem.Unreadable(flaw == null
                ? clean(host + " answered something unexpected (" + status + ")")
                : clean("From " + host + ": " + flaw.words));
    }

    /// A refusal that needs no server: an address that may not be asked.
    RemoteProblem refused(String words) {
        return new RemoteProblem.Rejected(clean(words), 0);
    }

    RemoteProblem unreadable(String words) {
        return new RemoteProblem.Unreadable(clean(words));
    }

    RemoteProblem notKept(String words) {
        return new RemoteProblem.NotKept(clean(words));
    }

    RemoteProblem signInPage(String host) {
        return new RemoteProblem.Unreadable(clean("A sign-in page answered instead of " + host));
    }

    /// Whether a web page came where an API answers: a captive portal, or a proxy that wants a login. An API refuses in
    /// JSON and a storage server in XML: a refusal that is a web page is none of theirs.
    static boolean isSignInPage(WireAnswer answer) {
        return switch (answer.status()) {
            case 401, 511 -> isPage(answer);
            case 403, 404, 410 -> isHtml(answer);
            default -> answer.isGood() && isPage(answer);
        };
    }

    /// Whether a refusal is JSON that names its reason in a word, as OAuth wants it.
    boolean saysError(WireAnswer answer) {
        try {
            int status = answer.status();
            return status >= 400 && status < 500 && !isPage(answer)
                    && json.tree(answer.body()).path("error").isTextual();
        } catch (RemoteFailure noJson) {
            return false;
        }
    }

    private static boolean isHtml(WireAnswer answer) {
        String body = new String(answer.body(), 0, Math.min(answer.body().length, 200), StandardCharsets.UTF_8);
        String start = body.stripLeading().toLowerCase(Locale.ROOT);
        return saysHtml(answer) || start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    private static boolean saysHtml(WireAnswer answer) {
        String type = type(answer);
        return type.startsWith("text/html") || type.startsWith("application/xhtml");
    }

    private static String type(WireAnswer answer) {
        return answer.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    }

    static boolean isPage(WireAnswer answer) {
        if (saysHtml(answer)) {
            return true;
        }
        for (byte b : answer.body()) {
            if (b > ' ') {
                return b == '<' && !type(answer).startsWith("application/vnd.");
            }
        }
        return false;
    }

    private String broken(@Nullable Throwable cause, String host) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof UntrustedServer untrusted) {
                return host + " is not trusted: " + untrusted.getMessage() + clockDoubt();
            }
        }
        return switch (cause) {
            case UnknownHostException e -> "The name " + host + " could not be found";
            case ConnectTimeoutException e -> host + " could not be reached in time";
            case SSLException e -> "No encrypted connection to " + host + clockDoubt();
            case ConnectException e -> host + " refused the connection";
            case SocketTimeoutException e -> host + " did not answer in time";
            case null -> "The connection to " + host + " failed";
            default -> isForeign(cause)
                    ? host + " answered something that is not HTTP, or too many headers"
                    : proxy(cause, host);
        };
    }

    private static String proxy(Throwable cause, String host) {
        String name = cause.getClass().getSimpleName();
        String message = String.valueOf(cause.getMessage());
        return name.startsWith("TunnelRefused") || message.startsWith("the proxy answered")
                ? "The proxy did not let the connection to " + host + " through: " + message
                : "The connection to " + host + " was cut";
    }

    static boolean isForeign(@Nullable Throwable cause) {
        return (cause instanceof HttpException && !cause.getClass().getSimpleName().startsWith("TunnelRefused"))
                || cause instanceof MessageConstraintException;
    }

    private String clockDoubt() {
        return serverClock.skew()
                .filter(skew -> skew.abs().compareTo(ODD_CLOCK) > 0)
                .map(skew -> "; this machine's clock is " + skew.abs().toMinutes()
                        + " minutes off, which may be the cause")
                .orElse("");
    }

    private static String moved(WireAnswer answer, String host) {
        return host + " says that this has moved (" + answer.status() + "); nothing was done";
    }

    private static @Nullable String missingScope(AnswerHeaders headers) {
        String accepted = headers.first("X-Accepted-OAuth-Scopes").orElse("");
        return accepted.isBlank() ? null : accepted;
    }

    private @Nullable String missing(WireAnswer answer) {
        String named = answer.headers().first("X-Accepted-GitHub-Permissions").orElse("");
        if (!named.isBlank()) {
            return clean(named);
        }
        if (answer.headers().first("X-GitHub-SSO").isPresent()) {
            return "single sign-on for the organisation";
        }
        String scope = missingScope(answer.headers());
        return scope == null ? wantedScope(answer) : clean(scope);
    }

    /// GitLab names the scopes that would do: `{"error":"insufficient_scope","scope":"api"}`.
    private @Nullable String wantedScope(WireAnswer answer) {
        try {
            String scope = answer.body().length == 0 || isPage(answer)
                    ? ""
                    : json.tree(answer.body()).path("scope").asText("");
            return scope.isBlank() ? null : clean(scope);
        } catch (RemoteFailure e) {
            return null; // an error that is no JSON names none
        }
    }

    /// Our sentence and, after it, the server's own words where it sent JSON with a message.
    private String said(String ours, WireAnswer answer) {
        List<String> words = new ArrayList<>();
        try {
            JsonNode tree = answer.body().length == 0 || isPage(answer) ? null : json.tree(answer.body());
            if (tree != null) {
                collect(tree.path("message"), words);
                collect(tree.path("error"), words);
                collect(tree.path("error_description"), words);
                fields(tree.path("message"), words);
                tree.path("errors").forEach(e -> collect(e.isTextual() ? e : e.path("message"), words));
            }
        } catch (RemoteFailure e) {
            words.clear(); // an error that is no JSON adds nothing
        }
        return clean(words.isEmpty() ? ours : ours + ": " + String.join("; ", words));
    }

    /// GitLab says what is wrong with which field: `{"message":{"ref":["is missing"]}}`.
    private static void fields(JsonNode message, List<String> words) {
        message.properties().forEach(field -> field.getValue().forEach(why -> {
            if (why.isTextual() && words.size() < MOST_WORDS) {
                words.add(SafeText.line(field.getKey() + " " + why.asText(), LONGEST));
            }
        }));
    }

    private static void collect(JsonNode node, List<String> words) {
        if (node.isTextual() && !node.asText().isBlank() && words.size() < MOST_WORDS) {
            words.add(SafeText.line(node.asText(), LONGEST));
        }
    }

    /// Data without secrets, which a server might echo.
    String withoutSecrets(byte[] data) {
        return own.get().hideKnown(new String(known.get().bytes().hide(data), StandardCharsets.UTF_8));
    }

    /// Safe to show and free of secrets.
    String clean(String text) {
        return SafeText.line(hide(SafeText.line(hide(text), 2 * LONGEST)), LONGEST);
    }

    private String hide(String text) {
        return known.get().hideWhole(own.get().hide(text));
    }
}
