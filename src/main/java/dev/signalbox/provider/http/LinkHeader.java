package dev.signalbox.provider.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the next page in `Link` headers (RFC 8288).
final class LinkHeader {

    private LinkHeader() {}

    /// The address of the next page, resolved against the page it came with.
    ///
    /// @throws IllegalArgumentException when there is one that is no address
    static Optional<URI> next(AnswerHeaders headers, URI page) {
        for (String header : headers.all("Link")) {
            for (String link : split(header, ',')) {
                int end = link.indexOf('>');
                if (link.startsWith("<") && end > 1 && leadsToNext(link.substring(end + 1))) {
                    return Optional.of(page.resolve(link.substring(1, end)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean leadsToNext(String parameters) {
        for (String parameter : split(parameters, ';')) {
            String[] pair = parameter.split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("rel")) {
                String relations = pair[1].strip().replace("\"", "").toLowerCase(Locale.ROOT);
                return List.of(relations.split(" ")).contains("next");
            }
        }
        return false;
    }

    /// Splits at a separator that stands neither in quotes nor in an address.
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        boolean address = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted = quoted != (c == '"' && !address);
            address = !quoted && (c == '<' || (address && c != '>'));
            if (c == separator && !quoted && !address) {
                parts.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin).strip());
        return parts;
    }
}
