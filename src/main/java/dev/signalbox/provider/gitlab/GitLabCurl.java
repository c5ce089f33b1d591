package dev.signalbox.provider.gitlab;

import dev.signalbox.domain.text.SafeText;
import java.net.URI;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A request as text for `curl`, to be read before it is sent and to be pasted into a POSIX shell. The credential is a
/// variable: no text here ever holds one.
final class GitLabCurl {

    /// What every request says of itself.
    static final Map<String, String> HEADERS = Map.of("Accept", "application/json");

    private GitLabCurl() {}

    static String command(String method, URI uri, String contentType, String body) {
        Stream<String> sent = body.isEmpty()
                ? Stream.of()
                : Stream.of("--header " + quoted("Content-Type: " + contentType), "--data-raw " + quoted(body));
        return Stream.of(
                Stream.of("curl --fail-with-body --request " + method),
                Stream.of("--header \"PRIVATE-TOKEN: $GITLAB_TOKEN\""),
                Stream.of("--header " + quoted("Accept: application/json")),
                sent,
                Stream.of(quoted(uri.toASCIIString())))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" \\\n  "));
    }

    /// The same JSON with every character written out that could hide or reorder what a person reads.
    static String visible(String json) {
        StringBuilder out = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            String written = Character.toString(c);
            if (c < 0x7f || !SafeText.deceives(written)) {
                out.append(written);
            } else {
                for (char unit : Character.toChars(c)) {
                    out.append("\\u").append(HexFormat.of().toHexDigits(unit));
                }
            }
        });
        return out.toString();
    }

    /// One word for the shell, whatever it holds.
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
