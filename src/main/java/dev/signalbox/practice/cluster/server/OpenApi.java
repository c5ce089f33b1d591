package dev.signalbox.practice.cluster.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.Refusal;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.io.IOException;
import java.util.List;

/// The OpenAPI documents, without schemas. What `kubectl apply` looks for is whether the server checks fields itself; it
/// does, and then `kubectl` needs no schema.
final class OpenApi {

    private OpenApi() {}

    /// @param path the segments, beginning with `openapi`
    static void answer(ApiRequest request, List<String> path) throws IOException {
        String version = path.size() > 1 ? path.get(1) : "";
        switch (version) {
            case "v2" -> {
                if (request.header("Accept").contains("protobuf")) {
                    throw Refusal.notAcceptable();
                }
                request.reply(200, document("swagger", "2.0"));
            }
            case "v3" -> request.reply(200, path.size() == 2
                    ? index()
                    : groupVersion(String.join("/", path.subList(2, path.size()))));
            default -> throw Refusal.noSuchPath();
        }
    }

    private static ObjectNode index() {
        ObjectNode index = Fields.newObject();
        ObjectNode paths = index.putObject("paths");
        ResourceKinds.ALL.forEach(kind -> paths.putObject(place(kind)).put("serverRelativeURL",
                "/openapi/v3/" + place(kind)));
        return index;
    }

    private static ObjectNode groupVersion(String place) {
        ObjectNode document = document("openapi", "3.0.0");
        ObjectNode paths = (ObjectNode) document.path("paths");
        ResourceKinds.ALL.stream().filter(kind -> place(kind).equals(place)).forEach(kind -> {
            String scope = kind.isNamespaced() ? "/namespaces/{namespace}/" : "/";
            ObjectNode patch = paths.putObject("/" + place + scope + kind.plural() + "/{name}").putObject("patch");
            patch.putArray("parameters").addObject().put("name", "fieldValidation").put("in", "query")
                    .putObject("schema").put("type", "string");
            patch.putObject("responses");
            patch.putObject("x-kubernetes-group-version-kind").put("group", kind.group()).put("version",
                    kind.version()).put("kind", kind.kind());
        });
        if (paths.isEmpty()) {
            throw Refusal.noSuchPath();
        }
        return document;
    }

    private static ObjectNode document(String format, String version) {
        ObjectNode document = Fields.newObject().put(format, version);
        document.putObject("info").put("title", "Kubernetes").put("version", Discovery.VERSION);
        document.putObject("paths");
        return document;
    }

    private static String place(ResourceKind kind) {
        return (kind.group().isEmpty() ? "api/" : "apis/") + kind.apiVersion();
    }
}
