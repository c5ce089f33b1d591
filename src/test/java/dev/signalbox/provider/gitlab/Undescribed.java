package dev.signalbox.provider.gitlab;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the console asks GitLab for and the published document, as it lies among the test resources, does not describe.
/// Nothing else may be asked that is not in the document.
///
/// @param path a pattern of the raw path
/// @param query the parameters that may be used
/// @param reason why it is asked for all the same, with the page that describes it
record Undescribed(String path, Set<String> query, String reason) {

    private static final String PROJECT = "/api/v4/projects/[^/]+";
    private static final Set<String> PAGED = Set.of("page", "per_page");
    private static final Set<String> LISTED = Set.of("order_by", "sort", "page", "per_page");

    private static final List<Undescribed> READS = List.of(
            new Undescribed("/oauth/token/info", Set.of(),
                    "Not part of the API: docs.gitlab.com/api/oauth2"),
            new Undescribed("/api/v4/user", Set.of(),
                    "Left out when the document was cut down: docs.gitlab.com/api/users"),
            new Undescribed(
                    "/api/v4/users/[^/]+/projects",
                    LISTED,
                    "Left out when the document was cut down: docs.gitlab.com/api/projects"),
            new Undescribed(
                    PROJECT + "/protected_environments",
                    PAGED,
                    "Of the paid tiers, which the document leaves out: docs.gitlab.com/api/protected_environments"),
            new Undescribed(
                    PROJECT + "/repository/files/[^/]+",
                    Set.of("ref"),
                    "Left out when the document was cut down: docs.gitlab.com/api/repository_files"),
            new Undescribed(
                    PROJECT + "/repository/commits/[^/]+/merge_requests",
                    PAGED,
                    "Left out when the document was cut down: docs.gitlab.com/api/commits"));

    /// The exception for a request, if there is one.
    static Optional<Undescribed> of(String method, String rawPath) {
        return READS.stream()
                .filter(each -> method.equals("GET") && rawPath.matches(each.path()))
                .findFirst();
    }

    /// Paging by keyset is described for all lists together and in the document for none: docs.gitlab.com/api/rest.
    static boolean isParameter(String template, String name) {
        return template.equals("/api/v4/projects") && name.equals("pagination");
    }
}
