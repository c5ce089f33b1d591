package dev.signalbox.practice.github;

import com.sun.net.httpserver.HttpExchange;
import dev.signalbox.practice.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The second origin, where logs and archives are downloaded from by signed addresses that live for a minute. Like the
/// real blob store it knows no tokens, and refuses a request that brings one along.
final class Downloads implements AutoCloseable {

    private static final Duration VALID = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final RandomGenerator random;
    private final Executor requests;
    private final Map<String, Offer> offers = new ConcurrentHashMap<>();
    private @Nullable LoopbackServer server;

    Downloads(InstantSource clock, RandomGenerator random, Executor requests) {
        this.clock = clock;
        this.random = random;
        this.requests = requests;
    }

    private record Offer(byte[] bytes, String type, Instant until) {}

    void start() throws IOException {
        server = LoopbackServer.open(requests).at("/", this::answer).start();
    }

    /// Keeps the bytes for a minute and returns their address.
    URI offer(String name, String type, byte[] bytes) {
        LoopbackServer running = server;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        Instant now = clock.instant();
        offers.values().removeIf(offer -> offer.until().isBefore(now));
        String signature = signature();
        Instant until = now.plus(VALID);
        offers.put(signature, new Offer(bytes, type, until));
        return URI.create(running.address() + "/results/" + name
                + "?sp=r&se=" + until.toString().replace(":", "%3A") + "&sig=" + signature);
    }

    private synchronized String signature() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            Offer offer = offers.get(query.substring(query.lastIndexOf('=') + 1));
            if (exchange.getRequestHeaders().containsKey("Authorization")) {
                send(exchange, 400, "application/xml", problem("InvalidAuthenticationInfo",
                        "Authentication information is not given in the correct format."));
            } else if (offer == null || offer.until().isBefore(clock.instant())) {
                send(exchange, 403, "application/xml", problem("AuthenticationFailed",
                        "Server failed to authenticate the request. Signature not valid in the specified time frame"));
            } else {
                send(exchange, 200, offer.type(), offer.bytes());
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static byte[] problem(String code, String message) {
        String text = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code><Message>" + message
                + "</Message></Error>";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        LoopbackServer running = server;
        if (running != null) {
            running.close();
        }
    }
}
