package dev.signalbox.provider.http;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the next page in `Link` headers (RFC 8288).
final class LinkHeader {

    private static final Pattern LINK = Pattern.compile("<([^<>]{1,4000})>((?:\\s*;\\s*[^,;\"]+(?:\"[^\"]*\")?)*)");
    private static final Pattern NEXT = Pattern.compile("(?i)(?:^|;)\\s*rel\\s*=\\s*(?:\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\"|next)\\s*(?:;|$)");

    private LinkHeader() {}

    /// The address of the next page, resolved against the page it came with.
    ///
    /// @throws IllegalArgumentException when there is one that is no address
    static Optional<URI> next(AnswerHeaders headers, URI page) {
        for (String header : headers.all("Link")) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                if (NEXT.matcher(link.group(2)).find()) {
                    return Optional.of(page.resolve(link.group(1)));
                }
            }
        }
        return Optional.empty();
    }
}
