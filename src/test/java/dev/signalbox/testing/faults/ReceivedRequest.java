package dev.signalbox.testing.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A request exactly as it came over the line.
///
/// @param connection number of the connection, from 1
/// @param head request line and headers, with their line breaks
/// @param body the bytes after the head
public record ReceivedRequest(int connection, String head, byte[] body) {

    /// The method.
    public String method() {
        return requestLine()[0];
    }

    /// The request target as sent, not decoded.
    public String target() {
        return requestLine()[1];
    }

    /// All values of a header.
    public List<String> headers(String name) {
        List<String> found = new ArrayList<>();
        for (String line : head.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).equalsIgnoreCase(name)) {
                found.add(line.substring(colon + 1).strip());
            }
        }
        return found;
    }

    /// The first value of a header.
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /// The body as text.
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// Everything as it came, for searches.
    public String raw() {
        return head + text();
    }

    private String[] requestLine() {
        return head.substring(0, head.indexOf("\r\n")).split(" ", 3);
    }
}
