package dev.signalbox.practice.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {

    private static final ObjectKey WEB = new ObjectKey(ResourceKinds.DEPLOYMENTS, "shop", "web");
    private static final ObjectKey POD = new ObjectKey(ResourceKinds.PODS, "shop", "web-0");

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Refusal.badRequest("why"), 400, "BadRequest", "why"),
                Arguments.of(Refusal.unauthorized(), 401, "Unauthorized", "Unauthorized"),
                Arguments.of(Refusal.forbidden(ResourceKinds.PODS, "web-0", "no"), 403, "Forbidden",
                        "pods \"web-0\" is forbidden: no"),
                Arguments.of(Refusal.forbidden(ResourceKinds.DEPLOYMENTS, "", "no"), 403, "Forbidden",
                        "deployments.apps is forbidden: no"),
                Arguments.of(Refusal.notFound(POD), 404, "NotFound", "pods \"web-0\" not found"),
                Arguments.of(Refusal.noSuchPath(), 404, "NotFound",
                        "the server could not find the requested resource"),
                Arguments.of(Refusal.methodNotAllowed(), 405, "MethodNotAllowed",
                        "the server does not allow this method on the requested resource"),
                Arguments.of(Refusal.alreadyExists(WEB), 409, "AlreadyExists",
                        "deployments.apps \"web\" already exists"),
                Arguments.of(Refusal.modified(WEB), 409, "Conflict", "Operation cannot be fulfilled on"
                        + " deployments.apps \"web\": the object has been modified; please apply your changes to the"
                        + " latest version and try again"),
                Arguments.of(Refusal.expired("old"), 410, "Expired", "old"),
                Arguments.of(Refusal.tooLarge(), 413, "RequestEntityTooLarge",
                        "Request entity too large: limit is 3145728"),
                Arguments.of(Refusal.patchDoesNotApply(), 422, "Invalid",
                        "the server rejected our request due to an error in our request"),
                Arguments.of(Refusal.tooLargeVersion(9, 5), 504, "Timeout",
                        "Timeout: Too large resource version: 9, current: 5"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isTheStatusThatClientsKnow(Refusal refusal, int code, String reason, String message) {
        ObjectNode status = refusal.status();

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(status.path("kind").asText()).isEqualTo("Status");
        assertThat(status.path("apiVersion").asText()).isEqualTo("v1");
        assertThat(status.path("status").asText()).isEqualTo("Failure");
        assertThat(status.path("code").asInt()).isEqualTo(code);
        assertThat(status.path("reason").asText()).isEqualTo(reason);
        assertThat(status.path("message").asText()).isEqualTo(message);
        assertThat(status.has("details")).isEqualTo(code != 401);
    }

    @Test
    void namesWhatItIsAbout() {
        ObjectNode details = (ObjectNode) Refusal.notFound(WEB).status().path("details");

        assertThat(details).isEqualTo(Fields.newObject().put("name", "web").put("group", "apps").put("kind",
                "deployments"));
        assertThat(Refusal.notFound(POD).status().path("details").has("group")).isFalse();
    }

    @Test
    void namesTheFieldThatIsWrongAndTheKindInsteadOfThePlural() {
        ObjectNode status = Refusal.invalid(ResourceKinds.DEPLOYMENTS, "web", "spec.replicas", "FieldValueInvalid",
                "Invalid value: -1").status();

        assertThat(status.path("message").asText())
                .isEqualTo("Deployment.apps \"web\" is invalid: spec.replicas: Invalid value: -1");
        assertThat(status.at("/details/kind").asText()).isEqualTo("Deployment");
        assertThat(status.at("/details/causes/0")).isEqualTo(Fields.newObject().put("reason", "FieldValueInvalid")
                .put("message", "Invalid value: -1").put("field", "spec.replicas"));
    }

    @Test
    void isWrittenAnewForEveryReader() {
        Refusal refusal = Refusal.notFound(WEB);
        ((ObjectNode) refusal.status().path("details")).put("name", "changed");

        assertThat(refusal.status().at("/details/name").asText()).isEqualTo("web");
    }
}
