package dev.signalbox.provider.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// One write: sent at most once, whatever happens.
///
/// @param method `POST`, `PUT`, `PATCH` or `DELETE`
/// @param url what to change
/// @param headers sent instead of, or beside, the account's constant ones
/// @param body the bytes to send, exactly as the plan showed them; empty for none
/// @param answer what a good answer looks like
public record ApiWrite(String method, ApiUrl url, Map<String, String> headers, String body, Expected answer) {

    /// What a 2xx answer must carry to count as a yes.
    public enum Expected {
        /// Anything: empty, or JSON that parses.
        ANYTHING,
        /// JSON; an empty or foreign body leaves the outcome unknown.
        JSON
    }

    public ApiWrite {
        headers = Map.copyOf(headers);
        if (!method.matches("POST|PUT|PATCH|DELETE")) {
            throw new IllegalArgumentException("Not a method that writes: " + method);
        }
    }

    /// A write with a JSON body.
    public static ApiWrite json(String method, ApiUrl url, String body) {
        return new ApiWrite(method, url, Map.of("Content-Type", "application/json"), body, Expected.ANYTHING);
    }

    /// A write without a body.
    public static ApiWrite empty(String method, ApiUrl url) {
        return new ApiWrite(method, url, Map.of(), "", Expected.ANYTHING);
    }

    /// The same, whose answer must be JSON.
    public ApiWrite answeredByJson() {
        return new ApiWrite(method, url, headers, body, Expected.JSON);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
