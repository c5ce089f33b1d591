package dev.signalbox.wiring;

import dev.signalbox.testing.faults.FaultServer;
import dev.signalbox.testing.faults.Line;
import dev.signalbox.testing.faults.RawAnswer;
import dev.signalbox.testing.faults.ReceivedRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A CI provider's API with nothing on it but who is asking and the pull or merge requests of one repository. What else is
/// asked is not found.
final class RequestsServer implements AutoCloseable {

    private static final Pattern BRANCH = Pattern.compile("\"(?:head|source_branch)\":\"([^\"]+)\"");

    private final FaultServer server = FaultServer.start(this::play);
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private volatile String state = "";
    private volatile String branch = "";

    String address() {
        return server.address();
    }

    /// Method, path and body of everything that changed something.
    List<String> changes() {
        return List.copyOf(changes);
    }

    private void play(ReceivedRequest request, Line line) throws IOException {
        line.write(answer(request).bytes());
    }

    private synchronized RawAnswer answer(ReceivedRequest request) {
        String path = request.target().replaceFirst("\\?.*", "");
        boolean listed = path.endsWith("/repos/acme/board/pulls") || path.endsWith("/acme%2Fboard/merge_requests")
                || path.endsWith("/acme%2fboard/merge_requests");
        if (path.endsWith("/user")) {
            return RawAnswer.json("{\"id\":1,\"login\":\"ada\",\"username\":\"ada\",\"type\":\"User\"}");
        }
        if (request.method().equals("GET")) {
            return listed
                    ? RawAnswer.json(state.isEmpty() ? "[]" : "[" + one() + "]")
                    : RawAnswer.json("{\"message\":\"404 Not Found\"}").status(404);
        }
        changes.add(request.method() + " " + path + " " + request.text());
        if (listed && request.method().equals("POST")) {
            Matcher named = BRANCH.matcher(request.text());
            branch = named.find() ? named.group(1) : "";
            state = request.target().startsWith("/api/v4") ? "opened" : "open";
            return RawAnswer.json(one()).status(201);
        }
        state = "closed";
        return RawAnswer.json(one());
    }

    /// The branch that is to be taken in.
    String branch() {
        return branch;
    }

    private String one() {
        return """
                {"number":12,"iid":12,"title":"A change","state":"%s","user":{"login":"ada"},
                 "author":{"username":"ada"},"html_url":"https://ci.example/12","web_url":"https://ci.example/12"}"""
                .formatted(state);
    }

    @Override
    public void close() {
        server.close();
    }
}
