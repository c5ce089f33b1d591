package dev.signalbox.practice.github;

/// The addresses that answers carry.
///
/// @param api the API's address as the caller wrote it, without a slash at the end
/// @param html where pages for people would be
record Links(String api, String html) {

    String repo(String fullName, String rest) {
        return api + "/repos/" + fullName + rest;
    }
}
