package dev.signalbox.practice.cluster.server;

import com.sun.net.httpserver.HttpExchange;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.Refusal;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKind.Generation;
import dev.signalbox.practice.cluster.objects.ResourceKind.Scope;
import dev.signalbox.practice.cluster.objects.Writes;
import dev.signalbox.practice.http.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;

/// The HTTP server: loopback only, one token, every other part behind it. Watches and followed logs hold a thread each,
/// so the executor should give virtual ones.
public final class ApiServer implements AutoCloseable {

    /// `/as/TOKEN` in front of a path authenticates clients that send no token over plain HTTP.
    public static final String TOKEN_PATH = "as";

    private final byte[] token;
    private final ObjectStore store;
    private final AccessRules access;
    private final ExecutorService threads;
    private final Discovery discovery = new Discovery();
    private final ReviewEndpoint reviews;
    private final ObjectEndpoints objects;
    private final LoopbackServer http;
    private volatile boolean reachable = true;
    private volatile boolean revoked;

    /// Opens a free port on 127.0.0.1 without answering yet.
    ///
    /// @param nanoTime measures how long watches last
    /// @param bookmarkEvery how long a watch may be silent
    public ApiServer(String token, ObjectStore store, Writes writes, AccessRules access, LogSource logs,
            InstantSource clock, LongSupplier nanoTime, Duration bookmarkEvery, ExecutorService threads) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.store = store;
        this.access = access;
        this.threads = threads;
        this.reviews = new ReviewEndpoint(access);
        this.objects = new ObjectEndpoints(access, new ReadEndpoint(store, clock),
                new WatchEndpoint(store, clock, nanoTime, bookmarkEvery), new WriteEndpoint(store, writes, clock),
                new ScaleEndpoint(store, writes), new LogEndpoint(store, logs, clock));
        try {
            this.http = LoopbackServer.open(threads).at("/", this::handle);
        } catch (IOException blocked) {
            throw new UncheckedIOException("no port on 127.0.0.1 can be opened", blocked);
        }
    }

    /// Starts to answer.
    ///
    /// @return where
    public URI start() {
        return http.start().address();
    }

    /// Cuts every connection and answers none, or answers again.
    public void setReachable(boolean now) {
        reachable = now;
        if (!now) {
            store.cutFeeds();
        }
    }

    /// Refuses the token, or accepts it again.
    public void setRevoked(boolean now) {
        revoked = now;
    }

    void handle(HttpExchange exchange) throws IOException {
        if (!reachable) {
            throw new Dropped();
        }
        ApiRequest request = new ApiRequest(exchange);
        try {
            authenticate(request);
            refuseImpersonation(request);
            route(request);
        } catch (Refusal refusal) {
            request.reply(refusal.code(), refusal.status());
        }
    }

    private void route(ApiRequest request) throws IOException {
        List<String> path = request.segments();
        if ("websocket".equalsIgnoreCase(request.header("Upgrade"))) {
            // Watches go over plain HTTP here: an empty answer makes a client use that.
            request.reply(200, "text/plain", new byte[0]);
        } else if (ReviewEndpoint.covers(path)) {
            reviews.answer(request);
        } else if (Discovery.covers(path)) {
            discovery.answer(request);
        } else {
            objects.answer(request, ApiPath.parse(path));
        }
    }

    private void authenticate(ApiRequest request) {
        boolean right = MessageDigest.isEqual(token, request.token().getBytes(StandardCharsets.UTF_8));
        if (!right || revoked) {
            throw Refusal.unauthorized();
        }
    }

    /// A client that asks to act as somebody else must not act as the operator instead.
    private static void refuseImpersonation(ApiRequest request) {
        for (String kind : List.of("User", "Group", "Uid")) {
            String wanted = request.header("Impersonate-" + kind);
            if (!wanted.isEmpty()) {
                String plural = kind.toLowerCase(Locale.ROOT) + "s";
                ResourceKind resource = new ResourceKind("", "v1", plural, kind, List.of(), List.of(), Scope.CLUSTER,
                        Generation.ABSENT);
                throw Refusal.forbidden(resource, wanted, "User \"" + AccessRules.USER
                        + "\" cannot impersonate resource \"" + plural + "\" in API group \"\" at the cluster scope");
            }
        }
    }

    @Override
    public void close() {
        setReachable(false);
        http.close();
        threads.shutdownNow();
    }
}
