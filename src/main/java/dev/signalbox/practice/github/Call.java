package dev.signalbox.practice.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.practice.github.world.Person;
import java.util.Map;
import java.util.regex.Pattern;

/// A request whose token was good.
///
/// @param path the decoded values of the route's placeholders
/// @param query decoded parameters, the last one wins
/// @param rawPath the path as it is written into paging links, `/repositories/…` where there is a repository
/// @param body the parsed body; a missing node when there was none
record Call(
        String method,
        Map<String, String> path,
        Map<String, String> query,
        String rawPath,
        JsonNode body,
        Person person,
        String apiVersion,
        String accept,
        Links links) {

    private static final Pattern RAW = Pattern.compile("application/vnd\\.github\\.(v3\\.)?raw(\\+json)?\\b");

    static final String OLD_VERSION = "2022-11-28";
    static final String NEW_VERSION = "2026-03-10";

    String at(String placeholder) {
        return path.getOrDefault(placeholder, "");
    }

    String asked(String parameter) {
        return query.getOrDefault(parameter, "");
    }

    /// Whether the caller wants the bytes of a file instead of a description of it.
    boolean wantsRaw() {
        return RAW.matcher(accept).find();
    }

    boolean speaksNewVersion() {
        return apiVersion.equals(NEW_VERSION);
    }
}
