package dev.signalbox.practice.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every list, read page by page through the links that the server gives.
class PagedListsTest {

    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"(\\w+)\"");
    private static final String REPO = "/repos/acme/checkout";

    private final PracticeServer server = new PracticeServer();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /actions/runs                     | /workflow_runs | /id
            /actions/runs?event=push&per_page=2 | /workflow_runs | /id
            /actions/workflows                | /workflows     | /id
            /actions/workflows/ci.yml/runs    | /workflow_runs | /id
            /environments                     | /environments  | /id
            /deployments                      | ''             | /id
            /commits                          | ''             | /sha
            /tags                             | ''             | /name
            /commits/main/check-runs          | /check_runs    | /id
            /compare/v2.13.4...main           | /commits       | /sha
            """)
    void givesEachItemOnceAndInTheOrderOfTheWholeList(String path, String list, String key) {
        String question = path.contains("?") ? "&" : "?";
        List<String> whole = keys(server.json(REPO + path.replaceFirst("&per_page=\\d+", "") + question
                + "per_page=100").at(list), key);
        List<String> paged = new ArrayList<>();
        HttpResponse<String> page = server.get(REPO + path + (path.contains("per_page")
                ? ""
                : question
                        + "per_page=2"));
        paged.addAll(keys(server.read(page).at(list), key));
        while (links(page).containsKey("next")) {
            page = server.get(link(page, "next"));
            assertThat(page.statusCode()).isEqualTo(200);
            paged.addAll(keys(server.read(page).at(list), key));
        }

        assertThat(whole).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void linksBothWaysInTheMiddle() {
        HttpResponse<String> middle = server.get(REPO + "/commits?per_page=5&page=3");
        Map<String, String> links = links(middle);

        assertThat(links.keySet()).containsExactlyInAnyOrder("prev", "next", "last", "first");
        assertThat(links.get("prev")).contains("page=2");
        assertThat(links.get("next")).contains("page=4");
        assertThat(links.get("first")).contains("page=1");
        assertThat(links(server.get(link(middle, "last")))).doesNotContainKeys("next", "last");
        assertThat(server.get(link(middle, "prev")).body()).isEqualTo(server.get(REPO + "/commits?per_page=5&page=2")
                .body());
    }

    @Test
    void linksByNumberUnderTheAddressThatTheCallerUsed() {
        String repositories = Pattern.quote(server.base() + "/api/v3/repositories/") + "\\d+/commits\\?.*";

        assertThat(links(server.get("/api/v3" + REPO + "/commits?per_page=5")).get("next")).matches(repositories);
        assertThat(links(server.get("/orgs/acme/repos?per_page=1")).get("next"))
                .startsWith(server.base() + "/orgs/acme/repos?");
    }

    @Test
    void keepsTheQuestionInItsLinks() {
        String next = link(server.get(REPO + "/actions/runs?per_page=2&created=%3E%3D2020-01-01&branch=main"),
                "next");

        assertThat(next).contains("branch=main", "created=%3E%3D2020-01-01", "page=2", "per_page=2");
        assertThat(server.json(next).path("total_count"))
                .isEqualTo(server.json(REPO + "/actions/runs?branch=main").path("total_count"));
    }

    @Test
    void writesNamesIntoItsLinksSoThatTheyCannotEndThem() {
        server.post(REPO + "/actions/workflows/release.yml/dispatches", """
                {"ref": "main", "inputs": {"version": "v9>; rel=\\"next\\" €", "environment": "staging"}}
                """);
        String compare = REPO + "/compare/v2.13.4...v9%3E%3B%20rel%3D%22next%22%20%E2%82%AC?per_page=1";
        HttpResponse<String> page = server.get(compare);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(links(page)).hasSize(2);
        assertThat(server.json(link(page, "next")).path("commits")).hasSize(1);
        assertThat(page.headers().firstValue("Link").orElseThrow()).isASCII();
    }

    @Test
    void tellsTheTotalWhateverThePage() {
        int total = server.json(REPO + "/actions/runs").path("total_count").asInt();

        assertThat(server.json(REPO + "/actions/runs?per_page=1&page=3").path("total_count").asInt()).isEqualTo(total);
        assertThat(server.json(REPO + "/actions/runs?page=999").path("total_count").asInt()).isEqualTo(total);
        assertThat(links(server.get(REPO + "/actions/runs?per_page=5&page=999"))).containsOnlyKeys("prev", "first");
        assertThat(links(server.get(REPO + "/environments"))).isEmpty();
    }

    @Test
    void cutsAComparisonWhenAPageIsAskedForAndNotOtherwise() {
        String path = REPO + "/compare/v2.13.4...main";

        assertThat(server.json(path).path("commits")).hasSize(4);
        assertThat(server.get(path).headers().firstValue("Link")).isEmpty();
        assertThat(server.json(path + "?page=2").path("commits")).isEmpty();
        assertThat(server.json(path + "?page=2").path("files")).isEmpty();
        assertThat(server.json(path + "?page=1").path("files")).isNotEmpty();
        assertThat(server.json(path + "?page=2").path("total_commits").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"'', 'checkout, ledger'", "sort=full_name, 'checkout, ledger'",
        "sort=full_name&direction=desc, 'ledger, checkout'", "direction=asc, 'checkout, ledger'",
        "direction=desc, 'ledger, checkout'", "sort=pushed, 'ledger, checkout'",
        "sort=pushed&direction=asc, 'checkout, ledger'", "sort=updated&direction=desc, 'ledger, checkout'"})
    void sortsRepositoriesAsAsked(String query, String expected) {
        server.sample().jump(java.time.Duration.ofSeconds(1));
        server.sample().world().push(server.sample().repository("ledger"), server.sample().people().you(), "New",
                server.sample().instant(), null);

        assertThat(String.join(", ", keys(server.json("/user/repos?" + query), "/name"))).isEqualTo(expected);
    }

    @Test
    void readsTheRepositoriesOfTheOrganisationAndOfTheCallerAlike() {
        assertThat(keys(server.json("/orgs/acme/repos?sort=full_name"), "/id"))
                .isEqualTo(keys(server.json("/user/repos?sort=full_name"), "/id"));
        assertThat(keys(server.json("/orgs/ACME/repos"), "/name")).containsExactlyInAnyOrder("checkout", "ledger");
        assertThat(server.json("/user/orgs").path(0).path("login").asText()).isEqualTo("acme");
    }

    private static String link(HttpResponse<String> answer, String relation) {
        return Objects.requireNonNull(links(answer).get(relation));
    }

    private static List<String> keys(JsonNode list, String key) {
        return list.valueStream().map(item -> item.at(key).asText()).toList();
    }

    private static Map<String, String> links(HttpResponse<String> answer) {
        Map<String, String> links = new HashMap<>();
        Matcher each = LINK.matcher(answer.headers().firstValue("Link").orElse(""));
        while (each.find()) {
            links.put(each.group(2), each.group(1));
        }
        return links;
    }
}
