package dev.signalbox.provider.http;

import java.util.HashMap;
import java.util.Map;

/// One read.
///
/// @param url what to read
/// @param priority whose turn it is at a busy host
/// @param headers sent instead of, or beside, the account's constant ones; only to the account's origin
public record ApiRequest(ApiUrl url, Priority priority, Map<String, String> headers) {

    public ApiRequest {
        headers = Map.copyOf(headers);
    }

    /// A read that merely keeps the state fresh.
    public static ApiRequest read(ApiUrl url) {
        return new ApiRequest(url, Priority.BACKGROUND, Map.of());
    }

    /// The same, but no less urgent than `least`.
    ApiRequest atLeast(Priority least) {
        return priority.compareTo(least) <= 0 ? this : at(least);
    }

    /// The same with another priority.
    public ApiRequest at(Priority other) {
        return new ApiRequest(url, other, headers);
    }

    /// The same with one header more, or with another value.
    public ApiRequest with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new ApiRequest(url, priority, more);
    }
}
