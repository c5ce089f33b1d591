package dev.signalbox.provider.kubernetes;

import dev.signalbox.domain.cluster.WorkloadKey;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Addresses of the API. Every name becomes exactly one segment, whatever it holds.
record ApiPaths(URI server) {

    /// Added to every change, so that the server's field owners name us.
    static final String AS_SIGNALBOX = "?fieldManager=signalbox";

    URI of(String path) {
        return URI.create(server + path);
    }

    URI workload(WorkloadKey key, String suffix) {
        return of("/apis/apps/v1" + namespace(key.namespace()) + "/" + key.kind().plural() + "/" + segment(key.name())
                + suffix);
    }

    /// A list of an `apps` resource in a namespace, or one object of it.
    URI apps(String namespace, String resource, String suffix) {
        return of("/apis/apps/v1" + namespace(namespace) + "/" + resource + suffix);
    }

    URI coreObjects(String namespace, String resource, String suffix) {
        return of("/api/v1" + namespace(namespace) + "/" + resource + suffix);
    }

    URI namespaces(String suffix) {
        return of("/api/v1/namespaces" + suffix);
    }

    URI leases(String namespace, String suffix) {
        return of("/apis/coordination.k8s.io/v1" + namespace(namespace) + "/leases" + suffix);
    }

    URI accessReviews() {
        return of("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews");
    }

    private static String namespace(String name) {
        return "/namespaces/" + segment(name);
    }

    /// One segment: slashes, dots alone and everything unusual are encoded.
    static String segment(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException("not a name: “" + name + "”");
        }
        return query(name);
    }

    static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
