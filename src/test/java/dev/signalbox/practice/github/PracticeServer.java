package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.signalbox.practice.PushedBranches;
import dev.signalbox.practice.github.world.SampleWorld;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/// A started practice server over the sample world, and a plain client for it.
final class PracticeServer implements AutoCloseable {

    static final String TOKEN = "practice-token-of-you";
    static final String COLLEAGUE = "practice-token-of-colleague";

    private final SampleWorld sample = new SampleWorld();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final PracticeGitHub server = new PracticeGitHub(
            sample.world(),
            Map.of(TOKEN, sample.people().you(), COLLEAGUE, sample.people().colleague()),
            sample,
            ticks,
            new SplittableRandom(11),
            requests);
    private final URI base;

    PracticeServer() {
        this(null);
    }

    /// @param branches of a repository beside the others; absent where there is none
    PracticeServer(@Nullable PushedBranches branches) {
        if (branches != null) {
            server.host(branches, "/" + branches.fullName() + ".git", HttpExchange::close);
        }
        try {
            base = server.start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    SampleWorld sample() {
        return sample;
    }

    PracticeGitHub server() {
        return server;
    }

    URI base() {
        return base;
    }

    HttpRequest.Builder request(String pathOrUrl) {
        URI address = pathOrUrl.startsWith("http") ? URI.create(pathOrUrl) : URI.create(base + pathOrUrl);
        return HttpRequest.newBuilder(address)
                .header("Accept", "application/vnd.github+json")
                .header("Authorization", "Bearer " + TOKEN);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String pathOrUrl) {
        return send(request(pathOrUrl));
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode json(String pathOrUrl) {
        HttpResponse<String> answer = get(pathOrUrl);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return read(answer);
    }

    JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        ticks.shutdownNow();
        client.close();
        requests.close();
    }
}
