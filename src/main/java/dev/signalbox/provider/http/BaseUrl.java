package dev.signalbox.provider.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The address of an account's API, parsed once: the host that is connected to comes from this very object, so that no
/// second parser can read another host out of the same text.
///
/// @param origin where the API is
/// @param segments the path before every request, each segment as plain text; empty for `https://api.github.com`
public record BaseUrl(Origin origin, List<String> segments) {

    private static final int LONGEST = 2000;
    private static final int LONGEST_HOST = 253;
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*"
                    + "|\\[[0-9a-f:.]+]");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Pattern LINK_LOCAL =
            Pattern.compile("169\\.254\\..*|0\\.0\\.0\\.0|\\[fe[89ab].*|\\[::]|\\[::ffff:.*|\\d+|0x.*");

    public BaseUrl {
        segments = List.copyOf(segments);
    }

    /// Reads an address that a person wrote. Refused with a sentence that says what to write instead: anything but
    /// plain `https://host[:port][/path]` (`http` only for this machine).
    ///
    /// @throws IllegalArgumentException when it is refused; the message never repeats the text, which may hold a password
    public static BaseUrl parse(String text) {
        if (text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 0x7f) || text.indexOf('\\') >= 0) {
            throw refused("has spaces, control or non-ASCII characters; write the host's ASCII form");
        }
        URI uri = uri(text);
        if (uri.getScheme() == null || uri.getRawAuthority() == null || uri.getHost() == null) {
            throw refused("needs a scheme and a host, like https://api.example.com");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused("must not hold a user name or password");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw refused("must not hold ? or #");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.length() > LONGEST_HOST || !HOST.matcher(host).matches() || LINK_LOCAL.matcher(host).matches()
                || uri.getPort() > 65535 || uri.getPort() == 0) {
            throw refused("names a host or port that cannot be an API");
        }
        Origin origin = Origin.of(URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host + portOf(uri)));
        if (origin == null || !origin.isAllowed()) {
            throw refused("must begin with https:// (http:// only for this machine)");
        }
        return new BaseUrl(origin, segmentsOf(uri));
    }

    /// The address of something below this one.
    ///
    /// @param more path segments as plain text; each becomes exactly one encoded segment
    public ApiUrl url(String... more) {
        return ApiUrl.below(this).segments(more);
    }

    @Override
    public String toString() {
        return ApiUrl.below(this).toString();
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            return uri.isOpaque() ? uri : uri.parseServerAuthority();
        } catch (URISyntaxException e) {
            throw refused("is not a web address");
        }
    }

    private static String portOf(URI uri) {
        return uri.getPort() < 0 ? "" : ":" + uri.getPort();
    }

    private static List<String> segmentsOf(URI uri) {
        List<String> segments = new ArrayList<>();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String inner = path.replaceFirst("^/", "").replaceFirst("/$", "");
        if (inner.isEmpty()) {
            return segments;
        }
        for (String segment : inner.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
                throw refused("has a path that is not plain words between slashes");
            }
            segments.add(segment);
        }
        return segments;
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("The address " + why);
    }
}
