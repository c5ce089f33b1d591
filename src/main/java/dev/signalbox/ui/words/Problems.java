package dev.signalbox.ui.words;

import dev.signalbox.domain.RemoteProblem;
import java.time.Instant;

/// Remote problems in words: what is wrong, and what one can do about it.
public final class Problems {

    private static final String IN_BETWEEN =
            "A proxy or a sign-in page may stand in between. Open the address in a browser to see.";

    private Problems() {}

    /// Two or three words for a chip.
    public static String brief(RemoteProblem problem, Instant now) {
        return switch (problem) {
            case RemoteProblem.Unreachable ignored -> "not reachable";
            case RemoteProblem.Unauthorized ignored -> "credential refused";
            case RemoteProblem.NoCredential ignored -> "no token";
            case RemoteProblem.SignInEnded ignored -> "sign in again";
            case RemoteProblem.Forbidden ignored -> "not allowed";
            case RemoteProblem.NotFound ignored -> "not found";
            case RemoteProblem.Conflict ignored -> "conflict";
            case RemoteProblem.Rejected ignored -> "request refused";
            case RemoteProblem.RateLimited(String detail, Instant until) ->
                    "limit reached, goes on " + Durations.until(until, now);
            case RemoteProblem.ServerFault(String detail, int status) -> "server error " + status;
            case RemoteProblem.Unreadable ignored -> "answer not understood";
            case RemoteProblem.NotKept ignored -> "no room for it";
        };
    }

    /// A sentence that says what is wrong, with what the server said.
    public static String sentence(RemoteProblem problem, Instant now) {
        return switch (problem) {
            case RemoteProblem.Unreachable(String detail, RemoteProblem.Sent sent) ->
                    "It cannot be reached" + said(detail);
            case RemoteProblem.Unauthorized(String detail) ->
                    told("It refused our credential", detail, "refused the credential");
            case RemoteProblem.NoCredential(String detail) -> "It has no token" + said(detail);
            case RemoteProblem.SignInEnded(String detail) -> "The sign-in has ended" + said(detail);
            case RemoteProblem.Forbidden(String detail, String missing) when missing != null && !missing.isEmpty() ->
                    "The credential lacks “" + missing + "”" + said(detail);
            case RemoteProblem.Forbidden(String detail, String missing) ->
                    told("The credential may not do this", detail, "does not allow this");
            case RemoteProblem.NotFound(String detail) ->
                    told("It is not there, or hidden from this credential", detail, "does not have this");
            case RemoteProblem.Conflict(String detail) ->
                    told("It has changed in the meantime", detail, "has changed at");
            case RemoteProblem.Rejected(String detail, int status) ->
                    told("It refused the request (" + status + ")", detail, "refused the request");
            case RemoteProblem.RateLimited(String detail, Instant until) ->
                    "The request limit is used up; requests go on " + Durations.until(until, now) + said(detail);
            case RemoteProblem.ServerFault(String detail, int status) ->
                    told("The server failed (" + status + ")", detail, " failed (" + status + ")");
            case RemoteProblem.Unreadable(String detail) -> "Its answer could not be understood" + said(detail);
            case RemoteProblem.NotKept(String detail) -> "This machine could not keep it" + said(detail);
        };
    }

    /// What a person can do about it.
    public static String advice(RemoteProblem problem) {
        return switch (problem) {
            case RemoteProblem.Unreachable ignored ->
                    "Check the network, VPN and proxy. It is tried again by itself; values shown are the last good ones.";
            case RemoteProblem.Unauthorized ignored ->
                    "Put a valid token where the configuration says that it lies, then start again.";
            case RemoteProblem.NoCredential ignored -> "Every other connection goes on.";
            case RemoteProblem.SignInEnded ignored ->
                    "Press “Sign in again” on the settings’ page “Accounts”. Everything else goes on.";
            case RemoteProblem.Forbidden ignored ->
                    "Ask for the permission, or use a credential that has it. Everything else goes on.";
            case RemoteProblem.NotFound ignored ->
                    "Check the name in the board file and whether the credential can see it.";
            case RemoteProblem.Conflict ignored -> "Look at what it is now and decide again.";
            case RemoteProblem.Rejected(String detail, int status) when status >= 300 && status < 400 -> IN_BETWEEN;
            case RemoteProblem.Rejected ignored -> "Read the server's reason; the same request will not be accepted.";
            case RemoteProblem.RateLimited ignored -> "Nothing to do: reading goes on by itself when the limit allows.";
            case RemoteProblem.ServerFault ignored -> "Nothing to do here: it is tried again by itself.";
            case RemoteProblem.Unreadable ignored -> IN_BETWEEN;
            case RemoteProblem.NotKept ignored ->
                    "Make room on this machine's disk, and check that its cache folder may be written.";
        };
    }

    /// What is wrong, once: the words of a provider may say the same by its name.
    private static String told(String ours, String detail, String theirs) {
        return detail.contains(theirs) ? said(detail).substring(2) : ours + said(detail);
    }

    private static String said(String detail) {
        String text = detail.strip();
        if (text.isEmpty()) {
            return ".";
        }
        return ": " + text + (text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? "" : ".");
    }
}
