package dev.signalbox.provider.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser;
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
            } else if (asked.getPath().equals(PATH + "/info/refs")
                    && "service=git-receive-pack".equals(asked.getQuery())) {
                send(exchange, "application/x-git-receive-pack-advertisement", advertisedForPush());
            } else if (asked.getPath().equals(PATH + "/info/refs")) {
                send(exchange, "application/x-git-upload-pack-advertisement", advertised());
            } else if (asked.getPath().equals(PATH + "/git-receive-pack")) {
                send(exchange, "application/x-git-receive-pack-result", received(exchange));
            } else if (asked.getPath().equals(PATH + "/git-upload-pack")) {
                send(exchange, "application/x-git-upload-pack-result", packed(exchange));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private byte[] advertised() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PacketLineOut lines = new PacketLineOut(out);
        try (UploadPack upload = new UploadPack(repository.repository())) {
            upload.setBiDirectionalPipe(false);
            lines.writeString("# service=git-upload-pack\n");
            lines.end();
            upload.sendAdvertisedRefs(new RefAdvertiser.PacketLineOutRefAdvertiser(lines));
        }
        return out.toByteArray();
    }

    private byte[] packed(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (UploadPack upload = new UploadPack(repository.repository()); InputStream body = body(exchange)) {
            upload.setBiDirectionalPipe(false);
            upload.upload(body, out, null);
        }
        return out.toByteArray();
    }

    private byte[] advertisedForPush() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PacketLineOut lines = new PacketLineOut(out);
        ReceivePack receive = repository.receive();
        receive.setBiDirectionalPipe(false);
        lines.writeString("# service=git-receive-pack\n");
        lines.end();
        receive.sendAdvertisedRefs(new RefAdvertiser.PacketLineOutRefAdvertiser(lines));
        return out.toByteArray();
    }

    private byte[] received(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReceivePack receive = repository.receive();
        receive.setBiDirectionalPipe(false);
        try (InputStream body = body(exchange)) {
            receive.receive(body, out, null);
        }
        return out.toByteArray();
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
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
