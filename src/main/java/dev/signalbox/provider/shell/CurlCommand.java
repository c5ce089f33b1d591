package dev.signalbox.provider.shell;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Requests to one API as text for `curl`. The credential is a variable of the shell: no text here ever holds one.
///
/// @param credential the header that carries it, such as `Authorization: Bearer $TOKEN`
/// @param headers what every request says of itself
public record CurlCommand(String credential, Map<String, String> headers) {

    /// The command for one request.
    ///
    /// @param contentType of the body; not said where there is none
    /// @param body empty for none
    public String of(String method, URI uri, String contentType, String body) {
        Stream<String> constant = headers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(header -> "--header " + ShellText.quoted(header.getKey() + ": " + header.getValue()));
        Stream<String> sent = body.isEmpty()
                ? Stream.of()
                : Stream.of(
                        "--header " + ShellText.quoted("Content-Type: " + contentType),
                        "--data-raw " + ShellText.quoted(body));
        return Stream.of(
                Stream.of("curl --fail-with-body --request " + method),
                // In double quotes, so that the shell fills the variable in.
                Stream.of("--header \"" + credential + "\""),
                constant,
                sent,
                Stream.of(ShellText.quoted(uri.toASCIIString())))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" \\\n  "));
    }
}
