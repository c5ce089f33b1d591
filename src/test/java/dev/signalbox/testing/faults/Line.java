package dev.signalbox.testing.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One connection, seen from the server.
public final class Line {

    private final Socket socket;
    private final CountDownLatch serverClosed;

    Line(Socket socket, CountDownLatch serverClosed) {
        this.socket = socket;
        this.serverClosed = serverClosed;
    }

    /// Sends bytes at once.
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /// Sends text at once.
    public void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Sends bytes in pieces with a wait after each.
    public void writeSlowly(byte[] bytes, int piece, Duration wait) throws IOException {
        for (int at = 0; at < bytes.length; at += piece) {
            socket.getOutputStream().write(bytes, at, Math.min(piece, bytes.length - at));
            socket.getOutputStream().flush();
            pause(wait);
        }
    }

    /// Waits; ends early with an error when the server is closed.
    public void pause(Duration wait) throws IOException {
        try {
            if (serverClosed.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("server closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// Ends the connection in order (FIN).
    public void close() throws IOException {
        socket.close();
    }

    /// Ends the connection with a reset (RST).
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /// Whether the connection can carry another request.
    boolean isOpen() {
        return !socket.isClosed();
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    Socket socket() {
        return socket;
    }
}
