package dev.signalbox.practice.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executor;

/// A server on a free port that nobody but this machine can reach.
public final class LoopbackServer implements AutoCloseable {

    // Named by number: what a system calls loopback may be ::1, and the address that is told is this one.
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final HttpServer http;

    private LoopbackServer(HttpServer http) {
        this.http = http;
    }

    /// Takes a port without answering yet.
    ///
    /// @param requests runs each request
    /// @throws IOException when no port can be bound
    public static LoopbackServer open(Executor requests) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        http.setExecutor(requests);
        return new LoopbackServer(http);
    }

    /// Lets everything below a path be answered by this one.
    ///
    /// @return this server
    public LoopbackServer at(String path, HttpHandler handler) {
        http.createContext(path, handler);
        return this;
    }

    /// Starts to answer.
    ///
    /// @return this server
    public LoopbackServer start() {
        http.start();
        return this;
    }

    /// Where it is reached, without a slash at the end.
    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /// Cuts every connection and gives the port back.
    @Override
    public void close() {
        http.stop(0);
    }
}
