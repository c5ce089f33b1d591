package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A whole answer of the API server, whatever its status.
record ApiAnswer(int status, Map<String, List<String>> headers, byte[] body) {

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /// The first header of that name, or empty.
    String header(String name) {
        return headers.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name) && !e.getValue().isEmpty())
                .map(e -> e.getValue().getFirst())
                .findFirst()
                .orElse("");
    }

    JsonNode json() throws RemoteFailure {
        try {
            return Tree.object(body);
        } catch (IOException e) {
            throw new RemoteFailure(new RemoteProblem.Unreadable(looksLikePage()
                    ? "A web page answered instead of the cluster; a sign-in page or a proxy may stand between"
                    : "The cluster's answer is not JSON, or is cut off"));
        }
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private boolean looksLikePage() {
        return body.length > 0 && body[0] == '<' || header("Content-Type").contains("html");
    }

    @Override
    public String toString() {
        return "answer " + status + " of " + body.length + " bytes";
    }
}
