package dev.signalbox.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.practice.story.Addresses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Puts the secrets into a workload of the practice team.
final class Planting {

    private Planting() {}

    /// As a careless colleague would: the whole object in an annotation, secrets in plain variables.
    static void into(Addresses addresses) throws IOException, InterruptedException {
        StringBuilder variables = new StringBuilder();
        List<String> shapes = Canaries.shapes();
        for (int i = 0; i < shapes.size(); i++) {
            variables.append(i == 0 ? "" : ",").append("{\"name\":\"SECRET_").append(i).append("\",\"value\":\"")
                    .append(shapes.get(i).replace("\n", "\\n")).append("\"}");
        }
        // A token that the console holds, and that looks like none.
        variables.append(",{\"name\":\"OURS\",\"value\":\"").append(addresses.token()).append("\"}");
        String applied = ("{\"env\":[" + variables + "]}").replace("\\", "\\\\").replace("\"", "\\\"");
        String patch = "{\"metadata\":{\"annotations\":{\"kubectl.kubernetes.io/last-applied-configuration\":\""
                + applied + "\"}},\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"checkout\",\"env\":["
                + variables + "]}]}}}}";
        List<String> tokens = tokensOf(addresses.kubeconfig());
        List<URI> servers = serversOf(addresses.kubeconfig());
        List<Integer> answers = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < servers.size(); i++) {
                for (String token : tokens) {
                    HttpResponse<String> answer = client.send(
                            HttpRequest.newBuilder(URI.create(servers.get(i)
                                    + "/apis/apps/v1/namespaces/production/deployments/checkout"))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/strategic-merge-patch+json")
                                    .method("PATCH", HttpRequest.BodyPublishers.ofString(patch))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    answers.add(answer.statusCode());
                }
            }
        }
        assertThat(answers).as("one of the clusters took it").contains(200);
    }

    static List<String> tokensOf(Path kubeconfig) throws IOException {
        return Pattern.compile("token: \"?([^\"\\s]+)").matcher(Files.readString(kubeconfig)).results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<URI> serversOf(Path kubeconfig) throws IOException {
        return Pattern.compile("server: \"?([^\"\\s]+)").matcher(Files.readString(kubeconfig)).results()
                .map(found -> URI.create(found.group(1)))
                .toList();
    }

    /// A configuration with a secret in every address.
    static String configuration() {
        StringBuilder text = new StringBuilder("version: 1\ngithub:\n");
        List<String> shapes = Canaries.shapes().stream().filter(shape -> !shape.contains("\n")).toList();
        for (int i = 0; i < shapes.size(); i++) {
            String secret = shapes.get(i).replaceAll("^https://[^:]*:|@.*", "");
            text.append("  - {name: u").append(i).append(", token-env: A, url: \"https://robot:").append(secret)
                    .append("@git.example.com\"}\n  - {name: p").append(i)
                    .append(", token-env: A, proxy: \"http://robot:").append(secret).append("@proxy:3128\"}\n");
        }
        return text.toString();
    }
}
