package dev.signalbox.provider.git;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.RemoteProblem.Sent;
import dev.signalbox.domain.team.TeamPlace;
import dev.signalbox.domain.text.SafeText;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TooLargePackException;
import org.jspecify.annotations.Nullable;

/// Makes a problem of what JGit throws. Its messages hold addresses and what a server sent, so none is repeated.
final class GitProblems {

    private GitProblems() {}

    /// @param token whether there was one to give
    static RemoteProblem of(Throwable failure, TeamPlace place, boolean token) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof CertificateException untrusted) {
                return unreachable("The host of the team file's repository is not trusted: "
                        + SafeText.line(String.valueOf(untrusted.getMessage()), 400));
            }
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            RemoteProblem known = known(t, place);
            if (known != null) {
                return known;
            }
        }
        String message = messages(failure);
        if (message.contains("edirect")) {
            return new RemoteProblem.Rejected(
                    "The repository has moved; write its new address into the configuration.", 301);
        }
        if (message.contains("did not validate") || message.contains("host key") || message.contains("Host key")) {
            return new RemoteProblem.Forbidden(
                    "The host's key is not in ~/.ssh/known_hosts, or is another one than there. Look at it with “ssh”,"
                            + " and compare it with what the host publishes.",
                    null);
        }
        if (message.contains("Cannot log in") || message.contains("No more authentication methods")) {
            return new RemoteProblem.Unauthorized("The repository's host takes none of the keys in ~/.ssh. Keys with a"
                    + " passphrase are not used, since nobody can be asked.");
        }
        if (message.contains("not authorized") || message.contains("uthentication")) {
            return new RemoteProblem.Unauthorized(token
                    ? "The repository of the team file refused the token."
                    : "The repository of the team file wants a token.");
        }
        if (message.contains("receive-pack not permitted") || message.contains("push not permitted")
                || message.contains("read only") || message.contains("read-only")) {
            return new RemoteProblem.Forbidden("You may not write to the repository of the team file.", null);
        }
        if (message.contains("not permitted") || message.contains("403")) {
            return new RemoteProblem.Forbidden("The token may not read the repository of the team file.", null);
        }
        if (message.contains("does not have")) {
            return new RemoteProblem.NotFound("The repository has no branch " + place.branch() + ".");
        }
        return new RemoteProblem.Unreadable("The repository's answer is not what a Git server says.");
    }

    private static @Nullable RemoteProblem known(Throwable t, TeamPlace place) {
        return switch (t) {
            case ReadLimits.Exceeded e -> new RemoteProblem.Unreadable(e.getMessage() + ".");
            case NoRemoteRepositoryException e ->
                    new RemoteProblem.NotFound("There is no repository at " + place.repository()
                            + ", or the token may not see it.");
            case TooLargePackException e -> new RemoteProblem.Unreadable("The repository is too large.");
            case UnknownHostException e -> unreachable("The host of the team file's repository is not known");
            case ConnectException e -> unreachable("The host of the team file's repository refused the connection");
            case NoRouteToHostException e -> unreachable("There is no way to the team file's repository");
            case SocketTimeoutException e -> unreachable("The team file's repository did not answer in time");
            case SSLException e -> unreachable("The certificate of the team file's repository is not trusted");
            default -> null;
        };
    }

    private static RemoteProblem unreachable(String words) {
        return new RemoteProblem.Unreachable(words + ".", Sent.MAYBE);
    }

    private static String messages(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            all.append(t.getMessage()).append('\n');
        }
        return all.toString();
    }
}
