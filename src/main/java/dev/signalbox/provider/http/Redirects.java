package dev.signalbox.provider.http;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a read may be sent on to. Writes are never sent on.
final class Redirects {

    static final int MOST = 5;

    private static final Pattern LINK_LOCAL =
            Pattern.compile("169\\.254\\..*|0\\.0\\.0\\.0|\\[fe[89ab].*|\\[::]|\\[::ffff:.*", Pattern.CASE_INSENSITIVE);

    private Redirects() {}

    /// Whether a status sends a read elsewhere.
    static boolean isOne(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /// Whether the move is for good.
    static boolean isPermanent(int status) {
        return status == 301 || status == 308;
    }

    /// The address a redirect names, if it may be asked: encrypted (or loopback to loopback), a plain host, not an
    /// address that only this machine's own network answers.
    static @Nullable URI target(URI from, AnswerHeaders headers) {
        String location = headers.first("Location").orElse("").strip();
        if (location.isEmpty()) {
            return null;
        }
        URI to;
        try {
            to = withoutFragment(from.resolve(location));
        } catch (IllegalArgumentException e) {
            return null;
        }
        Origin before = Origin.of(from);
        Origin after = Origin.of(to);
        if (before == null || after == null || !after.isAllowed() || LINK_LOCAL.matcher(after.host()).matches()) {
            return null;
        }
        boolean weaker = before.scheme().equals("https") && !after.scheme().equals("https");
        boolean inward = after.isLoopback() && !before.isLoopback();
        return weaker || inward ? null : to;
    }

    private static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? uri : URI.create(text.substring(0, fragment));
    }
}
