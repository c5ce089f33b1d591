package dev.signalbox.practice.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A started practice team on a clock that moves by hand, and plain readers for both kinds of server.
final class StartedTeam implements AutoCloseable {

    private static final Pattern SERVER = Pattern.compile("name: (\\S+)\\s+cluster:\\s+server: (\\S+)");
    private static final Pattern TOKEN = Pattern.compile("name: (\\S+)-release-mgr\\s+user:\\s+token: (\\S+)");

    private final ManualTicks ticks = new ManualTicks();
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final PracticeTeam team;

    StartedTeam(Path folder) {
        team = new PracticeTeam(folder, ticks, ticks, new SplittableRandom(5), requests);
        try {
            team.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PracticeTeam team() {
        return team;
    }

    void pass(Duration time) {
        ticks.pass(time);
    }

    HttpResponse<String> ask(URI address, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the CI provider's redirect leads to.
    byte[] download(String path) {
        String address = ci(path).headers().firstValue("Location").orElseThrow();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> ci(String path) {
        return ask(URI.create(team.addresses().github() + path), team.addresses().token());
    }

    JsonNode json(String path) {
        return read(ci(path));
    }

    /// What the second CI provider answers, below its base.
    HttpResponse<String> gitlab(String path) {
        return ask(URI.create(team.addresses().gitlab() + "/api/v4" + path), team.addresses().gitlabToken());
    }

    JsonNode platform(String service, String path) {
        return read(gitlab("/projects/acme%2Fplatform%2F" + service + path));
    }

    /// Writes to the second CI provider.
    JsonNode postGitLab(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(team.addresses().gitlab() + "/api/v4" + path))
                .header("PRIVATE-TOKEN", team.addresses().gitlabToken())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return read(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> cluster(String name, String path) {
        return ask(URI.create(kubeconfig(SERVER, name) + path), kubeconfig(TOKEN, name));
    }

    JsonNode workload(String cluster, String namespace, String name) {
        return read(cluster(cluster, "/apis/apps/v1/namespaces/" + namespace + "/deployments/" + name));
    }

    String image(String cluster, String namespace, String name) {
        return workload(cluster, namespace, name)
                .at("/spec/template/spec/containers/0/image")
                .asText();
    }

    private String kubeconfig(Pattern pattern, String name) {
        try {
            Matcher matcher = pattern.matcher(Files.readString(team.addresses().kubeconfig()));
            while (matcher.find()) {
                if (matcher.group(1).equals(name)) {
                    return matcher.group(2);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("nothing about " + name);
    }

    /// `service environment` of everything that waits for an approval.
    List<String> waiting() {
        List<String> found = new ArrayList<>();
        for (JsonNode repository : json("/orgs/acme/repos")) {
            String repo = "/repos/" + repository.path("full_name").asText() + "/actions/runs";
            for (JsonNode run : json(repo + "?status=waiting").path("workflow_runs")) {
                for (JsonNode pending : json(repo + "/" + run.path("id").asLong() + "/pending_deployments")) {
                    found.add(repository.path("name").asText() + " " + pending.at("/environment/name").asText() + " "
                            + pending.path("current_user_can_approve").asBoolean());
                }
            }
        }
        return found;
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        team.close();
        client.close();
        requests.close();
    }
}
