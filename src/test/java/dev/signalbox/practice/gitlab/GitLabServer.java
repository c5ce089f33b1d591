package dev.signalbox.practice.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalbox.practice.gitlab.world.SampleGitLab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A started practice GitLab over the sample world, and a plain client for it.
final class GitLabServer implements AutoCloseable {

    static final String TOKEN = "glpat-you";
    static final String COLLEAGUE = "glpat-colleague";
    static final String DEVELOPER = "glpat-developer";
    static final String READER = "glpat-reader";
    static final String AUTH = "/projects/acme%2Fplatform%2Fauth";
    static final String RESIZER = "/projects/acme%2Fplatform%2Fimage-resizer";

    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"(\\w+)\"");

    private final SampleGitLab sample = new SampleGitLab();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final PracticeGitLab server = new PracticeGitLab(
            sample.world(),
            Map.of(
                    TOKEN, Token.full(sample.members().you()),
                    COLLEAGUE, Token.full(sample.members().colleague()),
                    DEVELOPER, Token.full(sample.members().developers().getFirst()),
                    READER, Token.reading(sample.members().you())),
            sample,
            ticks,
            requests);
    private final URI base;

    GitLabServer() {
        try {
            base = server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SampleGitLab sample() {
        return sample;
    }

    PracticeGitLab server() {
        return server;
    }

    URI base() {
        return base;
    }

    HttpRequest.Builder as(String token, String pathOrUrl) {
        return open(pathOrUrl).header("PRIVATE-TOKEN", token);
    }

    HttpRequest.Builder open(String pathOrUrl) {
        return HttpRequest.newBuilder(URI.create(
                pathOrUrl.startsWith("http") ? pathOrUrl : base + "/api/v4" + pathOrUrl));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String pathOrUrl) {
        return send(as(TOKEN, pathOrUrl));
    }

    HttpResponse<String> post(String path, String body) {
        return postAs(TOKEN, path, body);
    }

    HttpResponse<String> postAs(String token, String path, String body) {
        return send(as(token, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
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
            throw new UncheckedIOException(e);
        }
    }

    /// A new pipeline of `auth`.
    JsonNode create(String version, String environment) {
        return createIn(AUTH, version, environment);
    }

    JsonNode createIn(String project, String version, String environment) {
        HttpResponse<String> answer = post(project + "/pipeline", """
                {"ref": "main", "inputs": {"version": "%s", "environment": "%s"}}
                """.formatted(version, environment));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return read(answer);
    }

    /// The job of this name in a pipeline.
    JsonNode job(String project, long pipeline, String name) {
        return json(project + "/pipelines/" + pipeline + "/jobs?per_page=100").valueStream()
                .filter(job -> job.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, String> links(HttpResponse<?> answer) {
        Map<String, String> links = new HashMap<>();
        Matcher matcher = LINK.matcher(answer.headers().firstValue("Link").orElse(""));
        while (matcher.find()) {
            links.put(matcher.group(2), matcher.group(1));
        }
        return links;
    }

    static List<String> texts(JsonNode array, String field) {
        return array.valueStream().map(node -> node.path(field).asText()).toList();
    }

    @Override
    public void close() {
        server.close();
        ticks.shutdownNow();
        client.close();
        requests.close();
    }
}
