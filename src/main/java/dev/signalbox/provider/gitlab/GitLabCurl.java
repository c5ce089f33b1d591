package dev.signalbox.provider.gitlab;

import dev.signalbox.provider.shell.CurlCommand;
import java.net.URI;
import java.util.Map;

/// A request to GitLab as text for `curl`, to be read before it is sent and to be pasted into a POSIX shell. Tokens of
/// people who signed in are taken in this header only, all other ones in this header too.
final class GitLabCurl {

    /// What every request says of itself.
    static final Map<String, String> HEADERS = Map.of("Accept", "application/json");

    private static final CurlCommand CURL = new CurlCommand("Authorization: Bearer $GITLAB_TOKEN", HEADERS);

    private GitLabCurl() {}

    static String command(String method, URI uri, String contentType, String body) {
        return CURL.of(method, uri, contentType, body);
    }
}
