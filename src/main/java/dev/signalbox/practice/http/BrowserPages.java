package dev.signalbox.practice.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Tells people who have followed a link into a browser where they are: a practice provider has an API, and no pages. A
/// browser has no token, so nothing of the team is told.
///
/// @param api answers everybody else
/// @param provider whose pages would be here, as people call it
public record BrowserPages(HttpHandler api, String provider) implements HttpHandler {

    private static final int LONGEST_PATH = 200;
    private static final String PAGE =
            """
                    <!doctype html><meta charset="utf-8"><title>Practice</title>
                    <p>This is where %2$s would show <code>%1$s</code>.
                    <p>The practice team's %2$s answers programs only and has no pages. Go back to the console: what you
                    practise there stays the same.
                    """;

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!isBrowser(exchange)) {
            api.handle(exchange);
            return;
        }
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            byte[] page = PAGE
                    .formatted(escaped(path.substring(0, Math.min(path.length(), LONGEST_PATH))), provider)
                    .getBytes(StandardCharsets.UTF_8);
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "text/html; charset=utf-8");
            headers.set("Content-Security-Policy", "default-src 'none'");
            exchange.sendResponseHeaders(404, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private static boolean isBrowser(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String accepted = headers.getFirst("Accept");
        return exchange.getRequestMethod().equals("GET")
                && accepted != null && accepted.contains("text/html")
                && !headers.containsKey("Authorization") && !headers.containsKey("Private-Token");
    }

    private static String escaped(String path) {
        return path.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
