package dev.signalbox.practice.git;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/// The four requests that a Git client makes over HTTP (<https://git-scm.com/docs/gitprotocol-http>, “smart”), for one
/// repository. Who may ask is decided before.
public final class SmartHttp {

    private static final String UPLOAD = "git-upload-pack";
    private static final String RECEIVE = "git-receive-pack";
    private static final Map<String, String> POSTS = Map.of("/" + UPLOAD, UPLOAD, "/" + RECEIVE, RECEIVE);

    private final String path;
    private final Supplier<UploadPack> uploads;
    private final Supplier<ReceivePack> receives;

    /// @param path of the repository, such as `/acme/board.git`
    /// @param uploads a new one for each fetch
    /// @param receives a new one for each push
    public SmartHttp(String path, Supplier<UploadPack> uploads, Supplier<ReceivePack> receives) {
        this.path = path;
        this.uploads = uploads;
        this.receives = receives;
    }

    /// Answers one request.
    public void answer(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String below = asked.startsWith(path) ? asked.substring(path.length()) : "";
        String service = POSTS.getOrDefault(below, "");
        if (exchange.getRequestMethod().equals("POST") && !service.isEmpty()) {
            send(exchange, "application/x-" + service + "-result", done(service, exchange));
        } else if (below.equals("/info/refs") && (query.equals("service=" + UPLOAD)
                || query.equals("service=" + RECEIVE))) {
            String wanted = query.substring("service=".length());
            send(exchange, "application/x-" + wanted + "-advertisement", advertised(wanted));
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private byte[] advertised(String service) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PacketLineOut lines = new PacketLineOut(out);
        lines.writeString("# service=" + service + "\n");
        lines.end();
        if (service.equals(RECEIVE)) {
            ReceivePack receive = receives.get();
            receive.setBiDirectionalPipe(false);
            receive.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
        } else {
            try (UploadPack upload = uploads.get()) {
                upload.setBiDirectionalPipe(false);
                upload.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
            }
        }
        return out.toByteArray();
    }

    private byte[] done(String service, HttpExchange exchange) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream body = body(exchange)) {
            if (service.equals(RECEIVE)) {
                ReceivePack receive = receives.get();
                receive.setBiDirectionalPipe(false);
                receive.receive(body, out, null);
            } else {
                try (UploadPack upload = uploads.get()) {
                    upload.setBiDirectionalPipe(false);
                    upload.upload(body, out, null);
                }
            }
        }
        return out.toByteArray();
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
