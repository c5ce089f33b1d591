package dev.signalbox.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// Stands on the wire between a client and a server on loopback and tells when each request goes by. It costs what
/// copying costs; a baseline is measured through it too.
final class Tap implements AutoCloseable {

    private static final Pattern REQUEST = Pattern.compile("[A-Z]{3,7} [^ ]+ HTTP/1.1");
    private static final int PIECE = 1 << 16;

    private final ServerSocket door;
    private final int server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Listener listener = (line, nanos) -> {};

    /// @param server where the requests go on to
    Tap(URI server) throws IOException {
        this.server = server.getPort();
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    void tell(Listener next) {
        listener = next;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket onward = new Socket(door.getInetAddress(), server);
                client.setTcpNoDelay(true);
                onward.setTcpNoDelay(true);
                threads.execute(() -> copy(client, onward, true));
                threads.execute(() -> copy(onward, client, false));
            } catch (IOException closed) {
                // The console or the server went first; nothing to copy.
            }
        }
    }

    private void copy(Socket from, Socket to, boolean requests) {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (requests) {
                    tellOf(piece, read, System.nanoTime());
                }
                out.write(piece, 0, read);
            }
        } catch (IOException closed) {
            // One side hung up; the other is closed with it.
        }
    }

    /// A client that waits for each answer puts the head of a request at the beginning of a piece.
    private void tellOf(byte[] piece, int length, long now) {
        int end = 0;
        while (end < length && piece[end] != '\r') {
            end++;
        }
        String line = new String(piece, 0, end, StandardCharsets.ISO_8859_1);
        if (REQUEST.matcher(line).matches()) {
            listener.request(line, now);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }

    /// Hears of requests when their first bytes arrive, before the server does.
    interface Listener {

        /// @param line method, path and version
        /// @param nanos when, by [System#nanoTime()]
        void request(String line, long nanos);
    }
}
