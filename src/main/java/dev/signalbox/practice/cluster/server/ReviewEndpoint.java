package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.Refusal;
import java.io.IOException;
import java.util.List;

/// "May I", "what may I" and "who am I".
final class ReviewEndpoint {

    static final List<String> KINDS = List.of("SelfSubjectAccessReview", "SelfSubjectRulesReview");
    static final String IDENTITY = "SelfSubjectReview";

    private final AccessRules access;

    ReviewEndpoint(AccessRules access) {
        this.access = access;
    }

    /// Whether the path is that of a review.
    static boolean covers(List<String> segments) {
        return segments.size() == 4 && segments.get(0).equals("apis") && segments.get(1).startsWith("auth")
                && segments.get(1).endsWith(".k8s.io") && segments.get(2).equals("v1");
    }

    void answer(ApiRequest request) throws IOException {
        if (!request.method().equals("POST")) {
            throw Refusal.methodNotAllowed();
        }
        boolean protobuf = request.header("Content-Type").startsWith(ReviewProtobuf.MEDIA_TYPE);
        ObjectNode review = protobuf ? ReviewProtobuf.read(request.bytes()) : request.objectBody();
        switch (request.segments().get(1) + "/" + request.segments().get(3)) {
            case "authorization.k8s.io/selfsubjectaccessreviews" -> mayI(review);
            case "authorization.k8s.io/selfsubjectrulesreviews" -> whatMayI(review);
            case "authentication.k8s.io/selfsubjectreviews" -> whoAmI(review);
            default -> throw Refusal.noSuchPath();
        }
        if (!review.has("metadata")) {
            review.putObject("metadata").putNull("creationTimestamp");
        }
        request.reply(201, review);
    }

    private void mayI(ObjectNode review) {
        JsonNode asked = review.path("spec").path("resourceAttributes");
        boolean allowed;
        if (asked.isMissingNode() || asked.isNull()) {
            allowed = "get".equals(Fields.text(review, "spec", "nonResourceAttributes", "verb"));
        } else {
            String subresource = Fields.text(asked, "subresource");
            String resource = Fields.text(asked, "resource") + (subresource.isEmpty() ? "" : "/" + subresource);
            allowed = access.allows(Fields.text(asked, "verb"), Fields.text(asked, "group"), resource,
                    Fields.text(asked, "namespace"));
        }
        ObjectNode status = review.putObject("status").put("allowed", allowed);
        if (allowed) {
            status.put("reason", "RBAC: allowed by ClusterRoleBinding \"practice-operators\" of ClusterRole"
                    + " \"release-operator\" to User \"" + AccessRules.USER + "\"");
        }
    }

    private void whatMayI(ObjectNode review) {
        ObjectNode status = review.putObject("status").put("incomplete", false);
        status.set("resourceRules", access.rules(Fields.text(review, "spec", "namespace")));
        ObjectNode paths = status.putArray("nonResourceRules").addObject();
        paths.putArray("verbs").add("get");
        for (String path : List.of("/api", "/api/*", "/apis", "/apis/*", "/healthz", "/livez", "/openapi",
                "/openapi/*", "/readyz", "/version")) {
            paths.withArray("nonResourceURLs").add(path);
        }
    }

    private static void whoAmI(ObjectNode review) {
        ObjectNode user = review.putObject("status").putObject("userInfo");
        user.put("username", AccessRules.USER).put("uid", "practice").putArray("groups").add("practice").add(
                "system:authenticated");
    }
}
