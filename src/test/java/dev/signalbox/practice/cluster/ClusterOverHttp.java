package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.cluster.objects.Fields;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// A practice cluster behind a real port, with a client that knows nothing of its inside. Its time stands still unless
/// the test moves it.
final class ClusterOverHttp implements AutoCloseable {

    static final String TOKEN = "practice-token";
    static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/shop/deployments";
    static final String WEB = DEPLOYMENTS + "/web";
    static final String JSON_PATCH = "application/json-patch+json";
    static final String MERGE_PATCH = "application/merge-patch+json";
    static final String STRATEGIC_PATCH = "application/strategic-merge-patch+json";

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
    final PracticeCluster cluster;
    final URI address;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /// With a Deployment `shop/web` of two revisions.
    ClusterOverHttp() {
        cluster = new PracticeCluster("practice", TOKEN, now::get, ticks,
                RandomGeneratorFactory.of("L64X128MixRandom").create(7));
        cluster.seed(new WorkloadSeed("shop", "Deployment", "web", 3,
                List.of(new SeedRevision("r/web:1", Map.of(), "release 1", Duration.ofDays(3)),
                        new SeedRevision("r/web:2", Map.of("commit", "abc"), "release 2", Duration.ofHours(5)))));
        address = cluster.start();
    }

    /// What the server answered.
    record Answer(int code, JsonNode body, String text) {

        String reason() {
            return body.path("reason").asText();
        }

        String message() {
            return body.path("message").asText();
        }

        List<String> names() {
            return body.path("items").valueStream().map(Fields::name).toList();
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer get(String path, String accept) {
        return send(request(path).header("Accept", accept).GET());
    }

    Answer patch(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).method("PATCH", body(body)));
    }

    Answer post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(body(body)));
    }

    Answer put(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").PUT(body(body)));
    }

    Answer delete(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").method("DELETE", body(body)));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.timeout(Duration.ofSeconds(20)).build(),
                    BodyHandlers.ofString());
            boolean json = response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
            JsonNode tree = json ? Fields.parse(response.body().getBytes(StandardCharsets.UTF_8)) : Fields.newObject();
            return new Answer(response.statusCode(), tree, response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    HttpRequest.Builder request(String path) {
        return plain(path).header("Authorization", "Bearer " + TOKEN);
    }

    HttpRequest.Builder plain(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    /// Opens a stream of lines: a watch or a followed log.
    Lines follow(String path) {
        try {
            HttpResponse<InputStream> response = client.send(request(path).GET().build(), BodyHandlers.ofInputStream());
            return new Lines(response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /// Moves the time on in small steps.
    void run(Duration time) {
        for (long steps = time.toMillis() / 250; steps > 0; steps--) {
            now.updateAndGet(present -> present.plusMillis(250));
            cluster.tick();
        }
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }

    @Override
    public void close() {
        cluster.close();
        client.shutdownNow();
        readers.shutdownNow();
        ticks.shutdownNow();
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofString(json(text));
    }

    /// The lines of a stream as they come.
    final class Lines implements AutoCloseable {

        final int code;
        private final InputStream stream;
        private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();

        Lines(HttpResponse<InputStream> response) {
            code = response.statusCode();
            stream = response.body();
            readers.execute(this::read);
        }

        /// The next line, `END` when the stream ended as it should, `BROKEN` when it was cut.
        String next() {
            try {
                @Nullable
                String line = arrived.poll(10, TimeUnit.SECONDS);
                if (line == null) {
                    throw new AssertionError("nothing came for 10 seconds");
                }
                return line;
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }

        /// The next watch event.
        JsonNode event() {
            String line = next();
            try {
                return Fields.parse(line.getBytes(StandardCharsets.UTF_8));
            } catch (IOException noJson) {
                throw new AssertionError("not an event: " + line, noJson);
            }
        }

        /// Type and name of the next event, for example `ADDED web`.
        String brief() {
            JsonNode event = event();
            return event.path("type").asText() + " " + Fields.name(event.path("object"));
        }

        private void read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                lines.lines().forEach(arrived::add);
                arrived.add("END");
            } catch (IOException | UncheckedIOException cut) {
                arrived.add("BROKEN");
            }
        }

        @Override
        public void close() {
            try {
                stream.close();
            } catch (IOException alreadyGone) {
                throw new UncheckedIOException(alreadyGone);
            }
        }
    }
}
