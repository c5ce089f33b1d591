package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.List;

/// Reads the end of the logs of pods, with the time of each line.
final class PodLogs {

    /// More pods than this are not read together: each takes requests every few seconds.
    private static final int MOST_PODS = 20;

    private static final int FEWEST_LINES = 50;
    private static final int MOST_BYTES = 1_000_000;

    private final ApiPaths paths;
    private final ApiClient reading;

    PodLogs(ApiPaths paths, ApiClient reading) {
        this.paths = paths;
        this.reading = reading;
    }

    /// The last lines of all containers of these pods, in the order of time.
    String tail(String namespace, List<String> pods, int lines, boolean previous) throws RemoteFailure {
        MergedLog merged = new MergedLog();
        List<String> read = pods.subList(0, Math.min(MOST_PODS, pods.size()));
        if (read.size() < pods.size()) {
            merged.say("only " + read.size() + " of " + pods.size() + " pods are read");
        }
        int each = read.size() == 1 ? lines : Math.max(FEWEST_LINES, lines / Math.max(1, read.size()));
        for (String pod : read) {
            add(merged, namespace, pod, read.size() == 1 ? "" : pod + "/", each, previous);
        }
        return merged.text();
    }

    private void add(MergedLog merged, String namespace, String pod, String mark, int lines, boolean previous)
            throws RemoteFailure {
        String base = "/" + ApiPaths.segment(pod);
        JsonNode raw = reading.read(ApiCall.get(paths.coreObjects(namespace, "pods", base))).json();
        List<String> containers = new ArrayList<>();
        Tree.at(raw, "spec", "containers").forEach(c -> containers.add(Tree.text(c, "name")));
        for (String container : containers) {
            String log = base + "/log?container=" + ApiPaths.query(container) + "&timestamps=true&tailLines=" + lines
                    + "&limitBytes=" + MOST_BYTES + (previous ? "&previous=true" : "");
            try {
                merged.add(mark + container,
                        reading.read(ApiCall.get(paths.coreObjects(namespace, "pods", log))).text());
            } catch (RemoteFailure e) {
                // A container that never started has no log (400): that is news and not a failure.
                if (!(e.problem() instanceof RemoteProblem.Rejected(String detail, int ignored))) {
                    throw e;
                }
                merged.say(detail);
            }
        }
    }
}
