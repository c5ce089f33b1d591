package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.domain.cluster.Permit;
import dev.signalbox.domain.cluster.PermitKey;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.port.RemoteFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Asks the cluster what our account may do, and remembers its answers for a while.
final class AccessReviews {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 2000;

    private final ApiPaths paths;
    private final ApiClient reading;
    private final LongSupplier ticker;
    private final Map<PermitKey, Kept> kept = new LinkedHashMap<>();

    AccessReviews(ApiPaths paths, ApiClient reading, LongSupplier ticker) {
        this.paths = paths;
        this.reading = reading;
        this.ticker = ticker;
    }

    private record Kept(Permit permit, long at) {}

    private record Right(String verb, String group, String resource, String subresource) {

        String words() {
            return verb + " " + resource + (subresource.isEmpty() ? "" : "/" + subresource);
        }
    }

    Permit ask(PermitKey key) throws RemoteFailure {
        synchronized (kept) {
            Kept known = kept.get(key);
            if (known != null && ticker.getAsLong() - known.at() < KEPT.toNanos()) {
                return known.permit();
            }
        }
        Right right = right(key);
        JsonNode answer = reading.read(new ApiCall("POST", paths.accessReviews(), ApiCall.JSON, body(key, right)))
                .json();
        Permit permit = permit(answer.path("status"), right, key.namespace());
        synchronized (kept) {
            if (kept.size() >= MOST) {
                kept.clear();
            }
            kept.put(key, new Kept(permit, ticker.getAsLong()));
        }
        return permit;
    }

    private static Permit permit(JsonNode status, Right right, String namespace) {
        boolean allowed = status.path("allowed").asBoolean(false) && !status.path("denied").asBoolean(false);
        String said = SafeText.line(Tree.text(status, "reason"), 200);
        String words = allowed
                ? "Your account may " + right.words()
                : "Your account may not " + right.words() + " in " + SafeText.line(namespace, 80);
        return new Permit(allowed, said.isEmpty() ? words : words + ": " + said);
    }

    private static Right right(PermitKey key) {
        return switch (key.verb()) {
            case PATCH_WORKLOAD, SCALE_WORKLOAD -> new Right("patch", "apps", key.kind().plural(), "");
            case TAKE_LOCK -> new Right("create", "coordination.k8s.io", "leases", "");
            case WRITE_EVENT -> new Right("create", "", "events", "");
            case READ_LOGS -> new Right("get", "", "pods", "log");
        };
    }

    private static String body(PermitKey key, Right right) {
        ObjectNode review = Tree.empty();
        review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
        ObjectNode what = review.putObject("spec").putObject("resourceAttributes");
        what.put("namespace", key.namespace())
                .put("verb", right.verb())
                .put("group", right.group())
                .put("resource", right.resource());
        if (!right.subresource().isEmpty()) {
            what.put("subresource", right.subresource());
        }
        return Tree.write(review);
    }
}
