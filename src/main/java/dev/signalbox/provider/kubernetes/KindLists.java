package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists a kind page by page. When the continuation expires or is not understood, the list begins anew, once: a part is
/// never taken for the whole.
final class KindLists {

    private static final int PAGE = 500;
    private static final int MOST_PAGES = 200;

    private final Feed feed;
    private final String namespace;
    private final ApiPaths paths;
    private final ApiClient client;
    private final ConnectionId cluster;

    KindLists(ConnectionId cluster, Feed feed, String namespace, ApiPaths paths, ApiClient client) {
        this.cluster = cluster;
        this.feed = feed;
        this.namespace = namespace;
        this.paths = paths;
        this.client = client;
    }

    /// @param version to watch from
    record Whole(List<Trimmed> items, String version) {}

    Whole read() throws RemoteFailure {
        Whole first = pages();
        if (first != null) {
            return first;
        }
        Whole second = pages();
        if (second != null) {
            return second;
        }
        throw new RemoteFailure(new RemoteProblem.ServerFault("The cluster's list expires while it is read", 410));
    }

    private @Nullable Whole pages() throws RemoteFailure {
        List<Trimmed> items = new ArrayList<>();
        String next = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            String query = "?limit=" + PAGE + (next.isEmpty() ? "" : "&continue=" + ApiPaths.query(next));
            ApiAnswer answer = client.exchange(ApiCall.get(feed.uri(paths, namespace, query)));
            if (!next.isEmpty() && (answer.status() == 410 || answer.status() == 400)) {
                return null;
            }
            JsonNode list = client.good(answer).json();
            list.path("items").forEach(item -> items.add(Trimmed.of(cluster, feed, item)));
            next = Tree.text(list, "metadata", "continue");
            if (next.isEmpty()) {
                return new Whole(items, Tree.text(list, "metadata", "resourceVersion"));
            }
        }
        throw new RemoteFailure(new RemoteProblem.Unreadable("More than " + PAGE * MOST_PAGES + " " + feed.resource()));
    }
}
