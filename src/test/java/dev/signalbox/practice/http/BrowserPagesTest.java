package dev.signalbox.practice.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandlers;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserPagesTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private LoopbackServer server;

    BrowserPagesTest() throws IOException {
        server = LoopbackServer.open(requests)
                .at("/", new BrowserPages(HttpHandlers.of(401, Headers.of(), "the api"), "GitHub"));
    }

    @BeforeEach
    void start() {
        server = server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
        requests.close();
    }

    private HttpResponse<String> ask(String path, String... headers) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.address().resolve(path)).headers(headers).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whoeverFollowsALinkIsToldWhereTheyAre() throws Exception {
        HttpResponse<String> page = ask("/acme/checkout/actions/runs/7?check=1&x='%3Cb%3E'", "Accept", BROWSER);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("This is where GitHub would show <code>/acme/checkout/actions/runs/7</code>.", "Go back");
    }

    @Test
    void whatStandsInALinkIsNoPartOfThePage() throws Exception {
        HttpResponse<String> page = ask("/a'&b/%3Cscript%3E/" + "c".repeat(500), "Accept", BROWSER);

        assertThat(page.body()).contains("<code>/a&#39;&amp;b/%3Cscript%3E/").doesNotContain("c".repeat(200));
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'");
    }

    @ParameterizedTest
    @CsvSource({
        "Accept, application/json, X-Any, x",
        "Accept, */*, X-Any, x",
        "Accept, text/html, Authorization, Bearer t",
        "Accept, text/html, PRIVATE-TOKEN, t"
    })
    void programsAreAnsweredByTheApi(String accept, String types, String header, String value) throws Exception {
        HttpResponse<String> answer = ask("/acme/checkout/actions/runs/7", accept, types, header, value);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("the api");
    }
}
