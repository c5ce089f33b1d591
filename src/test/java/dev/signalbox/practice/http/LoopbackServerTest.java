package dev.signalbox.practice.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpHandlers;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {

    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        requests.close();
    }

    private static HttpHandler saying(String words) {
        return HttpHandlers.of(200, Headers.of(), words);
    }

    private String ask(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void answersWhereItSaysThatItIs() throws IOException, InterruptedException {
        try (LoopbackServer server = LoopbackServer.open(requests).at("/", saying("all")).at("/in/", saying("inner"))) {
            URI address = server.start().address();
            assertThat(address.getHost()).isEqualTo("127.0.0.1");
            assertThat(address.getPath()).isEmpty();
            assertThat(ask(address.resolve("/x"))).isEqualTo("all");
            assertThat(ask(address.resolve("/in/x"))).isEqualTo("inner");
        }
    }

    @Test
    void twoOfThemHavePortsOfTheirOwn() throws IOException {
        try (LoopbackServer one = LoopbackServer.open(requests).start();
                LoopbackServer other = LoopbackServer.open(requests).start()) {
            assertThat(one.address()).isNotEqualTo(other.address());
        }
    }

    @Test
    void isNotThereOnceItIsClosed() throws IOException {
        LoopbackServer server = LoopbackServer.open(requests).at("/", saying("all")).start();
        URI address = server.address();
        server.close();
        assertThatThrownBy(() -> ask(address)).isInstanceOf(ConnectException.class);
    }
}
