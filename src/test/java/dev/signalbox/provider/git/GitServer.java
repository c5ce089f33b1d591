package dev.signalbox.provider.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.signalbox.practice.git.SmartHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.eclipse.jgit.transport.UploadPack;
import org.jspecify.annotations.Nullable;

/// Serves one repository on loopback as Git servers do (“smart” HTTP: gitprotocol-http), and can refuse, lie and dawdle.
public final class GitServer implements AutoCloseable {

    private static final String PATH = "/acme/board.git";

    private final TeamRepository repository;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> credentials = new CopyOnWriteArrayList<>();
    private volatile @Nullable String token;
    private volatile @Nullable Trick trick;

    /// Answers in the server's place.
    interface Trick {

        /// @return whether it has answered
        boolean play(HttpExchange exchange) throws IOException;
    }

    public GitServer(TeamRepository repository) throws IOException {
        this(repository, null);
    }

    /// @param tls speaks it; absent for plain HTTP
    GitServer(TeamRepository repository, @Nullable SSLContext tls) throws IOException {
        this.repository = repository;
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (tls == null) {
            http = HttpServer.create(any, 0);
        } else {
            HttpsServer secure = HttpsServer.create(any, 0);
            secure.setHttpsConfigurator(new HttpsConfigurator(tls));
            http = secure;
        }
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
    }

    /// Where the repository lies.
    public String address() {
        return (http instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:" + http.getAddress().getPort() + PATH;
    }

    /// Wants this token from now on.
    public void want(String secret) {
        token = secret;
    }

    void play(@Nullable Trick next) {
        trick = next;
    }

    /// Method and path of everything that was asked.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// Every value of `Authorization` that came.
    public List<String> credentials() {
        return List.copyOf(credentials);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI asked = exchange.getRequestURI();
            requests.add(exchange.getRequestMethod() + " " + asked);
            String given = exchange.getRequestHeaders().getFirst("Authorization");
            if (given != null) {
                credentials.add(given);
            }
            Trick lie = trick;
            if (lie != null && lie.play(exchange)) {
                return;
            }
            if (token != null && !basic("x-access-token:" + token).equals(given)) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"team\"");
                exchange.sendResponseHeaders(401, -1);
            } else {
                new SmartHttp(PATH, () -> new UploadPack(repository.repository()), repository::receive)
                        .answer(exchange);
            }
        }
    }

    static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
