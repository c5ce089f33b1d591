package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A request that the server does not carry out, as the `Status` object that Kubernetes answers with.
public final class Refusal extends RuntimeException {

    private static final String OPTIMISTIC = "the object has been modified; please apply your changes to the latest"
            + " version and try again";

    private final int code;
    private final String reason;
    private final transient ObjectNode details;

    private Refusal(int code, String reason, String message, ObjectNode details) {
        super(message, null, false, false);
        this.code = code;
        this.reason = reason;
        this.details = details;
    }

    public static Refusal badRequest(String message) {
        return new Refusal(400, "BadRequest", message, Fields.newObject());
    }

    public static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized", "Unauthorized", Fields.newObject());
    }

    public static Refusal forbidden(ResourceKind kind, String name, String message) {
        return new Refusal(403, "Forbidden", kind.qualified() + (name.isEmpty() ? "" : " \"" + name + "\"")
                + " is forbidden: " + message, details(kind, name, kind.plural()));
    }

    public static Refusal noSuchPath() {
        return new Refusal(404, "NotFound", "the server could not find the requested resource", Fields.newObject());
    }

    public static Refusal notFound(ObjectKey key) {
        return new Refusal(404, "NotFound", key.kind().qualified() + " \"" + key.name() + "\" not found",
                details(key.kind(), key.name(), key.kind().plural()));
    }

    public static Refusal methodNotAllowed() {
        return new Refusal(405, "MethodNotAllowed", "the server does not allow this method on the requested resource",
                Fields.newObject());
    }

    public static Refusal notAcceptable() {
        return new Refusal(406, "NotAcceptable",
                "only the following media types are accepted: application/json, application/json;as=Table",
                Fields.newObject());
    }

    public static Refusal alreadyExists(ObjectKey key) {
        return new Refusal(409, "AlreadyExists", key.kind().qualified() + " \"" + key.name() + "\" already exists",
                details(key.kind(), key.name(), key.kind().plural()));
    }

    /// The resourceVersion that the client sent is not the current one.
    public static Refusal modified(ObjectKey key) {
        return conflict(key, OPTIMISTIC);
    }

    public static Refusal conflict(ObjectKey key, String why) {
        return new Refusal(409, "Conflict", "Operation cannot be fulfilled on " + key.kind().qualified() + " \""
                + key.name() + "\": " + why, details(key.kind(), key.name(), key.kind().plural()));
    }

    /// The wanted version is older than the history that is kept.
    public static Refusal expired(String message) {
        return new Refusal(410, "Expired", message, Fields.newObject());
    }

    public static Refusal tooLarge() {
        return new Refusal(413, "RequestEntityTooLarge", "Request entity too large: limit is 3145728",
                Fields.newObject());
    }

    public static Refusal unsupportedMediaType(String message) {
        return new Refusal(415, "UnsupportedMediaType", message, Fields.newObject());
    }

    /// What a JSON patch gets that does not apply: the server deliberately says nothing more.
    public static Refusal patchDoesNotApply() {
        return new Refusal(422, "Invalid", "the server rejected our request due to an error in our request",
                Fields.newObject());
    }

    /// @param reason for example `FieldValueInvalid`
    /// @param message the message as Kubernetes words it, without the field
    public static Refusal invalid(ResourceKind kind, String name, String field, String reason, String message) {
        ObjectNode details = details(kind, name, kind.kind());
        details.putArray("causes").addObject().put("reason", reason).put("message", message).put("field", field);
        return new Refusal(422, "Invalid", kind.qualifiedKind() + " \"" + name + "\" is invalid: " + field + ": "
                + message, details);
    }

    public static Refusal tooLargeVersion(long wanted, long current) {
        ObjectNode details = Fields.newObject();
        details.putArray("causes").addObject().put("reason", "ResourceVersionTooLarge").put("message",
                "Too large resource version");
        details.put("retryAfterSeconds", 1);
        return new Refusal(504, "Timeout", "Timeout: Too large resource version: " + wanted + ", current: " + current,
                details);
    }

    public int code() {
        return code;
    }

    /// The `Status` object.
    public ObjectNode status() {
        ObjectNode status = Fields.newObject();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        status.put("status", "Failure").put("message", getMessage()).put("reason", reason);
        if (code != 401) {
            status.set("details", details.deepCopy());
        }
        return status.put("code", code);
    }

    private static ObjectNode details(ResourceKind kind, String name, String shown) {
        ObjectNode details = Fields.newObject();
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!kind.group().isEmpty()) {
            details.put("group", kind.group());
        }
        return details.put("kind", shown);
    }
}
