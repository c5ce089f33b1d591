package dev.signalbox.testing.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/// The ways in which a server answers, or does not.
public final class Faults {

    private static final Duration FOR_EVER = Duration.ofMinutes(10);

    private Faults() {}

    /// A proper answer; the connection stays.
    public static Behaviour answer(RawAnswer answer) {
        return (request, line) -> line.write(answer.bytes());
    }

    /// The answer comes after a wait.
    public static Behaviour latency(Duration wait, RawAnswer answer) {
        return answer(answer).after(wait);
    }

    /// The whole answer in pieces with a wait after each: a narrow line.
    public static Behaviour bandwidth(int piece, Duration wait, RawAnswer answer) {
        return (request, line) -> line.writeSlowly(answer.bytes(), piece, wait);
    }

    /// The answer byte by byte, without waits.
    public static Behaviour slicer(RawAnswer answer) {
        return (request, line) -> line.writeSlowly(answer.bytes(), 1, Duration.ZERO);
    }

    /// The head trickles, one byte each `wait`.
    public static Behaviour slowHeaders(Duration wait) {
        return (request, line) -> line.writeSlowly(RawAnswer.json("{}").head(), 1, wait);
    }

    /// The head comes at once, the body trickles without end.
    public static Behaviour slowBody(Duration wait) {
        return (request, line) -> {
            line.write("HTTP/1.1 200 Said\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");
            line.writeSlowly(" ".repeat(99_999).getBytes(StandardCharsets.UTF_8), 1, wait);
        };
    }

    /// The request is read; nothing ever comes back.
    public static Behaviour timeout() {
        return (request, line) -> line.pause(FOR_EVER);
    }

    /// The request is read; then the connection ends before any answer. The most important fault of all: the server
    /// may have done it.
    public static Behaviour hangUp() {
        return (request, line) -> line.close();
    }

    /// The request is read; then the connection is reset.
    public static Behaviour reset() {
        return (request, line) -> line.reset();
    }

    /// A proper answer after which the connection closes only after a wait.
    public static Behaviour slowClose(Duration wait, RawAnswer answer) {
        return (request, line) -> {
            line.write(answer.with("Connection", "close").bytes());
            line.pause(wait);
            line.close();
        };
    }

    /// Only the first bytes of the answer, then the end of the connection.
    public static Behaviour limit(int bytes, RawAnswer answer) {
        return (request, line) -> {
            line.write(Arrays.copyOf(answer.bytes(), Math.min(bytes, answer.bytes().length)));
            line.close();
        };
    }

    /// The head and part of the body, then the end.
    public static Behaviour cutBody(int bodyBytes, RawAnswer answer) {
        return limit(answer.head().length + bodyBytes, answer);
    }

    /// The same answer twice.
    public static Behaviour twice(RawAnswer answer) {
        return (request, line) -> {
            // At once, so that the second is there before the next request is.
            byte[] once = answer.bytes();
            byte[] twice = Arrays.copyOf(once, 2 * once.length);
            System.arraycopy(once, 0, twice, once.length, once.length);
            line.write(twice);
        };
    }

    /// A body whose end is the end of the connection.
    public static Behaviour untilClose(RawAnswer answer) {
        return (request, line) -> {
            line.write(answer.without("Content-Length").with("Connection", "close").bytes());
            line.close();
        };
    }

    /// A web page where JSON was asked for.
    public static Behaviour page() {
        return answer(RawAnswer.page(200, "<!DOCTYPE html><html><body>Sign in to WiFi</body></html>"));
    }

    /// Compressed, but cut: the length is right for what is sent.
    public static Behaviour truncatedGzip(RawAnswer answer) {
        byte[] whole = RawAnswer.gzip(answer.body());
        byte[] part = Arrays.copyOf(whole, whole.length / 2);
        return answer(new RawAnswer(200, answer.without("Content-Length").headers(), part)
                .with("Content-Encoding", "gzip")
                .with("Content-Length", String.valueOf(part.length)));
    }

    /// A body in chunks that never ends.
    public static Behaviour endless() {
        return (request, line) -> {
            line.write("HTTP/1.1 200 Said\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            byte[] chunk = ("10000\r\n" + "[".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
            while (line.isOpen()) {
                line.write(chunk);
            }
        };
    }

    /// Headers that never end.
    public static Behaviour endlessHeaders() {
        return (request, line) -> {
            line.write("HTTP/1.1 200 Said\r\n");
            for (int i = 0; i < 100_000 && line.isOpen(); i++) {
                line.write("X-More-" + i + ": more\r\n");
            }
        };
    }

    /// Something that is not HTTP.
    public static Behaviour garbage() {
        return (request, line) -> {
            line.write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
            line.close();
        };
    }

    /// A redirect.
    public static Behaviour redirect(int status, String location) {
        return answer(RawAnswer.of(status, "").with("Location", location));
    }

    /// A proxy that lets a CONNECT through to a port of this machine, whatever host was named.
    public static Behaviour tunnelTo(int port) {
        return (request, line) -> {
            try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
                line.write("HTTP/1.1 200 Connection established\r\n\r\n");
                Thread back = Thread.startVirtualThread(() -> pump(target, line));
                line.in().transferTo(target.getOutputStream());
                target.shutdownOutput();
                back.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static void pump(Socket from, Line to) {
        byte[] buffer = new byte[8192];
        try {
            for (int n = from.getInputStream().read(buffer); n >= 0; n = from.getInputStream().read(buffer)) {
                to.write(Arrays.copyOf(buffer, n));
            }
            to.close();
        } catch (IOException e) {
            // either side went away
        }
    }
}
