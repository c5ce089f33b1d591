package dev.signalbox.provider.kubernetes;

import java.net.URI;

/// One request to the API server, without credentials.
///
/// @param contentType empty without a body
record ApiCall(String method, URI uri, String contentType, String body) {

    static final String JSON = "application/json";
    static final String JSON_PATCH = "application/json-patch+json";
    static final String STRATEGIC_PATCH = "application/strategic-merge-patch+json";

    static ApiCall get(URI uri) {
        return new ApiCall("GET", uri, "", "");
    }
}
