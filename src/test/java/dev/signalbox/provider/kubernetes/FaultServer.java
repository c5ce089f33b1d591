package dev.signalbox.provider.kubernetes;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// An API server that does what a test tells it, byte by byte, and remembers every request that reached it.
final class FaultServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String scheme;
    private final Behaviour behaviour;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /// What reached it.
    record Request(String method, String path, String head, String body) {

        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /// Answers one request; closing the stream or returning ends the connection.
    interface Behaviour {

        void answer(Request request, Connection connection) throws IOException, InterruptedException;
    }

    FaultServer(Behaviour behaviour) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http", behaviour);
    }

    FaultServer(ServerSocket socket, String scheme, Behaviour behaviour) {
        this.behaviour = behaviour;
        this.socket = socket;
        this.scheme = scheme;
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create(scheme + "://127.0.0.1:" + socket.getLocalPort());
    }

    List<Request> requests() {
        return requests;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            Request request = read(in);
            if (request != null) {
                requests.add(request);
                behaviour.answer(request, new Connection(client));
            }
        } catch (IOException | InterruptedException e) {
            // the other side went away
        }
    }

    private static @org.jspecify.annotations.Nullable Request read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        String[] first = text.lines().findFirst().orElse("").split(" ");
        Request bare = new Request(first[0], first[1], text, "");
        String length = bare.header("Content-Length");
        byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
        return new Request(first[0], first[1], text, new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }

    /// The way back to the client.
    record Connection(Socket socket) {

        void answer(int status, String body, String... headers) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            raw("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                    + bytes.length + "\r\n" + lines(headers) + "\r\n");
            raw(bytes);
        }

        void startChunks() throws IOException {
            raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        }

        void chunk(byte[] bytes) throws IOException {
            raw(Integer.toHexString(bytes.length) + "\r\n");
            raw(bytes);
            raw("\r\n");
        }

        void chunk(String text) throws IOException {
            chunk(text.getBytes(StandardCharsets.UTF_8));
        }

        void endChunks() throws IOException {
            raw("0\r\n\r\n");
        }

        /// Ends with a reset instead of an orderly end.
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        void raw(String text) throws IOException {
            raw(text.getBytes(StandardCharsets.UTF_8));
        }

        private void raw(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        private static String lines(String... headers) {
            return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        }
    }
}
