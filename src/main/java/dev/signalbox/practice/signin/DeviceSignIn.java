package dev.signalbox.practice.signin;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// OAuth's device flow (RFC 8628) as a CI provider offers it. There is nobody who could type the code here, so the practice
/// provider says yes by itself when it was asked a few times. What it gives then is the practice token, so the id of the
/// only application that it knows is drawn anew each time and as hard to guess. With [#DENIED] behind it, the answer is no;
/// with [#DISABLED], the application has the flow switched off.
public final class DeviceSignIn implements HttpHandler {

    /// Behind the application's id: somebody says no.
    public static final String DENIED = "-denied";

    /// Behind the application's id: one that may not sign people in like this.
    public static final String DISABLED = "-disabled";

    private static final int LARGEST_BODY = 1 << 14;

    /// More are not under way at once: the oldest gives way, as if its code had ended.
    private static final int MOST = 64;
    private static final int POLLS = 2;
    private static final long LIFE = 900;
    private static final long INTERVAL = 1;
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    /// How one provider does it.
    ///
    /// @param codes path at which a sign-in begins
    /// @param tokens path at which its answer is fetched
    /// @param page path of the page where the code is typed
    /// @param refusal status of an answer that is no yes: GitHub says 200, GitLab 400
    /// @param pairs how its tokens that end look
    public record Manner(String codes, String tokens, String page, int refusal, Pairs pairs) {

        /// With tokens that look as GitLab's.
        public Manner(String codes, String tokens, String page, int refusal) {
            this(codes, tokens, page, refusal, new Pairs("", "", "invalid_grant", false));
        }
    }

    /// How one provider's tokens look that end.
    ///
    /// @param access how they begin
    /// @param refresh how those begin that renew them
    /// @param refused what it says of one that renews nothing any more
    /// @param tellsRefreshEnd whether it says when the latter end
    public record Pairs(String access, String refresh, String refused, boolean tellsRefreshEnd) {}

    private final Manner manner;
    private final IssuedTokens issued;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final JsonMapper json = new JsonMapper();
    private final SequencedMap<String, Begun> begun = new LinkedHashMap<>();
    private @Nullable String application;

    /// @param token what is granted
    /// @param random draws codes and the application's id; guarded here
    public DeviceSignIn(Manner manner, String token, InstantSource clock, RandomGenerator random) {
        this.manner = manner;
        this.clock = clock;
        this.random = random;
        issued = new IssuedTokens(manner.pairs(), token, clock, random);
    }

    /// The id of the application with which people sign in here: not to be told to everybody, as a token.
    public synchronized String application() {
        String drawn = application;
        if (drawn == null) {
            drawn = "practice-" + secret();
            application = drawn;
        }
        return drawn;
    }

    /// Tokens that are given from now on end after this time, and come with one that renews them.
    public void endTokensAfter(Duration life) {
        issued.endAfter(life);
    }

    /// Takes back all that were given so and can be renewed, as somebody does who removes the application.
    public void takeBack() {
        issued.forget();
    }

    /// All tokens of both kinds that ever were given so, in their order.
    public List<String> given() {
        return issued.all();
    }

    /// What a token of a request stands for: for itself, where it was not given here; for nothing when it has ended.
    public String meaning(String presented) {
        return issued.meaning(presented);
    }

    private record Begun(String clientId, Instant ends, int polls, Instant last, long interval) {

        Begun polled(Instant now, long pause) {
            return new Begun(clientId, ends, polls + 1, now, pause);
        }
    }

    private record Said(int status, ObjectNode body) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form = form(new String(
                    exchange.getRequestBody().readNBytes(LARGEST_BODY), StandardCharsets.UTF_8));
            String path = exchange.getRequestURI().getPath();
            boolean posted = exchange.getRequestMethod().equals("POST");
            if (posted && path.equals(manner.codes())) {
                send(exchange, begin(form, exchange.getLocalAddress()));
            } else if (posted && path.equals(manner.tokens())) {
                send(exchange, poll(form));
            } else if (path.equals(manner.page())) {
                page(exchange);
            } else {
                send(exchange, new Said(404, error("Not Found")));
            }
        }
    }

    /// How many sign-ins are under way.
    synchronized int underWay() {
        return begun.size();
    }

    /// @param here the address that was asked: what a request calls it may be another's
    private synchronized Said begin(Map<String, String> form, InetSocketAddress here) {
        String client = form.getOrDefault("client_id", "");
        if (client.equals(application() + DISABLED)) {
            return new Said(manner.refusal(), error("device_flow_disabled"));
        }
        if (!client.equals(application()) && !client.equals(application() + DENIED)) {
            return new Said(404, error("Not Found"));
        }
        String secret = secret();
        String code = letters() + "-" + letters();
        Instant now = clock.instant();
        begun.values().removeIf(one -> now.isAfter(one.ends()));
        while (begun.size() >= MOST) {
            begun.pollFirstEntry();
        }
        begun.put(secret, new Begun(client, now.plusSeconds(LIFE), 0, Instant.EPOCH, INTERVAL));
        ObjectNode body = JsonNodeFactory.instance.objectNode()
                .put("device_code", secret)
                .put("user_code", code)
                .put("verification_uri",
                        "http://" + here.getAddress().getHostAddress() + ":" + here.getPort() + manner.page())
                .put("expires_in", LIFE)
                .put("interval", INTERVAL);
        return new Said(200, body);
    }

    private synchronized Said poll(Map<String, String> form) {
        if (form.getOrDefault("grant_type", "").equals("refresh_token")) {
            return issued.renewed(form.getOrDefault("refresh_token", ""), form.getOrDefault("client_id", ""))
                    .map(body -> new Said(200, body))
                    .orElseGet(() -> refused(manner.pairs().refused()));
        }
        if (!form.getOrDefault("grant_type", "").equals("urn:ietf:params:oauth:grant-type:device_code")) {
            return refused("unsupported_grant_type");
        }
        String secret = form.getOrDefault("device_code", "");
        Begun now = begun.get(secret);
        if (now == null || !now.clientId().equals(form.get("client_id"))) {
            return refused("incorrect_device_code");
        }
        Instant asked = clock.instant();
        if (asked.isAfter(now.ends())) {
            begun.remove(secret);
            return refused("expired_token");
        }
        if (asked.isBefore(now.last().plusSeconds(now.interval()))) {
            begun.put(secret, now.polled(asked, now.interval() + 5));
            return new Said(manner.refusal(), error("slow_down").put("interval", now.interval() + 5));
        }
        if (now.polls() < POLLS) {
            begun.put(secret, now.polled(asked, now.interval()));
            return refused("authorization_pending");
        }
        begun.remove(secret);
        return now.clientId().endsWith(DENIED)
                ? refused("access_denied")
                : new Said(200, issued.granted(now.clientId(), form.getOrDefault("scope", "")));
    }

    private Said refused(String word) {
        return new Said(manner.refusal(), error(word));
    }

    private static ObjectNode error(String word) {
        return JsonNodeFactory.instance.objectNode().put("error", word).put("error_description", word);
    }

    private void send(HttpExchange exchange, Said said) throws IOException {
        byte[] body = json.writeValueAsBytes(said.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(said.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private static void page(HttpExchange exchange) throws IOException {
        byte[] body =
                """
                        <!doctype html><title>Practice sign-in</title>
                        <p>This is where you would type the code. The practice provider says yes by itself: go back to the console.
                        """
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> form(@Nullable String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text == null ? new String[0] : text.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                form.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private String secret() {
        byte[] bytes = new byte[20];
        synchronized (random) {
            random.nextBytes(bytes);
        }
        return HexFormat.of().formatHex(bytes);
    }

    private String letters() {
        StringBuilder letters = new StringBuilder();
        synchronized (random) {
            for (int i = 0; i < 4; i++) {
                letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return letters.toString();
    }
}
