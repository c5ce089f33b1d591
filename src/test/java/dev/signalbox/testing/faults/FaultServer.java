package dev.signalbox.testing.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A server on loopback that reads every request completely, keeps it as it came, and then behaves as it was told:
/// behaviours are used in order, the last one again and again.
public final class FaultServer implements AutoCloseable {

    private final ServerSocket listener;
    private final String scheme;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Deque<Behaviour> behaviours = new ArrayDeque<>();
    private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<ReceivedRequest> arrivals = new LinkedBlockingQueue<>();

    private FaultServer(ServerSocket listener, String scheme) {
        this.listener = listener;
        this.scheme = scheme;
    }

    /// A plain server.
    public static FaultServer start(Behaviour... behaviours) {
        return started(ServerSocketFactory.getDefault(), "http", behaviours);
    }

    /// A server that speaks TLS.
    public static FaultServer startSecure(SSLContext context, Behaviour... behaviours) {
        return started(context.getServerSocketFactory(), "https", behaviours);
    }

    private static FaultServer started(ServerSocketFactory factory, String scheme, Behaviour... behaviours) {
        try {
            ServerSocket listener = factory.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
            FaultServer server = new FaultServer(listener, scheme);
            server.behave(behaviours);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Replaces what is to come.
    public synchronized FaultServer behave(Behaviour... next) {
        behaviours.clear();
        behaviours.addAll(List.of(next));
        return this;
    }

    /// Stops listening: connections are refused from now on. Requests in flight end.
    public void down() {
        try {
            listener.close();
            if (!ended.await(10, TimeUnit.SECONDS)) {
                throw new IOException("still listening");
            }
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The port.
    public int port() {
        return listener.getLocalPort();
    }

    /// The address, without a slash at its end.
    public String address() {
        return scheme + "://127.0.0.1:" + port();
    }

    /// All requests so far.
    public List<ReceivedRequest> requests() {
        return List.copyOf(received);
    }

    /// Waits for the next request that was not waited for yet.
    public ReceivedRequest awaitRequest() throws InterruptedException {
        ReceivedRequest request = arrivals.poll(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came within 10 s");
        }
        return request;
    }

    /// Whether another request comes within a time.
    public boolean hasAnotherWithin(Duration time) throws InterruptedException {
        return arrivals.poll(time.toNanos(), TimeUnit.NANOSECONDS) != null;
    }

    /// How many connections were made.
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        closed.countDown();
        down();
        threads.shutdownNow();
    }

    private synchronized Behaviour next() {
        Behaviour first = behaviours.peekFirst();
        if (first == null) {
            return Faults.answer(RawAnswer.json("{}"));
        }
        return behaviours.size() > 1 ? behaviours.removeFirst() : first;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                int number = connections.incrementAndGet();
                threads.execute(() -> serve(socket, number));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        ended.countDown();
    }

    private void serve(Socket socket, int number) {
        Line line = new Line(socket, closed);
        try (socket) {
            while (line.isOpen()) {
                ReceivedRequest request = read(line, number);
                if (request == null) {
                    return;
                }
                received.add(request);
                arrivals.add(request);
                next().play(request, line);
            }
        } catch (IOException e) {
            // the client went away, which many tests want it to
        } finally {
            open.remove(socket);
        }
    }

    private static @Nullable ReceivedRequest read(Line line, int number) throws IOException {
        InputStream in = line.in();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 4) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            head.write(b);
            ends = b == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : (b == '\r' ? 1 : 0);
        }
        ReceivedRequest bare = new ReceivedRequest(number, head.toString(StandardCharsets.UTF_8), new byte[0]);
        int length = bare.header("Content-Length").map(Integer::parseInt).orElse(0);
        return new ReceivedRequest(number, bare.head(), in.readNBytes(length));
    }
}
