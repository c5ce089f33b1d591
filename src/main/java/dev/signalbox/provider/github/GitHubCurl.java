package dev.signalbox.provider.github;

import dev.signalbox.provider.shell.CurlCommand;
import java.net.URI;
import java.util.Map;

/// A request to GitHub as text for `curl`, to be read before it is sent and to be pasted into a POSIX shell.
final class GitHubCurl {

    /// What every request says of itself. Constant, because an ETag depends on `Accept`.
    static final Map<String, String> HEADERS =
            Map.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28");

    private static final CurlCommand CURL = new CurlCommand("Authorization: Bearer $GITHUB_TOKEN", HEADERS);

    private GitHubCurl() {}

    static String command(String method, URI uri, String contentType, String body) {
        return CURL.of(method, uri, contentType, body);
    }
}
