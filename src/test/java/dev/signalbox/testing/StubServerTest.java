package dev.signalbox.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.testing.faults.RawAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StubServerTest {

    private static String ask(StubServer server, String method, String target, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(server.address()).getPort())) {
            String head =
                    method + " " + target + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    @Test
    void answersWhatWasAnnouncedInOrder() throws IOException {
        try (StubServer server = StubServer.start()) {
            server.on("GET", "/a?b=%2F").answer(RawAnswer.json("1")).on("GET", "/a?b=%2F").answer(RawAnswer.json("2"));
            server.on("POST", "/a").answer(request -> RawAnswer.json(request.text()));
            assertThat(ask(server, "GET", "/a?b=%2F", "")).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n1");
            assertThat(ask(server, "GET", "/a?b=%2F", "")).endsWith("\r\n\r\n2");
            assertThat(ask(server, "POST", "/a", "{}")).endsWith("\r\n\r\n{}");
            assertThat(server.requests()).hasSize(3);
            server.verify();
        }
    }

    @Test
    void complainsAboutARequestThatNobodyAnnounced() throws IOException {
        try (StubServer server = StubServer.start()) {
            server.on("GET", "/a").answer(RawAnswer.json("1"));
            ask(server, "GET", "/a", "");
            assertThat(ask(server, "GET", "/a", "")).startsWith("HTTP/1.1 599");
            assertThatThrownBy(server::verify).isInstanceOf(AssertionError.class).hasMessage("not announced: GET /a");
        }
    }

    @Test
    void complainsAboutAnAnnouncedRequestThatNeverCame() throws IOException {
        try (StubServer server = StubServer.start()) {
            server.on("GET", "/a").answer(RawAnswer.json("1"));
            server.on("GET", "/b").always(RawAnswer.json("1"));
            ask(server, "GET", "/b", "");
            ask(server, "GET", "/b", "");
            assertThatThrownBy(server::verify).isInstanceOf(AssertionError.class).hasMessage("never came: GET /a");
        }
    }
}
