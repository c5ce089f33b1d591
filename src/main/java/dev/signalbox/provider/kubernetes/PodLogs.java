package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import java.util.ArrayList;
import java.util.List;

/// Reads the end of a pod's logs.
final class PodLogs {

    private static final int MOST_BYTES = 1_000_000;

    private final ApiPaths paths;
    private final ApiClient reading;

    PodLogs(ApiPaths paths, ApiClient reading) {
        this.paths = paths;
        this.reading = reading;
    }

    /// The last lines of each container; with a heading each when there are several.
    String tail(String namespace, String pod, int lines, boolean previous) throws RemoteFailure {
        String base = "/" + ApiPaths.segment(pod);
        JsonNode raw = reading.read(ApiCall.get(paths.coreObjects(namespace, "pods", base))).json();
        List<String> containers = new ArrayList<>();
        Tree.at(raw, "spec", "containers").forEach(c -> containers.add(Tree.text(c, "name")));
        StringBuilder all = new StringBuilder();
        for (String container : containers) {
            if (containers.size() > 1) {
                all.append("==> ").append(container).append(" <==\n");
            }
            String log = base + "/log?container=" + ApiPaths.query(container) + "&tailLines=" + lines + "&limitBytes="
                    + MOST_BYTES + (previous ? "&previous=true" : "");
            all.append(one(ApiCall.get(paths.coreObjects(namespace, "pods", log))));
            if (!all.isEmpty() && all.charAt(all.length() - 1) != '\n') {
                all.append('\n');
            }
        }
        return all.toString();
    }

    /// A container that never started has no log (400): that is news and not a failure.
    private String one(ApiCall call) throws RemoteFailure {
        try {
            return reading.read(call).text();
        } catch (RemoteFailure e) {
            if (e.problem() instanceof RemoteProblem.Rejected(String detail, int ignored)) {
                return "(" + detail + ")\n";
            }
            throw e;
        }
    }
}
