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
///
/// A role with `resourceNames` says no to a question without a name. So what is no for the whole kind is asked once
/// more for the one workload; who may do it for the whole kind costs one question per namespace.
final class AccessReviews {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 2000;

    private final ApiPaths paths;
    private final ApiClient reading;
    private final LongSupplier ticker;
    private final Map<Question, Kept> kept = new LinkedHashMap<>();

    AccessReviews(ApiPaths paths, ApiClient reading, LongSupplier ticker) {
        this.paths = paths;
        this.reading = reading;
        this.ticker = ticker;
    }

    private record Kept(Permit permit, long at) {}

    /// @param name of the workload; empty for the whole kind
    private record Question(String namespace, Right right, String name) {}

    private record Right(String verb, String group, String resource, String subresource) {

        String words() {
            return verb + " " + resource + (subresource.isEmpty() ? "" : "/" + subresource);
        }
    }

    Permit ask(PermitKey key) throws RemoteFailure {
        Right right = right(key);
        Permit ofKind = ask(new Question(key.namespace(), right, ""));
        return ofKind.allowed() || key.name().isEmpty()
                ? ofKind
                : ask(new Question(key.namespace(), right, key.name()));
    }

    private Permit ask(Question question) throws RemoteFailure {
        synchronized (kept) {
            Kept known = kept.get(question);
            if (known != null && ticker.getAsLong() - known.at() < KEPT.toNanos()) {
                return known.permit();
            }
        }
        JsonNode answer = reading.read(new ApiCall("POST", paths.accessReviews(), ApiCall.JSON, body(question))).json();
        Permit permit = permit(answer.path("status"), question);
        synchronized (kept) {
            if (kept.size() >= MOST) {
                kept.clear();
            }
            kept.put(question, new Kept(permit, ticker.getAsLong()));
        }
        return permit;
    }

    private static Permit permit(JsonNode status, Question question) {
        boolean allowed = status.path("allowed").asBoolean(false) && !status.path("denied").asBoolean(false);
        String said = SafeText.line(Tree.text(status, "reason"), 200);
        String words = allowed
                ? "Your account may " + question.right().words()
                : "Your account may not " + question.right().words() + " in "
                        + SafeText.line(question.namespace(), 80);
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

    private static String body(Question question) {
        Right right = question.right();
        ObjectNode review = Tree.empty();
        review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
        ObjectNode what = review.putObject("spec").putObject("resourceAttributes");
        what.put("namespace", question.namespace())
                .put("verb", right.verb())
                .put("group", right.group())
                .put("resource", right.resource());
        if (!right.subresource().isEmpty()) {
            what.put("subresource", right.subresource());
        }
        if (!question.name().isEmpty()) {
            what.put("name", question.name());
        }
        return Tree.write(review);
    }
}
